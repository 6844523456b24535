/**
 * An exact number, so that `6 × 75 % ÷ 50 %` is 9 and never 8.999…: a metric, a target or a threshold as it is
 * written, in lowest terms, with a denominator above 0.
 */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/**
 * The simplest fraction that this number is the nearest double of: 0.1 is 1/10, and what a division left behind comes
 * back whole (200 / 3 is 200/3), so that three thirds are one again. Refuses what is not finite.
 */
export function fractionOf(value: number): Fraction {
  if (Number.isInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  if (!Number.isFinite(value)) throw new Error(`${value} is not a finite number`);
  let [mantissa, scale] = [Math.abs(value), 0];
  for (; mantissa < 2 ** 52; scale++) mantissa *= 2;
  const [middle, denominator] = [2n * BigInt(mantissa), 2n ** BigInt(scale + 1)];
  const { numerator, denominator: simplest } = simplestBetween(
    make(middle - 1n, denominator),
    make(middle + 1n, denominator),
  );
  return { numerator: value < 0 ? -numerator : numerator, denominator: simplest };
}

/** The fraction with the smallest denominator between two positive ones, ends included: by continued fractions. */
function simplestBetween(low: Fraction, high: Fraction): Fraction {
  const whole = low.numerator / low.denominator;
  if (whole * low.denominator === low.numerator) return { numerator: whole, denominator: 1n };
  if ((whole + 1n) * high.denominator <= high.numerator) return { numerator: whole + 1n, denominator: 1n };
  const rest = ({ numerator, denominator }: Fraction) => make(denominator, numerator - whole * denominator);
  const inner = simplestBetween(rest(high), rest(low));
  return { numerator: whole * inner.numerator + inner.denominator, denominator: inner.numerator };
}

export const ZERO = fractionOf(0);

export function plus(a: Fraction, b: Fraction): Fraction {
  return make(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return make(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The divisor is not 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return make(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below 0, 0 or above 0, as `a` is less than, equal to or greater than `b`. */
export function order(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded towards zero. */
export function truncated({ numerator, denominator }: Fraction): number {
  return Number(numerator / denominator);
}

export function roundedUp(value: Fraction): number {
  const whole = truncated(value);
  return order(value, fractionOf(whole)) > 0 ? whole + 1 : whole;
}

/** Nearest double, for series and entries. */
export function numberOf({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

/** `75`, `66.67`: at most two places, rounded half away from zero. */
export function sayFraction({ numerator, denominator }: Fraction): string {
  const isNegative = numerator < 0n;
  const size = isNegative ? -numerator : numerator;
  const hundredths = (size * 200n + denominator) / (2n * denominator);
  const decimals = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const text = `${hundredths / 100n}${decimals === '' ? '' : `.${decimals}`}`;
  return isNegative && hundredths > 0n ? `−${text}` : text;
}

function make(numerator: bigint, denominator: bigint): Fraction {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
