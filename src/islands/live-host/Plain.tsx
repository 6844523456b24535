import type { ComponentChildren } from 'preact';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { otherLanguage, pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';

type Props = { lang: Language; words: LiveHostWords; children: ComponentChildren };

/** The page before a room is open: brand, language, title. */
export function Plain({ lang, words, children }: Props) {
  const other = otherLanguage(lang);
  return (
    <div class="wrap page host-plain">
      <header class="row between host-bar">
        <a class="brand" href={pathIn(lang, '/')}>
          <svg aria-hidden="true">
            <use href="#i-brand" />
          </svg>
          Drydock
        </a>
        <a class="btn plain" href={pathIn(other, '/live/host/')} lang={other} hreflang={other}>
          {words.otherLanguage}
        </a>
      </header>
      <div class="page-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {children}
    </div>
  );
}
