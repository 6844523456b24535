import { describe, expect, it } from 'vitest';
import type { Attempt } from './attempt.ts';
import { changedQuestions } from './changed-questions.ts';
import { foldProgress } from './progress.ts';

const answer = (id: string, version: string): Attempt => ({
  kind: 'question',
  id,
  version,
  response: ['a'],
  correct: true,
  atMs: 1,
});
const log = [
  answer('same', '1'),
  answer('reworded', '1'),
  answer('reworded', '2'),
  answer('gone', '1'),
  answer('toString', '1'),
];

describe('a question that changed since it was answered', () => {
  it('is named with how often it was answered before and since', () => {
    expect(changedQuestions(log, { same: '1', reworded: '2' })).toEqual([
      { id: 'gone', change: 'removed', before: 1, since: 0 },
      { id: 'reworded', change: 'reworded', before: 1, since: 1 },
      { id: 'toString', change: 'removed', before: 1, since: 0 },
    ]);
  });

  it('still counts: nothing of the log is left out', () => {
    expect(foldProgress(log).questions.gone).toMatchObject({ tries: 1, everCorrect: true });
    expect(foldProgress(log).questions.reworded).toMatchObject({ tries: 2 });
    expect(foldProgress(log).questions.toString).toMatchObject({ tries: 1 });
  });
});
