import { ATTEMPT_FORMAT, type Attempt, type StoredAttempt } from './attempt.ts';

/**
 * Gives attempts their place in the log. A clock may be set back; what a learner did last must stay last, or an old answer
 * would count as the newest. So no attempt is earlier than the newest known one: it is put a millisecond after it, and
 * what the clock said is kept beside it in `clockMs`. While the clock is ahead again, times are the clock's.
 *
 * What belongs to a sitting is left as it is: an exam has a clock of its own that never goes back, its bell counts by the
 * millisecond, and its answers are graded into the log for the moment of handing in, which may be long past.
 */
export function stampAttempts(
  attempts: readonly Attempt[],
  { newestMs, newKey }: { newestMs: number; newKey: () => string },
): StoredAttempt[] {
  let newest = newestMs;
  return attempts.map((attempt) => {
    const moved = attempt.atMs < newest && !isOfSitting(attempt);
    const atMs = moved ? newest + 1 : attempt.atMs;
    newest = Math.max(newest, atMs);
    return { ...attempt, atMs, ...(moved ? { clockMs: attempt.atMs } : {}), format: ATTEMPT_FORMAT, key: newKey() };
  });
}

function isOfSitting(attempt: Attempt): boolean {
  return attempt.kind === 'sitting' || (attempt.kind === 'question' && attempt.sitting !== undefined);
}
