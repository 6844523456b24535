import type { AnswerTable } from './distractors.ts';
import type { ItemFigures } from './item-figures.ts';
import type { LanguageDifference } from './mantel-haenszel.ts';

/** Fewer learners than this say nothing sure of a question. */
export const FEWEST = 30;
/** A correlation needs this many. */
export const FEWEST_FOR_R = 100;

/** What to look at, the gravest first. */
export const FLAGS = [
  'check-key',
  'suspect-key',
  'review-translation',
  'negative-covariance',
  'weak',
  'too-hard',
  'too-easy',
  'idle-distractor',
  'few-for-r',
  'too-few',
] as const;

/**
 * `check-key`: the weak get it right more often than the strong (D < 0). `suspect-key`: a working distractor draws the strong.
 * `review-translation`: harder in one language, |Δ| ≥ 1.5 and significant. `negative-covariance`: it works against the total,
 * its weight is set to 0. `weak`: D < 0.2. `too-hard`: p < 0.2. `too-easy`: p > 0.95. `idle-distractor`: one that hardly
 * anybody takes. `few-for-r`: 30 to 99 learners. `too-few`: fewer than 30.
 */
export type Flag = (typeof FLAGS)[number];

type Judged = {
  figures: ItemFigures;
  answers: AnswerTable;
  difference: LanguageDifference;
};

/** With too few learners nothing else is flagged but what changed a figure. */
export function flagsOf({ figures, answers, difference }: Judged): Flag[] {
  const { n, nRest, facility, upperLower, totalCovariance } = figures;
  const found = new Set<Flag>();
  if (totalCovariance !== undefined && totalCovariance < 0) found.add('negative-covariance');
  if (n < FEWEST) found.add('too-few');
  else {
    if (facility < 0.2) found.add('too-hard');
    if (facility > 0.95) found.add('too-easy');
    if (hasIdle(answers)) found.add('idle-distractor');
    if (nRest >= FEWEST && upperLower !== undefined) {
      if (upperLower < 0) found.add('check-key');
      else if (upperLower < 0.2) found.add('weak');
    }
    if (nRest < FEWEST_FOR_R) found.add('few-for-r');
    else if (answers.options.some(({ working, inverted }) => working && inverted)) found.add('suspect-key');
    if (isHarderInOne(difference)) found.add('review-translation');
  }
  return FLAGS.filter((flag) => found.has(flag));
}

/** Only choices are meant to draw someone; a wrong number or order of its own is no distractor. */
function hasIdle({ kind, options }: AnswerTable): boolean {
  return (kind === 'single' || kind === 'multiple') && options.some(({ working }) => working === false);
}

/** Both languages need enough learners. */
function isHarderInOne({ en, ko, delta, significant }: LanguageDifference): boolean {
  return en >= FEWEST && ko >= FEWEST && delta !== undefined && Math.abs(delta) >= 1.5 && significant;
}

/** How far a total can be relied on: α < 0.64 is unsatisfactory, from 0.75 on fine. */
export function reliabilityOf(alpha: number): 'unsatisfactory' | 'fair' | 'fine' {
  if (alpha < 0.64) return 'unsatisfactory';
  return alpha < 0.75 ? 'fair' : 'fine';
}
