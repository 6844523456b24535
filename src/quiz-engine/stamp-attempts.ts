import { ATTEMPT_FORMAT, type Attempt, type StoredAttempt } from './attempt.ts';

/**
 * Gives attempts their place in the log. A clock may be set back; what a learner did last must stay last, or an old answer
 * would count as the newest. So no attempt is earlier than the newest known one: it is put a millisecond after it, and
 * what the clock said is kept beside it in `clockMs`. While the clock is ahead again, times are the clock's.
 */
export function stampAttempts(
  attempts: readonly Attempt[],
  { newestMs, newKey }: { newestMs: number; newKey: () => string },
): StoredAttempt[] {
  let newest = newestMs;
  return attempts.map((attempt) => {
    const moved = attempt.atMs < newest;
    newest = moved ? newest + 1 : attempt.atMs;
    const clock = moved ? { clockMs: attempt.atMs } : {};
    return { ...attempt, atMs: newest, ...clock, format: ATTEMPT_FORMAT, key: newKey() };
  });
}
