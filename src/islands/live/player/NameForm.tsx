import { useEffect, useRef, useState } from 'preact/hooks';
import { type PlayerWords, playerMessages } from '../../../i18n/player-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import type { Join, Joined } from '../../../live/commands.ts';
import { MADE_NAMES } from '../../../live/name-words.ts';
import { browserWorld } from '../browser-world.ts';
import type { Seat } from '../live-place.ts';
import { ask, pauseBefore, type Reply } from '../live-request.ts';
import { showCode } from '../room-code.ts';
import { TeamField } from './TeamField.tsx';
import { useDoor } from './use-door.ts';

type Props = { lang: Language; code: string; back: (notice: string) => void; joined: (seat: Seat) => void };

/** Asks for a name, with a made one already there, and takes a seat. */
export function NameForm({ lang, code, back, joined }: Props) {
  const words = playerMessages[lang];
  // Not drawn on the server, where it would be everybody's.
  const [made, setMade] = useState(() => madeName(lang));
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState('');
  const [isJoining, setJoining] = useState(false);
  const [team, setTeam] = useState<number>();
  const door = useDoor(lang, code, () => back(words.noRoom));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = typed ?? made;
  const join = async () => {
    setJoining(true);
    setFault('');
    const take = (named: Pick<Join, 'name'>) =>
      knock(lang, code, { ...named, lang, ...(team === undefined ? {} : { team }) });
    let reply = await take({ name: name.trim() });
    // A made name that somebody has: the room makes one that nobody has.
    if (typed === undefined && reply.kind === 'refused' && reply.why === 'name-taken') reply = await take({});
    setJoining(false);
    if (reply.kind === 'ok') return joined(seatOf(code, reply.body));
    if (reply.kind === 'refused' && reply.status === 404) return back(words.noRoom);
    setFault(sayRefusal(words, reply));
  };
  return (
    <form
      class="pl-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isJoining) void join();
      }}
    >
      <h1 tabIndex={-1} ref={heading}>
        {words.room(showCode(code))}
      </h1>
      {door && door.title !== '' && <p class="pl-room-title">{door.title}</p>}
      <div class="field">
        <label for="live-name">{words.name}</label>
        <input
          class="input pl-name-field"
          id="live-name"
          value={name}
          autocomplete="off"
          maxLength={80}
          aria-invalid={fault !== '' || undefined}
          aria-describedby="live-name-hint live-name-fault"
          onInput={({ currentTarget: { value } }) => setTyped(value)}
        />
        <p class="hint" id="live-name-hint">
          {words.nameHint}
        </p>
        <p class="fault" id="live-name-fault" role="alert">
          {fault}
        </p>
      </div>
      <TeamField {...{ words, team }} teams={door?.teams ?? []} choose={setTeam} />
      <button class="btn go big" type="submit" aria-disabled={isJoining || undefined}>
        {isJoining ? words.joining : words.join}
      </button>
      <p class="row">
        <button
          class="btn plain"
          type="button"
          onClick={() => {
            setTyped(undefined);
            setMade(madeName(lang));
          }}
        >
          {words.otherName}
        </button>
        <button class="btn plain" type="button" onClick={() => back('')}>
          {words.otherCode}
        </button>
      </p>
    </form>
  );
}

/** One of the names that the room would give too, by chance. */
function madeName(lang: Language): string {
  const { first, last, between } = MADE_NAMES[lang];
  const one = (words: readonly string[]) => words[Math.floor(Math.random() * words.length)] ?? '';
  return `${one(first)}${between}${one(last)}`;
}

/** How often a crowded door is knocked at before a person is asked to. */
const MOST_KNOCKS = 6;

/** A whole school comes in one moment: who is told to wait a little (429) waits and comes again, each at another moment. */
async function knock(lang: Language, code: string, body: Join): Promise<Reply<Joined>> {
  for (let tries = 1; ; tries++) {
    const reply = await ask<Joined>(browserWorld, `/codes/${code}/join`, { lang, body });
    const isCrowded = reply.kind === 'later' && reply.status === 429 && reply.afterMs <= 10_000;
    if (!isCrowded || tries === MOST_KNOCKS) return reply;
    const pauseMs = pauseBefore(tries, Math.random, reply.afterMs);
    await new Promise<void>((resolve) => browserWorld.after(pauseMs, resolve));
  }
}

function seatOf(code: string, { room, seat, token, name }: Joined): Seat {
  return { code, room, seat, token, name, atMs: Date.now(), unsent: [], given: {} };
}

/** The server's own sentence, where it has one. */
function sayRefusal(words: PlayerWords, reply: Exclude<Reply<Joined>, { kind: 'ok' }>): string {
  if (reply.error !== '') return reply.error;
  if (reply.kind === 'later') return words.cannotJoin;
  return reply.status === 423 ? words.roomLocked : words.notJoined;
}
