import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from './attempt.ts';
import { findNotes, foldNotes } from './notes.ts';

const mark = (id: string, atMs: number, fields: { note?: string; bookmarked?: boolean }): Attempt => ({
  kind: 'mark',
  id,
  atMs,
  ...fields,
});

describe('bookmarks and notes', () => {
  it('are the latest of each place, field by field, the newest place first', () => {
    const log = [
      mark('question:q', 30, { bookmarked: true }),
      mark('question:q', 10, { note: 'old' }),
      mark('question:q', 20, { note: 'ceil, not floor' }),
      mark('section:ecs-placement#spread', 40, { note: '존마다 하나씩' }),
      mark('exam-date:SAA', 50, {}),
    ];
    expect(foldNotes(log)).toEqual([
      { id: 'section:ecs-placement#spread', bookmarked: false, note: '존마다 하나씩', atMs: 40 },
      { id: 'question:q', bookmarked: true, note: 'ceil, not floor', atMs: 30 },
    ]);
  });

  it('that were taken back are gone', () => {
    const log = [
      mark('question:q', 1, { note: 'x', bookmarked: true }),
      mark('question:q', 2, { note: '', bookmarked: false }),
    ];
    expect(foldNotes(log)).toEqual([]);
  });

  it('are the same in whatever order the log is', () => {
    const one = fc.record({ id: fc.constantFrom('question:a', 'section:b#c'), atMs: fc.nat(3), note: fc.string() });
    fc.assert(
      fc.property(fc.array(one), (marks) => {
        const log = marks.map(({ id, atMs, note }) => mark(id, atMs, { note }));
        expect(foldNotes(log)).toEqual(foldNotes(log.toReversed()));
      }),
    );
  });
});

describe('searching notes', () => {
  const kept = foldNotes([
    mark('question:q', 2, { note: 'Rounds UP, café' }),
    mark('section:l#s', 1, { note: '가용 영역마다' }),
  ]);
  const find = (query: string) =>
    findNotes(kept, query, (id) => (id === 'question:q' ? 'Minimum healthy percent' : '')).map(({ id }) => id);

  it('finds every word in the note or in the title, whatever the case and the accents', () => {
    expect(find('up minimum')).toEqual(['question:q']);
    expect(find('cafe')).toEqual(['question:q']);
    expect(find('up maximum')).toEqual([]);
  });

  it('finds a syllable of Hangul that is not finished', () => {
    expect(find('영여')).toEqual(['section:l#s']);
  });

  it('without words finds all', () => {
    expect(find(' ')).toHaveLength(2);
  });
});
