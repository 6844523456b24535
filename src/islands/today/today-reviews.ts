import type { Attempt } from '../../quiz-engine/attempt.ts';
import { loadBank } from '../standing/load-bank.ts';
import { localDayOf } from '../standing/local-day.ts';
import { reviewsToday } from '../standing/standing-model.ts';

/** How many reviews today asks for, and the first exam to come. Nothing is due where the bank cannot be had. */
export async function reviewsOfToday(
  attempts: readonly Attempt[],
  scenarios: ReadonlySet<string>,
): Promise<{ due: number; exam: { family: string; days: number } | undefined }> {
  const today = localDayOf(Date.now());
  const bank = (await loadBank()) ?? [];
  const { plan, exam } = reviewsToday(attempts, bank, { today, dayOf: localDayOf, scenarios });
  return {
    due: plan.days[0]?.length ?? 0,
    exam: exam && { family: exam.family, days: exam.day - today },
  };
}
