import { pathIn } from '../../../i18n/paths.ts';
import { playerMessages } from '../../../i18n/player-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import type { Link } from '../connection.ts';
import { showCode } from '../room-code.ts';

type Props = { lang: Language; seat?: { code: string; name: string }; link?: Link };

/** Which room, who, and whether the room is heard: always in sight. */
export function PlayerHead({ lang, seat, link }: Props) {
  const words = playerMessages[lang];
  const other = lang === 'en' ? 'ko' : 'en';
  return (
    <header class="pl-top">
      <a class="brand" href={pathIn(lang, '/')}>
        <span class="vh">{words.home}</span>
        <svg aria-hidden="true">
          <use href="#i-brand" />
        </svg>
      </a>
      {seat && (
        <span class="pl-who">
          <span>
            {words.room('')}
            <b class="mono">{showCode(seat.code)}</b>
          </span>
          <span class="pl-name">{seat.name}</span>
        </span>
      )}
      {link ? (
        <span class={`pl-link ${link}`} role="status">
          <span class="dot" aria-hidden="true" />
          {words[link]}
        </span>
      ) : (
        <a
          class="btn plain pl-other"
          href={pathIn(other, '/live/play/')}
          lang={other}
          hreflang={other}
          onClick={(event) => {
            event.currentTarget.hash = location.hash;
          }}
        >
          {other === 'ko' ? '한국어' : 'English'}
        </a>
      )}
    </header>
  );
}
