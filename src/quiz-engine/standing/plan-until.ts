/** What one day before an exam asks for. */
export type PlannedDay = { day: number; reviews: number; fresh: number };

/**
 * The days until an exam, today first: the reviews that are known now, and the questions that are still new, spread evenly;
 * the day before the exam is for reviews only, unless it is the only one left.
 */
export function planUntil({
  today,
  examDay,
  reviews,
  fresh,
}: {
  today: number;
  examDay: number;
  /** Reviews of each day from today on. */
  reviews: readonly number[];
  /** Questions that were never answered. */
  fresh: number;
}): PlannedDay[] {
  const days = Math.max(0, examDay - today);
  const learning = Math.max(1, days - 1);
  return Array.from({ length: days }, (_, i) => ({
    day: today + i,
    reviews: reviews[i] ?? 0,
    // Whole questions whose running sum stays nearest to an even spread.
    fresh: i < learning ? Math.ceil((fresh * (i + 1)) / learning) - Math.ceil((fresh * i) / learning) : 0,
  }));
}
