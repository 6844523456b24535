import { wilson } from '../exam/wilson.ts';
import { coDeviation, type Moments, momentsOf, sorted } from './moments.ts';
import type { ItemScores, ItemWithRest } from './scores.ts';
import { upperLower } from './upper-lower.ts';

/** What the scores of one item say. What cannot be computed, because nothing varies, is undefined. */
export type ItemFigures = {
  /** Learners, each with the first attempt. */
  n: number;
  /** Mean score as a share of the points, with Wilson's 95 % interval. */
  facility: number;
  low: number;
  high: number;
  /** Standard deviation of the score in points. */
  sd: number | undefined;
  /** Learners who answered something else too: all figures below are theirs. */
  nRest: number;
  /** Sample variances of the score and of the rest, their covariance, and the largest that it could be. */
  variance: number | undefined;
  restVariance: number | undefined;
  covariance: number | undefined;
  largestCovariance: number | undefined;
  /** 100 · corrected item–rest correlation (Moodle's discrimination index). */
  discrimination: number | undefined;
  /** 100 · covariance / the largest that it could be. */
  efficiency: number | undefined;
  /** Of items scored 0 or max: correlation with the total, and with the item itself taken out of it. */
  pointBiserial: number | undefined;
  corrected: number | undefined;
  /** Share right of the upper 27 % less that of the lower 27 % (Kelley). */
  upperLower: number | undefined;
  /** Covariance of the score with the total: what the item adds to its variance. */
  totalCovariance: number | undefined;
  /** Learners were asked different questions, so totals are scaled to the same number of points. */
  scaled: boolean;
};

/** `all` is what `momentsOf` gives of the totals. */
export function itemFigures(item: ItemScores, rest: ItemWithRest, all: Moments = momentsOf(rest.total)): ItemFigures {
  const n = item.scores.length;
  const scores = momentsOf(item.scores);
  const facility = n === 0 ? 0 : scores.mean / item.max;
  const own = rest.own.length === n ? scores : momentsOf(rest.own);
  return {
    n,
    facility,
    ...wilson(facility * n, n),
    sd: n < 2 ? undefined : Math.sqrt(scores.squares / (n - 1)),
    nRest: rest.own.length,
    ...restFigures(rest, own),
    ...pointBiserials(rest, item.max, { own, all }),
    upperLower: upperLower(rest.own, rest.total, item.max),
    scaled: rest.scaled,
  };
}

type RestFigures = Pick<
  ItemFigures,
  'variance' | 'restVariance' | 'covariance' | 'largestCovariance' | 'discrimination' | 'efficiency' | 'totalCovariance'
>;

function restFigures({ own, rest }: ItemWithRest, { mean: x, squares }: Moments): RestFigures {
  const degrees = own.length - 1;
  if (degrees < 1) {
    return {
      variance: undefined,
      restVariance: undefined,
      covariance: undefined,
      largestCovariance: undefined,
      discrimination: undefined,
      efficiency: undefined,
      totalCovariance: undefined,
    };
  }
  const { mean: y, squares: restSquares } = momentsOf(rest);
  const ownVariance = squares / degrees;
  const restVariance = restSquares / degrees;
  const covariance = squares === 0 ? 0 : coDeviation(own, rest, { x, y }) / degrees;
  const largest = squares === 0 ? 0 : coDeviation(sorted(own), sorted(rest), { x, y }) / degrees;
  const both = Math.sqrt(ownVariance * restVariance);
  return {
    variance: ownVariance,
    restVariance,
    covariance,
    largestCovariance: largest,
    discrimination: both > 0 ? (100 * covariance) / both : undefined,
    efficiency: largest > 0 ? (100 * covariance) / largest : undefined,
    totalCovariance: withoutRounding(covariance + ownVariance, ownVariance),
  };
}

/** A sum whose terms cancel to less than their rounding is 0, so that the order of learners cannot give it a sign. */
function withoutRounding(sum: number, scale: number): number {
  return Math.abs(sum) <= 1e-12 * scale ? 0 : sum;
}

/**
 * r = (M₁ − M₀)/s_T · √(pq) over those who got the item and those who did not, s_T with n; and
 * r_c = (r s_T − s_i)/√(s_T² + s_i² − 2 r s_T s_i), which takes the item's own part out of the total.
 */
function pointBiserials(
  { own, total }: ItemWithRest,
  max: number,
  moments: { own: Moments; all: Moments },
): Pick<ItemFigures, 'pointBiserial' | 'corrected'> {
  const none = { pointBiserial: undefined, corrected: undefined };
  const right = { n: 0, sum: 0 };
  for (let i = 0; i < own.length; i++) {
    if (own[i] === 0) continue;
    if (own[i] !== max) return none;
    right.n++;
    right.sum += total[i] as number;
  }
  const r = groupCorrelation(right, moments.all);
  if (r === undefined) return none;
  const sTotal = Math.sqrt(moments.all.squares / total.length);
  const sOwn = Math.sqrt(moments.own.squares / own.length);
  const restVariance = sTotal ** 2 + sOwn ** 2 - 2 * r * sTotal * sOwn;
  // Below this the rest does not vary: what is left is the rounding of the two terms that cancel.
  const corrected = restVariance > 1e-12 * sTotal ** 2 ? (r * sTotal - sOwn) / Math.sqrt(restVariance) : undefined;
  return { pointBiserial: r, corrected };
}

/**
 * The point-biserial correlation of belonging to a group with the total, from the group's size and sum of totals;
 * undefined when it has nobody or everybody, or when all totals are equal.
 */
export function groupCorrelation(group: { n: number; sum: number }, all: Moments): number | undefined {
  const others = all.n - group.n;
  if (group.n === 0 || others === 0 || all.squares === 0) return undefined;
  const apart = group.sum / group.n - (all.mean * all.n - group.sum) / others;
  return apart * Math.sqrt((group.n * others) / (all.n * all.squares));
}

/**
 * What each item adds to the variance of the total, in per cent of all: 100 · √cov(xᵢ,T) / Σⱼ √cov(xⱼ,T). An item whose
 * covariance is negative weighs nothing.
 */
export function effectiveWeights(totalCovariances: readonly (number | undefined)[]): (number | undefined)[] {
  const roots = totalCovariances.map((covariance) => Math.sqrt(Math.max(0, covariance ?? 0)));
  const sum = roots.reduce((all, root) => all + root, 0);
  return totalCovariances.map((covariance, i) =>
    covariance === undefined || sum === 0 ? undefined : (100 * (roots[i] as number)) / sum,
  );
}

/** What is left of a facility when blind guessing is taken out: (p − g)/(1 − g); negative is worse than guessing. */
export function chanceCorrected(facility: number, guess: number): number {
  return (facility - guess) / (1 - guess);
}
