import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { yourDataMessages } from '../../i18n/your-data-messages.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import { findNotes, foldNotes, type Kept } from '../../quiz-engine/notes.ts';
import { enlivenNotes } from '../notes/enliven-notes.ts';
import type { Place, Places } from '../notes/load-places.ts';

type Props = { attempts: readonly StoredAttempt[]; places: Places | undefined; lang: Language };

/** Every bookmark and note, the newest first, and those that have the words of a query. */
export function NotesList({ attempts, places, lang }: Props) {
  const words = yourDataMessages[lang];
  const [query, setQuery] = useState('');
  useEffect(enlivenNotes, []);
  const kept = foldNotes(attempts);
  const titleOf = (id: string) => `${places?.[id]?.title ?? ''} ${places?.[id]?.page ?? ''}`;
  const found = findNotes(kept, query, titleOf);
  return (
    <section class="card pad" id="notes" aria-labelledby="notes-heading">
      <h2 id="notes-heading">{words.notesTitle}</h2>
      {kept.length === 0 ? (
        <p>{words.notesNone}</p>
      ) : (
        <>
          <div class="field notes-find">
            <label for="notes-find">{words.notesFind}</label>
            <input
              id="notes-find"
              class="input"
              type="search"
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </div>
          <p role="status" class="small faint">
            {query.trim() === '' ? '' : words.notesFound(found.length)}
          </p>
          <ul class="notes-list">
            {found.map((each) => (
              <OneNote key={each.id} kept={each} place={places?.[each.id]} known={places !== undefined} lang={lang} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type OneProps = { kept: Kept; place: Place | undefined; known: boolean; lang: Language };

function OneNote({ kept, place, known, lang }: OneProps) {
  const words = yourDataMessages[lang];
  const kind = kept.id.slice(0, kept.id.indexOf(':')) as 'question' | 'section' | 'scenario';
  const title = place?.title ?? kept.id.slice(kind.length + 1);
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(kept.atMs);
  return (
    <li>
      <p class="notes-head">
        {place ? <a href={place.url}>{title}</a> : <b>{title}</b>}
        {kept.bookmarked && <span class="tag now">{words.bookmarked}</span>}
      </p>
      <p class="small faint">
        {[words[kind], place?.page, known && !place ? words.notHere : '', day].filter(Boolean).join(' · ')}
      </p>
      {kept.note !== '' && <p class="notes-text">{kept.note}</p>}
      <button
        class="as-link small"
        type="button"
        data-notes={kept.id}
        data-on={title}
        aria-label={`${words.notesChange}: ${title}`}
      >
        {words.notesChange}
      </button>
    </li>
  );
}
