import { useCallback, useEffect, useState } from 'preact/hooks';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { PER_DAY, type ReviewDay } from '../../quiz-engine/review/review-day.ts';
import { readLog } from '../progress-store.ts';
import { loadBank } from '../standing/load-bank.ts';
import { localDayOf } from '../standing/local-day.ts';
import { reviewsToday } from '../standing/standing-model.ts';

/** The log, the bank, and today's reviews folded from them. */
export type Review = { attempts: StoredAttempt[]; bank: BankLine[]; today: number; day: ReviewDay };

/** Folds the log as it is now; `more` is what the learner asked for beyond a day's usual most. */
export async function loadReview(scenarios: ReadonlySet<string>, more: number): Promise<Review | undefined> {
  const [{ attempts }, bank] = await Promise.all([readLog(), loadBank()]);
  if (bank === undefined) return undefined;
  const today = localDayOf(Date.now());
  const perDay = PER_DAY + more;
  return { attempts, bank, today, day: reviewsToday(attempts, bank, { today, dayOf: localDayOf, perDay, scenarios }) };
}

/** The review of today; `fold` folds the log again and resolves to what it found. A page that was left open folds when the day has changed. */
export function useReview(scenarios: ReadonlySet<string>) {
  const [review, setReview] = useState<Review | 'failed'>();
  const fold = useCallback(async (more: number) => {
    const found = await loadReview(scenarios, more);
    setReview(found ?? 'failed');
    return found;
  }, []);
  return { review, fold };
}

/** Calls back when the page is looked at again on another day than `today`. */
export function useNewDay(today: number | undefined, changed: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && today !== undefined && localDayOf(Date.now()) !== today) changed();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [today, changed]);
}
