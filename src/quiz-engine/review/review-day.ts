import type { Attempt } from '../attempt.ts';
import { type MemoryCard, reviewsOf } from './cards.ts';
import { cardsBeforeExams, examDaysOf, nextExam } from './exam-dates.ts';
import { planReviews, type ReviewPlan } from './plan-reviews.ts';

/** Reviews of a day at most, unless an exam needs more: about ten minutes. */
export const PER_DAY = 20;

/** Where a learner's reviews stand on one day. */
export type ReviewDay = {
  cards: MemoryCard[];
  /** `days[0]` is what today asks for, of what is due. */
  plan: ReviewPlan;
  /** Cards that were reviewed today. */
  done: number;
  /** Cards whose question or scenario no longer exists; they are not asked. */
  gone: number;
  /** The first exam to come. */
  exam: { family: string; day: number } | undefined;
};

export type ReviewSetting = {
  today: number;
  /** The learner's day of a moment. */
  dayOf: (atMs: number) => number;
  perDay: number;
  days: number;
  /** The exam families that ask a card (`question:<id>`, `scenario:<id>`); undefined when it is gone. */
  familiesOf: (card: string) => readonly string[] | undefined;
};

/** Folds the log into today's reviews and those of the next days. */
export function reviewDayOf(attempts: readonly Attempt[], setting: ReviewSetting): ReviewDay {
  const { today, dayOf, perDay, days, familiesOf } = setting;
  const exams = examDaysOf(attempts);
  const all = reviewsOf(attempts, dayOf);
  const known = new Map([...all].filter(([id]) => familiesOf(id) !== undefined));
  const cards = cardsBeforeExams(known, {
    today,
    examDayOf: (id) => nextExam(exams, today, familiesOf(id) ?? [])?.day,
  });
  const families = new Set([...known.keys()].flatMap((id) => familiesOf(id) ?? []));
  const exam = nextExam(exams, today, [...exams.keys()]);
  const done = cards.filter(({ lastDay, reviews }) => lastDay === today && reviews.length > 1).length;
  const examDay = nextExam(exams, today, [...families])?.day;
  return {
    cards,
    plan: planReviews(cards, { today, perDay, days, examDay, done }),
    done,
    gone: all.size - known.size,
    exam,
  };
}
