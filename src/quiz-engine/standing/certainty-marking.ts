import type { Certainty } from '../attempt.ts';
import { PROBABILITY } from '../review/review-grade.ts';

/** How points follow from certainty: Gardner-Medwin's 1/2/3, the milder 1/3/4 for four choices, or the Brier reward. */
export type MarkingScheme = 'gardner-medwin' | 'mild' | 'brier';

const POINTS: Record<Exclude<MarkingScheme, 'brier'>, Record<Certainty, { right: number; wrong: number }>> = {
  'gardner-medwin': {
    unsure: { right: 1, wrong: 0 },
    fairly: { right: 2, wrong: -2 },
    sure: { right: 3, wrong: -6 },
  },
  mild: {
    unsure: { right: 1, wrong: 0 },
    fairly: { right: 3, wrong: -2 },
    sure: { right: 4, wrong: -5 },
  },
};

/**
 * The points of one answer. Brier: 1 − (1 − c)² if right, 1 − c² if wrong, for the stated probability c; like the others
 * it pays best to say what one believes.
 */
export function pointsOf(scheme: MarkingScheme, certainty: Certainty, correct: boolean): number {
  if (scheme !== 'brier') return POINTS[scheme][certainty][correct ? 'right' : 'wrong'];
  const stated = PROBABILITY[certainty];
  return correct ? 1 - (1 - stated) ** 2 : 1 - stated ** 2;
}
