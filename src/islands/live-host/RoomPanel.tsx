import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Command } from '../../live/commands.ts';
import type { HostFrame } from '../../live/frames.ts';
import type { Opened } from './HostDialogs.tsx';
import type { KeptRoom } from './kept-rooms.ts';
import { Results } from './Results.tsx';

type Props = {
  lang: Language;
  words: LiveHostWords;
  frame: HostFrame;
  room: KeptRoom;
  send: (command: Command) => Promise<boolean>;
  open: (what: Opened) => void;
  projector: () => void;
};

/** The door, the results, and the end. */
export function RoomPanel({ lang, words, frame, room, send, open, projector }: Props) {
  return (
    <details class="more host-panel" open={frame.phase === 'ended'}>
      <summary>{words.room}</summary>
      <div class="stack">
        <div class="row">
          {frame.phase !== 'ended' && (
            <button
              class="btn"
              type="button"
              aria-keyshortcuts="L"
              aria-pressed={frame.locked}
              onClick={() => void send({ do: 'lock', locked: !frame.locked })}
            >
              {frame.locked ? words.unlock : words.lock}
            </button>
          )}
          <button class="btn" type="button" onClick={() => open('join')}>
            {words.join}
          </button>
          {room.screen && (
            <button class="btn" type="button" title={words.projectorHint} onClick={projector}>
              {words.projector}
            </button>
          )}
          <button class="btn" type="button" onClick={() => open('move')}>
            {words.move}
          </button>
        </div>
        {frame.phase !== 'ended' && <Results lang={lang} words={words} room={room} />}
        <div class="row">
          {frame.phase !== 'ended' && (
            <button class="btn" type="button" onClick={() => open('end')}>
              {words.end}
            </button>
          )}
          <button class="btn" type="button" onClick={() => open('purge')}>
            {words.purge}
          </button>
        </div>
      </div>
    </details>
  );
}
