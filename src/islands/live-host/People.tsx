import { useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Command } from '../../live/commands.ts';
import type { HostFrame, HostSeat } from '../../live/frames.ts';
import { type SeatOrder, seatsInOrder } from './host-model.ts';
import { SeatMarks } from './SeatMarks.tsx';
import { SeatMenu } from './SeatMenu.tsx';

type Send = (command: Command) => Promise<boolean>;
type Props = { words: LiveHostWords; frame: HostFrame; send: Send };

/** More lines than anybody reads; a name can be searched for. */
const MOST = 150;

/** Who is here: connected, answered, points; and what the host can do about each. */
export function People({ words, frame, send }: Props) {
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<SeatOrder>('joining');
  const seats = seatsInOrder(frame.seats, order, search);
  const waiting = frame.seats.filter(({ status }) => status === 'waiting').map(({ seat }) => seat);
  const isUnderWay = frame.settings.pace === 'self' && frame.phase !== 'ended';
  const orders = [
    ['joining', words.byJoining],
    isUnderWay ? ['progress', words.byProgress] : ['points', words.byPoints],
  ] as const;
  return (
    <section class="host-people" aria-labelledby="host-people">
      <header class="row between">
        <h2 id="host-people">{words.people}</h2>
        <span class="num">{words.connectedOf(frame.connected, frame.players)}</span>
      </header>
      {frame.teams !== undefined && (
        <p class="small faint host-teams">
          {frame.teams.map(({ name, seats }) => `${name}\u00a0${seats}`).join(' · ')}
        </p>
      )}
      {waiting.length > 0 && (
        <p class="row" role="status">
          <b>{words.waitingIn(waiting.length)}</b>
          <button class="btn go" type="button" onClick={() => void send({ do: 'approve', seats: waiting })}>
            {words.letAllIn}
          </button>
        </p>
      )}
      {frame.seats.length === 0 && <p class="small faint">{words.noPeople}</p>}
      {frame.seats.length > 8 && (
        <div class="row host-find">
          <input
            class="input"
            type="search"
            aria-label={words.findPeople}
            placeholder={words.findPeople}
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
          <select
            class="input"
            aria-label={words.sort}
            value={order}
            onChange={({ currentTarget }) => setOrder(currentTarget.value as SeatOrder)}
          >
            {orders.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <ul>
        {seats.slice(0, MOST).map((seat) => (
          <Seat key={seat.seat} {...{ words, frame, seat, send }} />
        ))}
      </ul>
      {seats.length > MOST && <p class="small faint">{words.morePeople(seats.length - MOST)}</p>}
    </section>
  );
}

function Seat({ words, frame, seat, send }: Props & { seat: HostSeat }) {
  const [isOpen, setOpen] = useState(false);
  const team = seat.team === undefined ? undefined : frame.settings.teams[seat.team];
  const isAsked = frame.phase === 'open' && frame.settings.pace === 'host';
  const isUnderWay = frame.settings.pace === 'self' && frame.phase !== 'ended';
  return (
    <li class={`host-seat ${seat.status}`}>
      <div class="row">
        <span class={seat.connected ? 'host-lamp on' : 'host-lamp'} aria-hidden="true" />
        <span class="vh">{seat.connected ? words.isConnected : words.isAway}</span>
        <span class="host-who">
          <b>{seat.name}</b>
          {team && <span class="tag">{team}</span>}
          {seat.status !== 'in' && (
            <span class={seat.status === 'barred' ? 'tag bad' : 'tag note'}>
              {seat.status === 'barred' ? words.barred : words.waiting}
            </span>
          )}
          {isAsked && seat.answered && <span class="tag ok">{words.hasAnswered}</span>}
        </span>
        {isUnderWay ? (
          <SeatMarks words={words} marks={seat.marks ?? '.'.repeat(frame.questions)} />
        ) : (
          <span class="num faint host-points">{words.points(Math.round(seat.points))}</span>
        )}
        {seat.status === 'waiting' && (
          <button class="btn" type="button" onClick={() => void send({ do: 'approve', seats: [seat.seat] })}>
            {words.letIn}
          </button>
        )}
        {seat.status !== 'barred' && frame.phase !== 'ended' && (
          <button
            class="btn plain icon"
            type="button"
            aria-expanded={isOpen}
            aria-label={words.more(seat.name)}
            onClick={() => setOpen(!isOpen)}
          >
            …
          </button>
        )}
      </div>
      {isOpen && <SeatMenu {...{ words, frame, seat, send }} close={() => setOpen(false)} />}
    </li>
  );
}
