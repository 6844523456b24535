import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../quiz-engine/attempt.ts';
import { beginRound, freshSeed, queueOf, stepRound } from './review-model.ts';

const DAY = 86_400_000;
const dayOf = (atMs: number) => Math.floor(atMs / DAY);
const answer = (id: string, atMs: number, correct: boolean, more: object = {}): Attempt => ({
  kind: 'question',
  id,
  version: 'v',
  response: ['a'],
  correct,
  atMs,
  ...more,
});
const asked = (id: string, seed = 1, again = false) => ({ id, seed, again });

describe('a round of reviews', () => {
  test('asks one after the other, and what was wrong once more at the end, with other numbers', () => {
    let round = beginRound([asked('a', 4), asked('b')]);
    round = stepRound(round, { do: 'answer', correct: false });
    expect(round.isAnswered).toBe(true);
    round = stepRound(stepRound(round, { do: 'next' }), { do: 'answer', correct: true });
    round = stepRound(round, { do: 'next' });
    expect(round.queue[round.at]).toEqual(asked('a', 5, true));
    round = stepRound(stepRound(round, { do: 'answer', correct: true }), { do: 'next' });
    expect(round.queue[round.at]).toBeUndefined();
    expect(round.answers).toEqual([
      { id: 'a', correct: false },
      { id: 'b', correct: true },
    ]);
  });

  test('counts an answer once, and none when nothing is asked', () => {
    const once = stepRound(beginRound([asked('a')]), { do: 'answer', correct: true });
    expect(stepRound(once, { do: 'answer', correct: false })).toBe(once);
    const over = beginRound([]);
    expect(stepRound(over, { do: 'answer', correct: false })).toBe(over);
  });
});

describe('what a round asks', () => {
  test('are the questions that are due, each with a seed it never had; scenarios are for the lab', () => {
    const log = [
      answer('a', 5 * DAY, true, { seed: 3 }),
      answer('a', 4 * DAY, true, { seed: 7 }),
      answer('b', 1, true),
    ];
    const queue = queueOf(log, ['question:a', 'scenario:x/y', 'question:b'], { today: 9, dayOf });
    expect(queue).toEqual([asked('a', 8), asked('b', 1)]);
    expect(freshSeed([], 'new')).toBe(1);
  });

  test('of a scenario is a drawing it never had, whatever questions are called', () => {
    const run = (id: string, seed?: number): Attempt => ({
      kind: 'scenario',
      id,
      set: {},
      met: true,
      goals: [],
      atMs: 1,
      ...(seed === undefined ? {} : { seed }),
    });
    const log = [run('a/b', 2), run('a/b'), run('c/d', 9), answer('a/b', 1, true, { seed: 7 })];
    expect(freshSeed(log, 'a/b', 'scenario')).toBe(3);
    expect(freshSeed(log, 'new/one', 'scenario')).toBe(1);
  });

  test('goes on after an interruption with what today’s review left wrong, and with nothing else of today', () => {
    const review = { behaviour: 'review' };
    const log = [
      answer('a', 9 * DAY, false, review),
      answer('b', 9 * DAY + 1, false, review),
      answer('b', 9 * DAY + 2, true, review),
      answer('c', 9 * DAY, false),
      answer('d', 8 * DAY, false, review),
    ];
    expect(queueOf(log, [], { today: 9, dayOf })).toEqual([asked('a', 1, true)]);
  });
});
