import type { Attempt } from '../../quiz-engine/attempt.ts';
import { type BankLine, questionsFor } from '../../quiz-engine/exam/bank.ts';
import { examDaysOf, nextExam } from '../../quiz-engine/review/exam-dates.ts';
import { PER_DAY, type ReviewDay, reviewDayOf } from '../../quiz-engine/review/review-day.ts';
import { type Calibration, calibrationOf } from '../../quiz-engine/standing/calibration.ts';
import { firstAnswers } from '../../quiz-engine/standing/first-answers.ts';
import { nextQuestion } from '../../quiz-engine/standing/next-question.ts';
import {
  type ObjectiveStanding,
  objectivesOf,
  statedAnswers,
  sureButWrong,
} from '../../quiz-engine/standing/objectives.ts';
import { type PlannedDay, planUntil } from '../../quiz-engine/standing/plan-until.ts';
import { type Forecast, forecastOf, recordOf, type TestedForecast } from '../../quiz-engine/standing/readiness.ts';
import { isoDay } from '../../simulator/kernel/iso-day.ts';

/** An exam as the curriculum has it, in one language. */
export type ExamInfo = {
  /** A family, or `containers`. */
  exam: string;
  code: string;
  title: string;
  pass: number;
  from?: string | undefined;
  until?: string | undefined;
  domains: { id: string; weight: number }[];
};

export type When = { today: number; dayOf: (atMs: number) => number };

/** Everything of "where you stand" that does not depend on the exam that is looked at. */
export type Standing = {
  review: ReviewDay;
  /** The new question to ask next. */
  next: BankLine | undefined;
  sure: BankLine[];
  objectives: ObjectiveStanding[];
  calibration: Calibration | undefined;
  answered: number;
  examDays: Map<string, number>;
};

/** Exam families of a card; a scenario belongs to all, because the bank's questions of its lesson do. */
function familiesIn(bank: readonly BankLine[], scenarios: ReadonlySet<string> | undefined) {
  const exams = new Map(bank.map((line) => [`question:${line.id}`, line.exams]));
  const every = [...new Set(bank.flatMap((line) => line.exams))];
  return (card: string): readonly string[] | undefined => {
    if (!card.startsWith('scenario:')) return exams.get(card);
    return scenarios === undefined || scenarios.has(card.slice('scenario:'.length)) ? every : undefined;
  };
}

/** Folds log and bank into today's reviews; `scenarios` are those of the site, where they are known. */
export function reviewsToday(
  attempts: readonly Attempt[],
  bank: readonly BankLine[],
  when: When & { perDay?: number; days?: number; scenarios?: ReadonlySet<string> | undefined },
): ReviewDay {
  const { today, dayOf, perDay = PER_DAY, days = 14, scenarios } = when;
  return reviewDayOf(attempts, { today, dayOf, perDay, days, familiesOf: familiesIn(bank, scenarios) });
}

export function standingOf(attempts: readonly Attempt[], bank: readonly BankLine[], when: When): Standing {
  const review = reviewsToday(attempts, bank, when);
  const chosen = nextQuestion(attempts, bank);
  const lines = new Map(bank.map((line) => [line.id, line]));
  return {
    review,
    next: bank.find(({ id }) => id === chosen?.id),
    sure: sureButWrong(attempts).flatMap((id) => lines.get(id) ?? []),
    objectives: objectivesOf(attempts, bank, { cards: review.cards, today: when.today }),
    calibration: calibrationOf(statedAnswers(attempts, when.dayOf)),
    answered: firstAnswers(attempts).filter(({ id }) => lines.has(id)).length,
    examDays: examDaysOf(attempts),
  };
}

export type ExamStanding = {
  info: ExamInfo;
  examDay: number | undefined;
  forecast: Forecast | undefined;
  answered: number;
  questions: number;
  record: TestedForecast[];
  plan: PlannedDay[];
};

/** Where a learner stands before one exam: forecast for its day, the record of such forecasts, the days until then. */
export function examStandingOf(
  attempts: readonly Attempt[],
  bank: readonly BankLine[],
  { exams, exam, today, dayOf }: When & { exams: readonly ExamInfo[]; exam: string },
): ExamStanding | undefined {
  const examDay = nextExam(examDaysOf(attempts), today, [exam])?.day;
  const info = examOn(exams, exam, isoDay(examDay ?? today));
  if (info === undefined) return undefined;
  const items = questionsFor(bank, exam);
  const readiness = { exam, items, domains: info.domains, pass: info.pass };
  const codes = exams.flatMap((one) => (one.exam === exam ? [one.code] : []));
  const answers = new Set(firstAnswers(attempts).map(({ id }) => id));
  const answered = items.filter(({ id }) => answers.has(id)).length;
  const until = examDay === undefined ? 0 : examDay - today;
  const review = reviewsToday(attempts, bank, { today, dayOf, days: Math.max(1, until) });
  return {
    info,
    examDay,
    forecast: forecastOf(attempts, readiness, { dayOf, today, forDay: examDay ?? today }),
    answered,
    questions: items.length,
    record: recordOf(attempts, readiness, { dayOf, isOf: (blueprint) => codes.includes(blueprint) }),
    plan:
      examDay === undefined
        ? []
        : planUntil({
            today,
            examDay,
            reviews: review.plan.days.map((ids) => ids.length),
            fresh: items.length - answered,
          }),
  };
}

/** The version of an exam that is sat on a day; of one that has ended or not begun, the last. */
export function examOn(exams: readonly ExamInfo[], exam: string, day: string): ExamInfo | undefined {
  const own = exams.filter((one) => one.exam === exam);
  return own.find(({ from = '', until = '9999' }) => from <= day && day <= until) ?? own.at(-1);
}
