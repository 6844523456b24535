import type { StoredAttempt } from '../attempt.ts';
import { fitDifficulties } from './elo.ts';
import { firstAnswers } from './first-answers.ts';

/** A question as the bank has it now: answers to another version of it say nothing of this one. */
export type PooledItem = { version: string; ways?: number | undefined };

/** With fewer learners a difficulty is chance. */
export const FEWEST_LEARNERS = 30;

/**
 * How hard each question is for the learners of these logs, one log a learner, by their first answers in order of time;
 * sorted by id. What fewer than thirty learners answered is left out.
 */
export function pooledDifficulties(
  logs: readonly (readonly StoredAttempt[])[],
  find: (id: string) => PooledItem | undefined,
): { id: string; difficulty: number; n: number }[] {
  const answers = logs.flatMap((log, index) =>
    firstAnswers(log).flatMap(({ id, version, correct, atMs }) => {
      const item = find(id);
      if (item === undefined || item.version !== version) return [];
      return [{ learner: String(index), item: id, choices: item.ways ?? 0, correct, atMs }];
    }),
  );
  const inOrder = answers.sort(
    (a, b) => a.atMs - b.atMs || (a.item < b.item ? -1 : a.item > b.item ? 1 : Number(a.learner) - Number(b.learner)),
  );
  return [...fitDifficulties(inOrder)]
    .filter(([, { n }]) => n >= FEWEST_LEARNERS)
    .map(([id, { difficulty, n }]) => ({ id, difficulty: Math.round(difficulty * 100) / 100, n }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
