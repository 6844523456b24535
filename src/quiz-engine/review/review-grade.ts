import type { Certainty, QuestionAttempt, ScenarioAttempt } from '../attempt.ts';

/** FSRS's grades: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type ReviewGrade = 1 | 2 | 3 | 4;

/**
 * What an answer says about memory: wrong is Again; right and unsure Hard; right Good; right, sure and faster than the
 * learner's own median Easy.
 */
export function gradeOfAnswer(
  { correct, certainty, tookMs }: Pick<QuestionAttempt, 'correct' | 'certainty' | 'tookMs'>,
  medianMs: number | undefined,
): ReviewGrade {
  if (!correct) return 1;
  if (certainty === 'unsure') return 2;
  const isFast = tookMs !== undefined && medianMs !== undefined && tookMs < medianMs;
  return certainty === 'sure' && isFast ? 4 : 3;
}

/** Of a scenario: not solved, or only with its solution in sight, is Again; solved with hints Hard; solved Good. */
export function gradeOfScenario({
  met,
  hints,
  sawSolution,
}: Pick<ScenarioAttempt, 'met' | 'hints' | 'sawSolution'>): ReviewGrade {
  if (!met || sawSolution) return 1;
  return (hints ?? 0) > 0 ? 2 : 3;
}

/** The median of a learner's right answers that were timed; undefined with fewer than five, which say little. */
export function medianTook(attempts: readonly Pick<QuestionAttempt, 'correct' | 'tookMs'>[]): number | undefined {
  // As doubles they sort without a comparing function: a log may have a hundred thousand.
  const times = Float64Array.from(
    attempts.flatMap(({ correct, tookMs }) => (correct && tookMs !== undefined ? tookMs : [])),
  ).sort();
  if (times.length < 5) return undefined;
  const middle = times.length >> 1;
  return times.length % 2 === 1 ? times[middle] : ((times[middle - 1] ?? 0) + (times[middle] ?? 0)) / 2;
}

/** The probability that a stated certainty stands for in every report. */
export const PROBABILITY: Readonly<Record<Certainty, number>> = { unsure: 0.5, fairly: 0.75, sure: 0.95 };
