import { type Card, createEmptyCard, type FSRS, fsrs, type Grade } from 'ts-fsrs';
import type { Attempt } from '../attempt.ts';
import { gradeOfAnswer, gradeOfScenario, medianTook, type ReviewGrade } from './review-grade.ts';

const DAY_MS = 86_400_000;

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
  const inOrder = attempts
    .map((attempt, index) => ({ attempt, index }))
    .sort((a, b) => a.attempt.atMs - b.attempt.atMs || a.index - b.index);
  for (const { attempt } of inOrder) {
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

/** Folds reviews into cards with `ts-fsrs`, sorted by when they are due. */
export function cardsOf(reviews: ReadonlyMap<string, readonly Review[]>, schedule: Schedule): MemoryCard[] {
  const scheduler = fsrs(SETTINGS);
  const urgent = fsrs({ ...SETTINGS, request_retention: LAST_WEEK_RETENTION });
  const { examDay, today } = schedule;
  const isLastWeek = examDay !== undefined && examDay > today && examDay - today <= 7;
  const cards = [...reviews].flatMap(
    ([id, given]) => cardOf(id, given, isLastWeek ? [scheduler, urgent] : [scheduler]) ?? [],
  );
  const capped = cards.map((card) =>
    examDay === undefined || card.lastDay >= examDay ? card : { ...card, dueDay: Math.min(card.dueDay, examDay - 1) },
  );
  return capped.sort((a, b) => a.dueDay - b.dueDay || (a.id < b.id ? -1 : 1));
}

/** The last of the schedulers decides the interval after the last review. */
function cardOf(id: string, reviews: readonly Review[], [first, last = first]: FSRS[]): MemoryCard | undefined {
  const end = reviews.at(-1);
  if (end === undefined || first === undefined || last === undefined) return undefined;
  let card: Card = createEmptyCard((reviews[0]?.day ?? 0) * DAY_MS);
  for (const [index, { day, grade }] of reviews.entries()) {
    const scheduler = index === reviews.length - 1 ? last : first;
    card = scheduler.next(card, day * DAY_MS, grade as Grade).card;
  }
  return {
    id,
    reviews,
    stability: card.stability,
    difficulty: card.difficulty,
    lastDay: end.day,
    dueDay: Math.round(card.due.getTime() / DAY_MS),
  };
}

/** The chance that a card is remembered on a day, 0 to 1 (FSRS-6). */
export function retrievability(card: MemoryCard, day: number): number {
  const decay = -0.1542;
  const factor = 0.9 ** (1 / decay) - 1;
  return (1 + (factor * Math.max(0, day - card.lastDay)) / card.stability) ** decay;
}
