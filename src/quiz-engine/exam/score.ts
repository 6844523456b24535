import { wilson } from './wilson.ts';

/** A scored answer of an exam. */
export type ScoredAnswer = { domain: string; correct: boolean };

export type ScaledScore = {
  /** 100 to 1,000. */
  score: number;
  /** 95 % interval of the score. */
  low: number;
  high: number;
};

export type ExamResult = ScaledScore & {
  right: number;
  of: number;
  domains: { domain: string; right: number; of: number; share: number; low: number; high: number }[];
};

/**
 * An estimate on the scale of AWS: AWS does not publish how it scales, so a straight line from 100 (nothing right) to
 * 1,000 (everything right) stands in for it; 720 is then 69 % of the scored questions. Intervals are Wilson's, 95 %.
 */
export function scoreExam(answers: readonly ScoredAnswer[], domains: readonly string[]): ExamResult {
  const right = answers.filter(({ correct }) => correct).length;
  const whole = wilson(right, answers.length);
  return {
    right,
    of: answers.length,
    score: scaled(answers.length === 0 ? 0 : right / answers.length),
    low: scaled(whole.low),
    high: scaled(whole.high),
    domains: domains.map((domain) => {
      const mine = answers.filter((answer) => answer.domain === domain);
      const hits = mine.filter(({ correct }) => correct).length;
      return {
        domain,
        right: hits,
        of: mine.length,
        share: mine.length === 0 ? 0 : hits / mine.length,
        ...wilson(hits, mine.length),
      };
    }),
  };
}

function scaled(share: number): number {
  return Math.round(100 + 900 * share);
}
