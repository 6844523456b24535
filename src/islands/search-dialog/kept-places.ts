/** The learner's bookmarks and notes among the results of the search dialog. */
import type { Language } from '../../i18n/text.ts';
import { findNotes, foldNotes } from '../../quiz-engine/notes.ts';
import { loadPlaces } from '../notes/load-places.ts';
import { readLog } from '../progress-store.ts';
import type { HitGroup } from './search-model.ts';

/** Results of this kind that are shown; the rest is on the page of the learner's data. */
const SHOWN = 4;
/** Characters of a note below its title. */
const NOTE_LENGTH = 130;

/** Reads what is kept on this device. Nothing more is fetched for a learner who keeps nothing. */
export async function readKept(language: Language): Promise<(query: string) => HitGroup[]> {
  const kept = foldNotes((await readLog()).attempts);
  const places = kept.length === 0 ? undefined : await loadPlaces(language);
  if (places === undefined) return () => [];
  const here = kept.filter(({ id }) => places[id] !== undefined);
  return (query) => {
    const hits = findNotes(here, query, (id) => places[id]?.title ?? '').slice(0, SHOWN);
    if (hits.length === 0) return [];
    const shown = hits.map(({ id, note }) => {
      const { title = '', page = '', url = '' } = places[id] ?? {};
      const text = note.length <= NOTE_LENGTH ? note : `${note.slice(0, NOTE_LENGTH - 1)}…`;
      return {
        url,
        heading: [{ text: title, marked: false }],
        page: page === title ? '' : page,
        snippet: text === '' ? [] : [{ text, marked: false }],
      };
    });
    return [{ kind: 'kept', hits: shown }];
  };
}
