import { type FSRS, type FSRSState, fsrs } from 'ts-fsrs';
import type { Attempt } from '../attempt.ts';
import { gradeOfAnswer, gradeOfScenario, medianTook, type ReviewGrade } from './review-grade.ts';

/** Days, not minutes: repetition inside a sitting is the business of the sitting. */
const SETTINGS = { enable_short_term: false, enable_fuzz: false, request_retention: 0.9 } as const;

/** In the last week before an exam more is wanted than 90 %. */
const LAST_WEEK_RETENTION = 0.95;

/** One review of one item: the first of its day. */
export type Review = { day: number; grade: ReviewGrade };

/** What FSRS knows of one question (`question:<id>`) or scenario (`scenario:<id>`). Days count from 1970-01-01. */
export type MemoryCard = {
  id: string;
  reviews: readonly Review[];
  /** Days until the chance to remember falls to 90 %. */
  stability: number;
  difficulty: number;
  lastDay: number;
  /** The day on which it should come back. */
  dueDay: number;
};

export type Schedule = {
  /** The day of an exam: nothing is due later than the day before. */
  examDay?: number | undefined;
  /** Today: in the last week before the exam intervals are shorter. */
  today: number;
};

/**
 * The reviews that a log holds, by item: of several answers on one day the first counts, because the others were given
 * with the answer in sight; of a scenario the best of its day, because working at it is the point. `dayOf` is the learner's
 * day of a moment.
 */
export function reviewsOf(attempts: readonly Attempt[], dayOf: (atMs: number) => number): Map<string, Review[]> {
  const median = medianTook(attempts.flatMap((attempt) => (attempt.kind === 'question' ? [attempt] : [])));
  const byItem = new Map<string, Map<number, ReviewGrade>>();
  // Sorting is stable: of one moment the log's order counts.
  const inOrder = isInOrder(attempts) ? attempts : [...attempts].sort((a, b) => a.atMs - b.atMs);
  for (const attempt of inOrder) {
    if (attempt.kind !== 'question' && attempt.kind !== 'scenario') continue;
    // An exam keeps what was left unanswered too; that says nothing about memory.
    if (attempt.kind === 'question' && attempt.response === null) continue;
    const id = `${attempt.kind}:${attempt.id}`;
    const days = byItem.get(id) ?? new Map<number, ReviewGrade>();
    byItem.set(id, days);
    const day = dayOf(attempt.atMs);
    const seen = days.get(day);
    if (attempt.kind === 'question') days.set(day, seen ?? gradeOfAnswer(attempt, median));
    else days.set(day, Math.max(seen ?? 1, gradeOfScenario(attempt)) as ReviewGrade);
  }
  return new Map([...byItem].map(([id, days]) => [id, [...days].map(([day, grade]) => ({ day, grade }))]));
}

/** A log that was read is in order already, and sorting it again is most of a fold's time. */
function isInOrder(attempts: readonly Attempt[]): boolean {
  return attempts.every(({ atMs }, i) => i === 0 || (attempts[i - 1] as Attempt).atMs <= atMs);
}

/** Folds reviews into cards with `ts-fsrs`, sorted by when they are due. */
export function cardsOf(reviews: ReadonlyMap<string, readonly Review[]>, schedule: Schedule): MemoryCard[] {
  const { examDay, today } = schedule;
  const isLastWeek = examDay !== undefined && examDay > today && examDay - today <= 7;
  // What is wanted decides the next interval only, not what was remembered so far.
  const scheduler = fsrs(isLastWeek ? { ...SETTINGS, request_retention: LAST_WEEK_RETENTION } : SETTINGS);
  const cards = [...reviews].flatMap(([id, given]) => cardOf(id, given, scheduler) ?? []);
  const capped = cards.map((card) =>
    examDay === undefined || card.lastDay >= examDay ? card : { ...card, dueDay: Math.min(card.dueDay, examDay - 1) },
  );
  return capped.sort((a, b) => a.dueDay - b.dueDay || (a.id < b.id ? -1 : 1));
}

function cardOf(id: string, reviews: readonly Review[], scheduler: FSRS): MemoryCard | undefined {
  const [start, end] = [reviews[0], reviews.at(-1)];
  if (start === undefined || end === undefined) return undefined;
  // Only what the answer was, not all four that it might have been: a log has a hundred thousand, and each costs powers.
  let memory: FSRSState | null = null;
  let before = start.day;
  for (const { day, grade } of reviews.slice(0, -1)) {
    memory = scheduler.next_state(memory, day - before, grade);
    before = day;
  }
  const elapsed = end.day - before;
  const ifGraded = (grade: ReviewGrade) => scheduler.next_state(memory, elapsed, grade);
  const days = intervalOf(end.grade, (grade) => scheduler.next_interval(ifGraded(grade).stability, elapsed));
  return { id, reviews, ...ifGraded(end.grade), lastDay: end.day, dueDay: end.day + days };
}

/** Days until a card is due: a better grade gives at least a day more, as ts-fsrs has it without short terms. */
function intervalOf(grade: ReviewGrade, daysIf: (grade: ReviewGrade) => number): number {
  const again = Math.min(daysIf(1), daysIf(2));
  if (grade === 1) return again;
  const hard = Math.max(daysIf(2), again + 1);
  if (grade === 2) return hard;
  const good = Math.max(daysIf(3), hard + 1);
  return grade === 3 ? good : Math.max(daysIf(4), good + 1);
}

/** The chance that a card is remembered on a day, 0 to 1 (FSRS-6). */
export function retrievability(card: MemoryCard, day: number): number {
  const decay = -0.1542;
  const factor = 0.9 ** (1 / decay) - 1;
  return (1 + (factor * Math.max(0, day - card.lastDay)) / card.stability) ** decay;
}
