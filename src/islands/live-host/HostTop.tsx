import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { otherLanguage, pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import type { HostFrame } from '../../live/frames.ts';
import type { Link } from '../live/connection.ts';
import { showCode } from '../live/room-code.ts';
import type { Opened } from './HostDialogs.tsx';
import type { KeptRoom } from './kept-rooms.ts';

type Props = {
  lang: Language;
  words: LiveHostWords;
  frame: HostFrame;
  room: KeptRoom;
  link: Link;
  open: (what: Opened) => void;
  projector: () => void;
};

/** Which room this is, whether it is connected, and the two things one looks for in a hurry: the code and the projector. */
export function HostTop({ lang, words, frame, room, link, open, projector }: Props) {
  const other = otherLanguage(lang);
  return (
    <header class="host-top">
      <a class="brand" href={pathIn(lang, '/')}>
        <svg aria-hidden="true">
          <use href="#i-brand" />
        </svg>
        <span class="vh">{words.home}</span>
      </a>
      <h1>{frame.title || words.untitled}</h1>
      <p class={`host-link ${link}`} role="status">
        <span class="host-lamp" aria-hidden="true" />
        {link === 'connected' ? words.connected : link === 'offline' ? words.offline : words.connecting}
      </p>
      <button class="btn host-code" type="button" aria-keyshortcuts="J" onClick={() => open('join')}>
        <span>{words.code}</span> <b class="mono">{showCode(frame.code)}</b>
      </button>
      {room.screen && (
        <button class="btn" type="button" aria-keyshortcuts="P" onClick={projector}>
          {words.projector}
        </button>
      )}
      <button class="btn plain" type="button" aria-keyshortcuts="?" onClick={() => open('keys')}>
        {words.keys} <kbd>?</kbd>
      </button>
      <a
        class="btn plain"
        href={`${pathIn(other, '/live/host/')}#${room.room}`}
        lang={other}
        hreflang={other}
        onClick={(event) => {
          // Where the key stands in the address it goes along.
          event.currentTarget.hash = location.hash;
        }}
      >
        {words.otherLanguage}
      </a>
    </header>
  );
}
