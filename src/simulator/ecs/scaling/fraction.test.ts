import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fractionOf,
  minus,
  numberOf,
  order,
  over,
  plus,
  roundedUp,
  sayFraction,
  times,
  truncated,
} from './fraction.ts';

describe('an exact number', () => {
  test('is the decimal that was written: 0.1 + 0.2 is 0.3, and 0.1 × 3 is 0.3', () => {
    const [tenth, fifth, third] = [fractionOf(0.1), fractionOf(0.2), fractionOf(0.3)];
    expect(order(plus(tenth, fifth), third)).toBe(0);
    expect(order(times(tenth, fractionOf(3)), third)).toBe(0);
  });

  test('reads exponents: 1e-7 and 1e21', () => {
    expect(fractionOf(1e-7)).toEqual({ numerator: 1n, denominator: 10_000_000n });
    expect(fractionOf(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
  });

  test('is what a division stood for: three times 200 ÷ 3 is 200 again', () => {
    expect(fractionOf(200 / 3)).toEqual({ numerator: 200n, denominator: 3n });
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 1, max: 9999 }), (a, b) => {
        expect(order(fractionOf(a / b), over(fractionOf(a), fractionOf(b)))).toBe(0);
      }),
    );
  });

  test.each([
    [75, '75'],
    [200 / 3, '66.67'],
    [-0.4, '−0.4'],
    [0.004, '0'],
    [-0.004, '0'],
    [0.005, '0.01'],
    [99.999, '100'],
  ])('%d is said as %s', (value, text) => {
    expect(sayFraction(fractionOf(value))).toBe(text);
  });

  test('rounds up and towards zero as the whole numbers around it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 99 }), (a, b) => {
        const value = over(fractionOf(a), fractionOf(b));
        const [up, cut] = [roundedUp(value), truncated(value)];
        expect(up).toBe(Math.ceil(a / b) + 0);
        expect(cut).toBe(Math.trunc(a / b) + 0);
        expect(order(minus(times(value, fractionOf(b)), fractionOf(a)), fractionOf(0))).toBe(0);
      }),
    );
  });

  test('gives back the number that it came from', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (value) => {
        expect(numberOf(fractionOf(value))).toBeCloseTo(value, 6);
      }),
    );
  });
});
