import type { Attempt } from './attempt.ts';

/** A question of the log that is not what it was. Its attempts count all the same. */
export type ChangedQuestion = {
  id: string;
  /** Reworded: the bank has another version now. Removed: it has none. */
  change: 'reworded' | 'removed';
  /** Attempts on what it was. */
  before: number;
  /** Attempts on what it is now. */
  since: number;
};

/**
 * Which questions of a log were reworded or removed since they were answered, by id. `versions` holds the present version
 * of every question by its id.
 */
export function changedQuestions(
  attempts: readonly Attempt[],
  versions: Readonly<Record<string, string>>,
): ChangedQuestion[] {
  const counts = new Map<string, { before: number; since: number }>();
  for (const attempt of attempts) {
    if (attempt.kind !== 'question') continue;
    const count = counts.get(attempt.id) ?? { before: 0, since: 0 };
    counts.set(attempt.id, count);
    const isPresent = Object.hasOwn(versions, attempt.id) && versions[attempt.id] === attempt.version;
    if (isPresent) count.since += 1;
    else count.before += 1;
  }
  return [...counts]
    .filter(([, { before }]) => before > 0)
    .map(([id, count]) => ({
      id,
      change: Object.hasOwn(versions, id) ? ('reworded' as const) : ('removed' as const),
      ...count,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
