import { type MemoryCard, retrievability } from './cards.ts';

/** What to review on each of the next days: `days[0]` is today. */
export type ReviewPlan = { days: string[][]; due: number };

type Horizon = {
  today: number;
  /** Reviews that a day is asked for at most. */
  perDay: number;
  days: number;
  examDay?: number | undefined;
  /** Reviews that today has seen already: they count towards its most. */
  done?: number | undefined;
};

/**
 * Spreads what is due over days, never a wall: at most `perDay` a day, the most forgotten first, the rest on the days after;
 * only the last day takes what is left. Before an exam everything due by then is spread evenly over the days that are left,
 * even if that is more a day.
 */
export function planReviews(cards: readonly MemoryCard[], horizon: Horizon): ReviewPlan {
  const { today, perDay, days, examDay, done = 0 } = horizon;
  const plan: string[][] = Array.from({ length: days }, () => []);
  const left = examDay === undefined ? days : Math.max(1, Math.min(days, examDay - today));
  const overdue = cards.filter(({ dueDay }) => dueDay <= today);
  const forgotten = [...overdue].sort(
    (a, b) => retrievability(a, today) - retrievability(b, today) || (a.id < b.id ? -1 : 1),
  );
  const coming = cards.filter(({ dueDay }) => dueDay > today && dueDay - today < left);
  const even = Math.ceil((overdue.length + coming.length + done) / left);
  const most = examDay === undefined ? perDay : Math.max(perDay, even);
  const roomOf = (day: number) => (day === 0 ? Math.max(0, most - done) : most);
  for (const card of coming) plan[card.dueDay - today]?.push(card.id);
  let day = 0;
  for (const card of forgotten) {
    while (day < left - 1 && (plan[day]?.length ?? 0) >= roomOf(day)) day++;
    plan[day]?.push(card.id);
  }
  // A day that many cards share hands the rest on.
  for (let from = 0; from < left - 1; from++) {
    const rest = plan[from]?.splice(roomOf(from)) ?? [];
    plan[from + 1]?.unshift(...rest);
  }
  return { days: plan, due: overdue.length };
}
