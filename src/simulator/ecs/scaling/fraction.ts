/**
 * An exact number, so that `6 × 75 % ÷ 50 %` is 9 and never 8.999…: a metric, a target or a threshold as it is
 * written, in lowest terms, with a denominator above 0.
 */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** The decimal that a number prints as: 0.1 is 1/10. Refuses what is not finite. */
export function fractionOf(value: number): Fraction {
  const match = DECIMAL.exec(String(value));
  if (match === null) throw new Error(`${value} is not a finite number`);
  const [, sign, whole = '', decimals = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  const shift = Number(exponent) - decimals.length;
  return shift >= 0 ? make(digits * 10n ** BigInt(shift), 1n) : make(digits, 10n ** BigInt(-shift));
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
