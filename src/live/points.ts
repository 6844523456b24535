import type { Certainty } from '../quiz-engine/attempt.ts';
import { pointsOf } from '../quiz-engine/standing/certainty-marking.ts';
import type { Scoring } from './room-events.ts';

/** A right answer. A question is right or wrong as a whole, as AWS grades; nothing is taken off for a wrong one. */
export const FULL_POINTS = 100;
/** The most that speed adds: a fifth. */
export const MOST_BONUS = 20;
/** Points of the certainty table for one of its steps: right and fairly sure (2) is a whole question. */
const CERTAINTY_STEP = FULL_POINTS / 2;

export type AnswerFacts = {
  correct: boolean;
  /** From the opening to the server, ms; what was early by skew counts as 0. */
  tookMs: number;
  /** The whole time of the question, ms; null without a bell. */
  wholeMs: number | null;
  /** Unsaid is unsure. */
  certainty: Certainty | undefined;
};

/**
 * Whole points of one answer.
 *
 * - accuracy: 100 if right, else 0.
 * - speed: the same, and a bonus of a right answer by `speedBonus`.
 * - certainty: Gardner-Medwin's table (2006), times 50: unsure 50 or 0, fairly 100 or −100, sure 150 or −300. It is proper:
 *   with a belief below 2/3 unsure pays best, up to 4/5 fairly, above sure, so that nobody gains by saying another.
 */
export function answerPoints(scoring: Scoring, { correct, tookMs, wholeMs, certainty }: AnswerFacts): number {
  if (scoring === 'certainty') return CERTAINTY_STEP * pointsOf('gardner-medwin', certainty ?? 'unsure', correct);
  if (!correct) return 0;
  return scoring === 'speed' ? FULL_POINTS + speedBonus(tookMs, wholeMs) : FULL_POINTS;
}

/**
 * Whole for the first third of the time, so that reading costs nothing, then falling evenly to 0 at the bell; rounded down.
 * Without a bell there is none.
 */
export function speedBonus(tookMs: number, wholeMs: number | null): number {
  if (wholeMs === null) return 0;
  if (3 * tookMs <= wholeMs) return MOST_BONUS;
  const left = Math.max(0, wholeMs - tookMs);
  return Math.floor((MOST_BONUS * 3 * left) / (2 * wholeMs));
}

/**
 * Normalised change from one share of right answers to the next (Marx and Cummings 2007): how much of what was missing was
 * gained, or of what there was lost; −1 to 1. Equal shares are 0, at both ends too.
 */
export function normalisedChange(before: number, after: number): number {
  if (after === before) return 0;
  return after > before ? (after - before) / (1 - before) : (after - before) / before;
}
