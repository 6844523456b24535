import type { Certainty } from '../attempt.ts';
import { PROBABILITY } from '../review/review-grade.ts';

export type Stated = { certainty: Certainty; correct: boolean };

export type Calibration = {
  n: number;
  /** Mean stated probability minus the share that was right: above 0 is over-confident. */
  bias: number;
  /** Σ nₖ/n · |share right − stated| over the three levels. */
  error: number;
  /** Mean squared distance of the stated probability from the outcome. */
  brier: number;
  levels: { certainty: Certainty; stated: number; n: number; right: number }[];
};

/** How well a learner knows what they know; undefined without answers. */
export function calibrationOf(answers: readonly Stated[]): Calibration | undefined {
  const n = answers.length;
  if (n === 0) return undefined;
  const levels = (Object.keys(PROBABILITY) as Certainty[]).map((certainty) => {
    const mine = answers.filter((answer) => answer.certainty === certainty);
    const right = mine.filter(({ correct }) => correct).length;
    return { certainty, stated: PROBABILITY[certainty], n: mine.length, right };
  });
  const sum = (value: (answer: Stated) => number) => answers.reduce((all, answer) => all + value(answer), 0);
  return {
    n,
    bias: sum(({ certainty, correct }) => PROBABILITY[certainty] - (correct ? 1 : 0)) / n,
    error: levels.reduce(
      (all, level) => all + (level.n === 0 ? 0 : Math.abs(level.right - level.n * level.stated) / n),
      0,
    ),
    brier: sum(({ certainty, correct }) => (PROBABILITY[certainty] - (correct ? 1 : 0)) ** 2) / n,
    levels,
  };
}
