import { isoDay } from '../../simulator/kernel/iso-day.ts';
import type { Attempt } from '../attempt.ts';
import { cardsOf, type MemoryCard, type Review } from './cards.ts';

const DAY_MS = 86_400_000;
const PREFIX = 'exam-date:';

/** The id of the mark that holds the day of a family's exam. */
export function examDateId(family: string): string {
  return PREFIX + family;
}

/** Days from 1970-01-01 to an ISO day ("2026-12-01"). Undefined for what is no day of the calendar. */
export function dayNumber(iso: string): number | undefined {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  const day = Date.UTC(year, month - 1, date) / DAY_MS;
  return isoDay(day) === iso ? day : undefined;
}

/** The exam days that a learner set, by family; the latest mark counts, one without a day takes it back. */
export function examDaysOf(attempts: readonly Attempt[]): Map<string, number> {
  const latest = new Map<string, { atMs: number; day: string | undefined }>();
  for (const attempt of attempts) {
    if (attempt.kind !== 'mark' || !attempt.id.startsWith(PREFIX)) continue;
    const family = attempt.id.slice(PREFIX.length);
    const before = latest.get(family);
    // Of two marks of one moment the later day counts, whatever the order of the log.
    const isLater =
      before === undefined ||
      attempt.atMs > before.atMs ||
      (attempt.atMs === before.atMs && (attempt.day ?? '') > (before.day ?? ''));
    if (isLater) latest.set(family, { atMs: attempt.atMs, day: attempt.day });
  }
  const days = [...latest].flatMap(([family, { day }]): [string, number][] => {
    const number = day === undefined ? undefined : dayNumber(day);
    return number === undefined ? [] : [[family, number]];
  });
  return new Map(days);
}

/** The first of these exams that is still to come, today's not any more. */
export function nextExam(
  days: ReadonlyMap<string, number>,
  today: number,
  families: readonly string[],
): { family: string; day: number } | undefined {
  return [...days]
    .flatMap(([family, day]) => (day > today && families.includes(family) ? [{ family, day }] : []))
    .sort((a, b) => a.day - b.day || (a.family < b.family ? -1 : 1))[0];
}

/** Cards of a learner with several exams: each is due before the first exam that asks it. Sorted by when they are due. */
export function cardsBeforeExams(
  reviews: ReadonlyMap<string, readonly Review[]>,
  { today, examDayOf }: { today: number; examDayOf: (id: string) => number | undefined },
): MemoryCard[] {
  const byExam = new Map<number | undefined, Map<string, readonly Review[]>>();
  for (const [id, given] of reviews) {
    const examDay = examDayOf(id);
    const group = byExam.get(examDay) ?? new Map<string, readonly Review[]>();
    byExam.set(examDay, group.set(id, given));
  }
  return [...byExam]
    .flatMap(([examDay, group]) => cardsOf(group, { examDay, today }))
    .sort((a, b) => a.dueDay - b.dueDay || (a.id < b.id ? -1 : 1));
}
