import type { Attempt, Sitting } from '../attempt.ts';
import { foldSitting, type SittingState } from '../exam/sitting.ts';
import { cardsOf, retrievability, reviewsOf } from '../review/cards.ts';
import { type BankItem, chanceOfItem, waysOf } from './bank-item.ts';
import { abilityFrom, firstAnswers } from './first-answers.ts';

/** With fewer first answers there is no forecast. */
export const FEWEST_ANSWERS = 10;

/** Questions of an AWS exam that count. */
const SCORED = 50;

/** 90 % point of the normal distribution: eight of ten exams are to end inside the interval. */
const Z = 1.2815515655446004;

/** What an exam asks. */
export type ReadinessExam = {
  /** As questions name it: a family, or `containers`. */
  exam: string;
  /** Every question of the bank that it may ask. */
  items: readonly BankItem[];
  domains: readonly { id: string; weight: number }[];
  /** On the scale of 100 to 1,000. */
  pass: number;
};

export type Forecast = {
  /** The expected score, 100 to 1,000; with the interval that is to hold eight of ten exams. */
  score: number;
  low: number;
  high: number;
  /** The chance to pass, 0 to 1. */
  passing: number;
  /** First answers that it rests on. */
  answered: number;
};

/** When: `today` what is known, `forDay` the day of the exam; and how many of its questions count. */
export type ForecastSetting = { dayOf: (atMs: number) => number; today: number; forDay: number; scored?: number };

/**
 * The forecast of an exam from the log. A question that was seen counts as its chance to be remembered on that day, the
 * day after it was seen at the earliest, and else as a guess; a new one as the Elo rule's chance for this learner. Domains count by their weights, those without
 * questions not at all. The interval has two parts: the draw of the questions, and how little the answers say. Undefined
 * with fewer than ten first answers: then nothing can be said.
 */
export function forecastOf(
  attempts: readonly Attempt[],
  exam: ReadinessExam,
  { dayOf, today, forDay, scored = SCORED }: ForecastSetting,
): Forecast | undefined {
  const items = new Map(exam.items.map((item) => [item.id, item]));
  const answers = firstAnswers(attempts).filter(({ id }) => items.has(id));
  const answered = answers.length;
  if (answered < FEWEST_ANSWERS || items.size === 0) return undefined;
  const ability = abilityFrom(answers, items);
  // Reviews of everything, for how fast an answer was is judged by the learner's own median.
  const memory = new Map(
    cardsOf(reviewsOf(attempts, dayOf), { today }).map((card) => [
      card.id,
      // On its own day a card is at 1, also one that was just answered wrong: that says nothing of an exam.
      retrievability(card, Math.max(forDay, card.lastDay + 1)),
    ]),
  );
  const chances = exam.items.map((item) => {
    const kept = memory.get(`question:${item.id}`);
    const guess = waysOf(item) > 0 ? 1 / waysOf(item) : 0;
    return { item, chance: kept === undefined ? chanceOfItem(ability, item) : kept + (1 - kept) * guess };
  });
  const share = weighted(chances, exam);
  // Shrunk towards a half, so that a perfect record of few answers is not certainty.
  const shrunk = (share * answered + 2) / (answered + 4);
  const spread = Math.sqrt(shrunk * (1 - shrunk) * (1 / scored + 1 / (answered + 4)));
  return {
    score: scaled(share),
    low: scaled(Math.max(0, share - Z * spread)),
    high: scaled(Math.min(1, share + Z * spread)),
    passing: normal((share - (exam.pass - 100) / 900) / spread),
    answered,
  };
}

/** A forecast that was put to the test by an exam. */
export type TestedForecast = { sitting: string; atMs: number; low: number; high: number; score: number; hit: boolean };

/**
 * The record of forecasts: for every such exam that was handed in, what would have been forecast from the log as
 * it was when the exam began, and whether the score lay inside. Nothing but the log decides it.
 */
export function recordOf(
  attempts: readonly Attempt[],
  exam: ReadinessExam,
  { dayOf, isOf }: { dayOf: (atMs: number) => number; isOf: (blueprint: string) => boolean },
): TestedForecast[] {
  const events = new Map<string, Sitting[]>();
  for (const attempt of attempts) {
    if (attempt.kind === 'sitting') events.set(attempt.id, [...(events.get(attempt.id) ?? []), attempt]);
  }
  return [...events.values()]
    .flatMap((own) => foldSitting(own) ?? [])
    .filter(({ blueprint, submitted }) => submitted !== undefined && isOf(blueprint))
    .flatMap((sitting): TestedForecast[] => {
      const asked = scoredOf(sitting);
      const day = dayOf(sitting.beganMs);
      const before = attempts.filter(
        (attempt) => attempt.atMs < sitting.beganMs && !('sitting' in attempt && attempt.sitting === sitting.id),
      );
      const forecast = forecastOf(before, exam, { dayOf, today: day, forDay: day, scored: asked.length });
      const score = scoreOf(attempts, sitting.id, asked);
      if (forecast === undefined || score === undefined) return [];
      const { low, high } = forecast;
      const hit = score >= low && score <= high;
      return [{ sitting: sitting.id, atMs: sitting.beganMs, low, high, score, hit }];
    })
    .sort((a, b) => a.atMs - b.atMs || (a.sitting < b.sitting ? -1 : 1));
}

/** The questions of an exam that count; of an exam without a paper all of them. */
function scoredOf({ questions, paper }: SittingState): string[] {
  return questions.filter((_, i) => paper?.[i]?.scored ?? true);
}

/**
 * The score of a sitting from the attempts that it left in the log: one for each question that still is what it was, wrong
 * where nothing was answered. Undefined when it was handed in without any answer.
 */
function scoreOf(attempts: readonly Attempt[], sitting: string, questions: readonly string[]): number | undefined {
  const graded = new Map<string, boolean>();
  let isEmpty = true;
  for (const attempt of attempts) {
    if (attempt.kind !== 'question' || attempt.sitting !== sitting || !questions.includes(attempt.id)) continue;
    graded.set(attempt.id, attempt.correct);
    isEmpty &&= attempt.response === null;
  }
  return isEmpty ? undefined : scaled([...graded.values()].filter(Boolean).length / graded.size);
}

/** The mean chance: of each domain, then of the domains by weight. */
function weighted(chances: readonly { item: BankItem; chance: number }[], { exam, domains }: ReadinessExam): number {
  const mean = (some: readonly { chance: number }[]) => some.reduce((sum, { chance }) => sum + chance, 0) / some.length;
  const parts = domains.flatMap(({ id, weight }) => {
    const own = chances.filter(({ item }) => item.domains[exam] === id);
    return own.length === 0 ? [] : [{ weight, chance: mean(own) }];
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? mean(chances) : parts.reduce((sum, { weight, chance }) => sum + weight * chance, 0) / total;
}

function scaled(share: number): number {
  return Math.round(100 + 900 * share);
}

/** The normal distribution function to 2e-4 (Bowling et al. 2009): finer than any forecast deserves. */
function normal(z: number): number {
  return 1 / (1 + Math.exp(-(0.07056 * z ** 3 + 1.5976 * z)));
}
