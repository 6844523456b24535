import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../random/random.ts';
import type { StoredAttempt } from '../attempt.ts';
import { chanceOf } from './elo.ts';
import { FEWEST_LEARNERS, pooledDifficulties } from './pooled-difficulties.ts';

const answer = (learner: number, id: string, atMs: number, correct: boolean, version = 'v'): StoredAttempt => ({
  kind: 'question',
  format: 2,
  key: `${learner}-${id}-${atMs}`,
  id,
  version,
  response: ['a'],
  correct,
  atMs,
});
const find = (id: string) => (id.startsWith('q') ? { version: 'v', ways: 4 } : undefined);

describe('difficulties from pooled logs', () => {
  it('find again what made the answers, in order and about in size', () => {
    const made = [-2, -1, 0, 1, 2];
    const logs = Array.from({ length: 400 }, (_, learner) => {
      const random = randomFrom('pooled', learner);
      const ability = random.below(300) / 100 - 1.5;
      return made.map((difficulty, i) =>
        answer(learner, `q${i}`, learner * 10 + i, random.below(10_000) < 10_000 * chanceOf(ability, difficulty, 4)),
      );
    });
    const fitted = pooledDifficulties(logs, find);
    expect(fitted.map(({ id, n }) => [id, n])).toEqual(made.map((_, i) => [`q${i}`, 400]));
    for (const [i, { difficulty }] of fitted.entries()) {
      if (i > 0) expect(difficulty).toBeGreaterThan(fitted[i - 1]?.difficulty ?? 9);
      expect(Math.abs(difficulty - (made[i] ?? 9))).toBeLessThan(1);
    }
  });

  it('count the first answer of each learner to the question as it is now, and leave out what too few answered', () => {
    const few = Array.from({ length: FEWEST_LEARNERS }, (_, learner) => [
      answer(learner, 'q1', 2, learner % 2 === 0),
      answer(learner, 'q1', 3, true),
      ...(learner > 0 ? [answer(learner, 'q2', 4, true)] : []),
      answer(learner, 'q3', 5, true, 'old'),
      answer(learner, 'gone', 6, true),
    ]);
    const fitted = pooledDifficulties(few, find);
    expect(fitted.map(({ id, n }) => [id, n])).toEqual([['q1', FEWEST_LEARNERS]]);
    expect(
      pooledDifficulties(
        few.map((log) => [...log].reverse()),
        find,
      ),
    ).toEqual(fitted);
  });
});
