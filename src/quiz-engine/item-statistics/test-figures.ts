import { momentsOf } from './moments.ts';
import type { ItemScores, Scores } from './scores.ts';

/** What the scores say of the questions together, over the block of learners and items without a gap. */
export type TestFigures = {
  /** Learners and items of the block. */
  n: number;
  k: number;
  /** Indexes of its items. */
  items: readonly number[];
  /** Mean total and its standard deviation, in points. */
  mean: number;
  sd: number;
  /** Most points that the block gives. */
  max: number;
  /** Only where every item is scored 0 or its maximum of 1. */
  kr20: number | undefined;
  alpha: number | undefined;
  /** 100 √(1 − α): how much of the spread of totals is chance, per cent. */
  errorRatio: number | undefined;
  /** Standard error of a learner's total, in points. */
  sem: number | undefined;
};

/**
 * Undefined without two learners who answered two items. A total needs every item, so only learners without a gap count:
 * of the most answered 1, 2, 3 … items the number is taken that gives the most answers in the block.
 */
export function testFigures(scores: Scores): TestFigures | undefined {
  const items = blockOf(scores);
  if (items === undefined) return undefined;
  const { totals, max, squares, shares } = addUp(items, scores);
  const { n, mean, squares: spread } = momentsOf(totals);
  const k = items.length;
  const reliability = (sum: number) => (spread > 0 ? (k / (k - 1)) * (1 - sum / spread) : undefined);
  const alpha = reliability(squares);
  const sd = Math.sqrt(spread / (n - 1));
  return {
    n,
    k,
    items,
    mean,
    sd,
    max,
    // Both variances with n: Σ pq / σ_T² is n Σ pq over the sum of squares.
    kr20: shares === undefined ? undefined : reliability(n * shares),
    alpha,
    errorRatio: alpha === undefined ? undefined : 100 * Math.sqrt(1 - alpha),
    sem: alpha === undefined ? undefined : sd * Math.sqrt(1 - alpha),
  };
}

/** The reliability of a test `times` as long made of such items (Spearman–Brown): mα / (1 + (m − 1)α). */
export function spearmanBrown(alpha: number, times: number): number {
  return (times * alpha) / (1 + (times - 1) * alpha);
}

/** How many times as long a test must be to be this reliable; undefined where no length helps. */
export function lengthFor(alpha: number, wanted: number): number | undefined {
  return alpha > 0 && alpha < 1 ? (wanted * (1 - alpha)) / (alpha * (1 - wanted)) : undefined;
}

/** The items of the block, by index. */
function blockOf({ learners, items }: Scores): number[] | undefined {
  const order = items
    .map(({ who }, index) => ({ index, n: who.length }))
    .sort((a, b) => b.n - a.n || a.index - b.index)
    .map(({ index }) => index);
  const reaching = gapless(learners, order, items);
  let [best, width] = [0, 0];
  // `complete` counts the learners who answered the first `k` items of the order.
  let complete = learners;
  for (let k = 1; k <= order.length; k++) {
    complete -= reaching[k - 1] as number;
    if (k >= 2 && complete >= 2 && complete * k > best) [best, width] = [complete * k, k];
  }
  return width === 0 ? undefined : order.slice(0, width).sort((a, b) => a - b);
}

/** For each number of leading items of the order: how many learners answered just these without a gap. */
function gapless(learners: number, order: readonly number[], items: Scores['items']): Uint32Array {
  const reach = new Int32Array(learners);
  for (const [place, index] of order.entries()) {
    const { who } = items[index] as ItemScores;
    for (let i = 0; i < who.length; i++) {
      const learner = who[i] as number;
      if (reach[learner] === place) reach[learner] = place + 1;
    }
  }
  const counts = new Uint32Array(order.length + 1);
  for (const place of reach) counts[place] = (counts[place] as number) + 1;
  return counts;
}

/** Totals of the learners without a gap; Σ of squared deviations over the items; Σ pq where every item is 0 or 1. */
function addUp(chosen: readonly number[], { learners, items }: Scores) {
  const rows = rowsOf(chosen, { learners, items });
  const totals = new Float64Array(rows.reduce((n, row) => Math.max(n, row + 1), 0));
  const column = new Float64Array(totals.length);
  let [max, squares, shares, isBinary] = [0, 0, 0, true];
  for (const index of chosen) {
    const item = items[index] as ItemScores;
    for (let i = 0; i < item.who.length; i++) {
      const row = rows[item.who[i] as number] as number;
      if (row < 0) continue;
      const score = item.scores[i] as number;
      column[row] = score;
      totals[row] = (totals[row] as number) + score;
      if (score !== 0 && score !== 1) isBinary = false;
    }
    const one = momentsOf(column);
    max += item.max;
    squares += one.squares;
    shares += one.mean * (1 - one.mean);
  }
  return { totals, max, squares, shares: isBinary ? shares : undefined };
}

/** For each learner the row in the block; −1 for those with a gap. */
function rowsOf(chosen: readonly number[], { learners, items }: Scores): Int32Array {
  const answered = new Uint32Array(learners);
  for (const index of chosen) {
    const { who } = items[index] as ItemScores;
    for (let i = 0; i < who.length; i++) answered[who[i] as number] = (answered[who[i] as number] as number) + 1;
  }
  let n = 0;
  return Int32Array.from(answered, (count) => (count === chosen.length ? n++ : -1));
}
