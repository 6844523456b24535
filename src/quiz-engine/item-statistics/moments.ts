/**
 * Means, variances and covariances in two passes: first the means, then the deviations from them, so that large scores with
 * small differences lose no digits. Whole numbers, which scores mostly are, are added exactly.
 */

/** A list's size and mean, and Σ (x − x̄)², which is exactly 0 when all values are equal. */
export type Moments = { n: number; mean: number; squares: number };

export function momentsOf(values: Float64Array): Moments {
  const n = values.length;
  const first = values[0];
  let [sum, isConstant] = [0, true];
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    sum += value;
    if (value !== first) isConstant = false;
  }
  const middle = sum / n;
  let squares = 0;
  if (!isConstant) for (let i = 0; i < n; i++) squares += ((values[i] as number) - middle) ** 2;
  return { n, mean: middle, squares };
}

/** Σ (x − x̄)(y − ȳ): the covariance without its divisor. Both lists are of one length, each with its mean. */
export function coDeviation(xs: Float64Array, ys: Float64Array, means: { x: number; y: number }): number {
  const { x, y } = means;
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += ((xs[i] as number) - x) * ((ys[i] as number) - y);
  return sum;
}

/** Whole numbers below this are sorted by counting, which ten thousand learners notice. */
const COUNTED_BELOW = 4096;

/** The values in rising order, as a new list. */
export function sorted(values: Float64Array): Float64Array {
  const copy = values.slice();
  const counts = countsOf(copy);
  if (counts === undefined) return copy.sort();
  let place = 0;
  for (let value = 0; value < counts.length; value++) {
    const end = place + (counts[value] as number);
    copy.fill(value, place, end);
    place = end;
  }
  return copy;
}

/** How often each whole number occurs; undefined when some value is no small whole number. */
function countsOf(values: Float64Array): Uint32Array | undefined {
  const counts = new Uint32Array(COUNTED_BELOW);
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!(value >= 0 && value < COUNTED_BELOW) || value !== Math.trunc(value)) return undefined;
    counts[value] = (counts[value] as number) + 1;
    if (value > largest) largest = value;
  }
  return counts.subarray(0, largest + 1);
}
