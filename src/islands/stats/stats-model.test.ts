import { describe, expect, it } from 'vitest';
import { flagMessages } from '../../i18n/stats-messages.ts';
import { LANGUAGES } from '../../i18n/text.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import { FLAGS } from '../../quiz-engine/item-statistics/flags.ts';
import { itemStatistics } from '../../quiz-engine/item-statistics/item-statistics.ts';
import { writeLogFile } from '../../quiz-engine/log-file.ts';
import { readLogs } from './read-logs.ts';
import { countFlags, filtered, isFlagged, ordered, percent, show } from './stats-model.ts';

const answer = (id: string, learner: number, correct: boolean): StoredAttempt => ({
  kind: 'question',
  format: 2,
  key: `${learner}-${id}`,
  id,
  version: 'v',
  response: ['a'],
  correct,
  atMs: 1,
});
/** Forty learners; everybody knows "easy", half know "half", nobody knows "hard". */
const { questions } = itemStatistics(
  Array.from({ length: 40 }, (_, learner) => [
    answer('easy', learner, true),
    answer('half', learner, learner % 2 === 0),
    answer('hard', learner, false),
  ]),
);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('the table of questions', () => {
  it('is sorted by a column in both directions, and what has no value comes last either way', () => {
    expect(ids(ordered(questions, { column: 'right', isDescending: true }))).toEqual(['easy', 'half', 'hard']);
    expect(ids(ordered(questions, { column: 'right', isDescending: false }))).toEqual(['hard', 'half', 'easy']);
    expect(ids(ordered(questions, { column: 'question', isDescending: true }))).toEqual(['hard', 'half', 'easy']);
    for (const isDescending of [true, false]) {
      const last = ordered(questions, { column: 'r', isDescending }).at(-1);
      expect(last?.corrected).toBeUndefined();
    }
  });

  it('can be narrowed to a flag, or to whatever has one that is not only about few learners', () => {
    expect(ids(filtered(questions, 'too-hard'))).toEqual(['hard']);
    expect(filtered(questions, 'few-for-r')).toHaveLength(3);
    expect(ids(questions.filter((question) => !isFlagged(question)))).toEqual(['half']);
    expect(countFlags(questions)).toEqual([
      { flag: 'weak', count: 2 },
      { flag: 'too-hard', count: 1 },
      { flag: 'too-easy', count: 1 },
      { flag: 'few-for-r', count: 3 },
    ]);
  });

  it('says every flag in both languages', () => {
    for (const lang of LANGUAGES) expect(Object.keys(flagMessages[lang]).sort()).toEqual([...FLAGS].sort());
  });
});

describe('a figure', () => {
  it.each([
    [undefined, '–'],
    [0.125, '0.13'],
    [-0.5, '−0.50'],
    [-0.001, '0.00'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%s is read as %s', (value, text) => {
    expect(show(value)).toBe(text);
  });

  it('that is a share is read in whole per cent', () => {
    expect([percent(0.625), percent(0), percent(undefined)]).toEqual(['63 %', '0 %', '–']);
  });
});

describe('files', () => {
  const file = (name: string, text: string) => ({ name, size: text.length, text: async () => text });

  it('that are no logs are named with their fault, and spoil nothing', async () => {
    const seen: number[] = [];
    const read = await readLogs(
      [
        file('good.json', writeLogFile([answer('q', 1, true)])),
        file('nonsense.json', 'x'.repeat(10_000_000)),
        file('other.json', '{}'),
        { name: 'huge.json', size: 1e9, text: () => Promise.reject(new Error('never read')) },
        { name: 'gone.json', size: 1, text: () => Promise.reject(new Error('moved')) },
        file('damaged.json', '{"drydock":"log","version":1,"attempts":[1,2]}'),
      ],
      (done) => seen.push(done),
    );
    expect(read.logs).toHaveLength(2);
    expect(read.refused).toEqual([
      { name: 'nonsense.json', fault: 'not-json' },
      { name: 'other.json', fault: 'not-a-log' },
      { name: 'huge.json', fault: 'too-large' },
      { name: 'gone.json', fault: 'unread' },
    ]);
    expect(read.unreadable).toBe(2);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
