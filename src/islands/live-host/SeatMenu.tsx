import { useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Command } from '../../live/commands.ts';
import type { HostFrame, HostSeat } from '../../live/frames.ts';

type Props = {
  words: LiveHostWords;
  frame: HostFrame;
  seat: HostSeat;
  send: (command: Command) => Promise<boolean>;
  close: () => void;
};

/** A new name, another team, or the door. Barring everybody from an address is asked twice: it may be the whole class. */
export function SeatMenu({ words, frame, seat, send, close }: Props) {
  const [name, setName] = useState(seat.name);
  const [isSure, setSure] = useState(false);
  const bar = async (how: 'bar' | 'bar-like') => {
    if (await send({ do: how, seats: [seat.seat] })) close();
  };
  return (
    <div class="host-seat-menu stack">
      <form
        class="row"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await send({ do: 'rename', seat: seat.seat, name })) close();
        }}
      >
        <input
          class="input"
          aria-label={words.newName}
          required
          maxLength={60}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button class="btn" type="submit">
          {words.rename}
        </button>
      </form>
      {frame.settings.teams.length > 0 && (
        <label class="row host-seat-team">
          <span>{words.teamOf}</span>
          <select
            class="input"
            value={seat.team}
            onChange={async ({ currentTarget: field }) => {
              const isDone = await send({ do: 'move', seat: seat.seat, team: Number(field.value) });
              if (!isDone) field.value = String(seat.team);
            }}
          >
            {frame.settings.teams.map((name, team) => (
              <option key={name} value={team}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isSure ? (
        <div role="alert" class="stack">
          <p class="small">{words.barLikeSure}</p>
          <p class="row">
            <button class="btn" type="button" onClick={() => void bar('bar-like')}>
              {words.barLike}
            </button>
            <button class="btn plain" type="button" onClick={() => setSure(false)}>
              {words.cancel}
            </button>
          </p>
        </div>
      ) : (
        <p class="row">
          <button class="btn" type="button" onClick={() => void bar('bar')}>
            {words.bar}
          </button>
          <button class="btn" type="button" onClick={() => setSure(true)}>
            {words.barLike}
          </button>
        </p>
      )}
    </div>
  );
}
