import type { Attempt } from './attempt.ts';

/** What a learner keeps on one place. */
export type Kept = {
  /** `question:<id>`, `scenario:<id>` or `section:<lesson>#<anchor>`. */
  id: string;
  bookmarked: boolean;
  note: string;
  /** When it was last changed. */
  atMs: number;
};

const PLACES = /^(question|scenario|section):/;

/**
 * Bookmarks and notes of a log in any order, the newest first. Of two marks on a place the later one counts, each field for
 * itself: a bookmark set on the phone does not empty the note from the laptop. A place that keeps nothing any more is left out.
 */
export function foldNotes(attempts: readonly Attempt[]): Kept[] {
  const marks = attempts.filter((attempt) => attempt.kind === 'mark' && PLACES.test(attempt.id));
  const kept = new Map<string, Kept>();
  for (const mark of marks.toSorted((a, b) => a.atMs - b.atMs || compare(a, b))) {
    if (mark.kind !== 'mark') continue;
    const before = kept.get(mark.id) ?? { id: mark.id, bookmarked: false, note: '', atMs: 0 };
    const { bookmarked = before.bookmarked, note = before.note, atMs } = mark;
    kept.set(mark.id, { id: mark.id, bookmarked, note, atMs });
  }
  return [...kept.values()]
    .filter(({ bookmarked, note }) => bookmarked || note !== '')
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1));
}

/** Marks of one moment in an order that does not depend on how they were stored. */
function compare(a: Attempt, b: Attempt): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Those whose note, or the title of whose place, has every word of the query, whatever its case and its accents. */
export function findNotes(kept: readonly Kept[], query: string, titleOf: (id: string) => string): Kept[] {
  const words = plain(query).split(/\s+/);
  return kept.filter(({ id, note }) => {
    const text = plain(`${note} ${titleOf(id)}`);
    return words.every((word) => text.includes(word));
  });
}

/** Decomposed, so that an unfinished syllable of Hangul already finds the whole one. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}
