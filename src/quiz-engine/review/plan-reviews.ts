import { type MemoryCard, retrievability } from './cards.ts';

/** What to review on each of the next days: `days[0]` is today. */
export type ReviewPlan = { days: string[][]; due: number };

/**
 * Spreads what is due over days, never a wall: at most `perDay` a day, the most forgotten first, the rest on the days after.
 * Before an exam everything due by then is spread evenly over the days that are left, even if that is more a day.
 */
export function planReviews(
  cards: readonly MemoryCard[],
  { today, perDay, days, examDay }: { today: number; perDay: number; days: number; examDay?: number | undefined },
): ReviewPlan {
  const plan: string[][] = Array.from({ length: days }, () => []);
  const left = examDay === undefined ? days : Math.max(1, Math.min(days, examDay - today));
  const overdue = cards.filter(({ dueDay }) => dueDay <= today);
  const forgotten = [...overdue].sort(
    (a, b) => retrievability(a, today) - retrievability(b, today) || (a.id < b.id ? -1 : 1),
  );
  const most = examDay === undefined ? perDay : Math.max(perDay, Math.ceil(overdue.length / left));
  for (const card of cards) {
    const offset = card.dueDay - today;
    if (offset > 0 && offset < left) plan[offset]?.push(card.id);
  }
  let day = 0;
  for (const card of forgotten) {
    while (day < left - 1 && (plan[day]?.length ?? 0) >= most) day++;
    plan[day]?.push(card.id);
  }
  return { days: plan, due: overdue.length };
}
