import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageDifference } from './mantel-haenszel.ts';

type Row = { ko: number; total: number; right: number; times: number };

function differenceOf(rows: readonly Row[]) {
  const all = rows.flatMap((row) => Array.from({ length: row.times }, () => row));
  return languageDifference(
    {
      own: Float64Array.from(all, ({ right }) => right),
      total: Float64Array.from(all, ({ total }) => total),
      places: Int32Array.from(all.keys()),
    },
    Int8Array.from(all, ({ ko }) => ko),
  );
}

describe('the difference between English and Korean', () => {
  it('equals a table worked out by hand to 1e-9', () => {
    // Total 1: English 10 right, 5 wrong; Korean 4 and 11. Total 2: 20 and 2; 12 and 6.
    const difference = differenceOf([
      { total: 1, ko: 0, right: 1, times: 10 },
      { total: 1, ko: 0, right: 0, times: 5 },
      { total: 1, ko: 1, right: 1, times: 4 },
      { total: 1, ko: 1, right: 0, times: 11 },
      { total: 2, ko: 0, right: 1, times: 20 },
      { total: 2, ko: 0, right: 0, times: 2 },
      { total: 2, ko: 1, right: 1, times: 12 },
      { total: 2, ko: 1, right: 0, times: 6 },
      { total: 3, ko: 1, right: 1, times: 9 },
      { total: 2, ko: -1, right: 1, times: 7 },
    ]);
    const alpha = ((10 * 11) / 30 + (20 * 6) / 40) / ((5 * 4) / 30 + (2 * 12) / 40);
    expect(difference).toMatchObject({ en: 37, ko: 42, strata: 2, significant: true });
    expect(difference.alpha).toBeCloseTo(alpha, 12);
    expect(difference.delta).toBeCloseTo(-2.35 * Math.log(alpha), 12);
    const expected = (15 * 14) / 30 + (22 * 32) / 40;
    const spread = (15 * 15 * 14 * 16) / (30 ** 2 * 29) + (22 * 18 * 32 * 8) / (40 ** 2 * 39);
    expect(difference.chiSquare).toBeCloseTo((Math.abs(30 - expected) - 0.5) ** 2 / spread, 12);
  });

  it('is none when both do equally well, and unknown with one language', () => {
    const even = [0, 1].flatMap((ko) => [0, 1].map((right) => ({ ko, right, total: 1, times: 8 })));
    expect(differenceOf(even)).toMatchObject({ alpha: 1, delta: 0, significant: false });
    expect(differenceOf([{ ko: 0, right: 1, total: 1, times: 3 }])).toMatchObject({
      en: 3,
      ko: 0,
      strata: 0,
      alpha: undefined,
      delta: undefined,
      chiSquare: undefined,
      significant: false,
    });
  });

  it('without exception is infinite, not lost', () => {
    const split = [
      { ko: 0, right: 1, total: 1, times: 40 },
      { ko: 1, right: 0, total: 1, times: 40 },
    ];
    expect(differenceOf(split)).toMatchObject({ delta: Number.NEGATIVE_INFINITY, significant: true });
  });

  it('has the other sign when the languages change places', () => {
    const rows = fc.array(
      fc.record({
        ko: fc.constantFrom(0, 1),
        right: fc.constantFrom(0, 1),
        total: fc.nat(3),
        times: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 16 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const [one, other] = [differenceOf(given), differenceOf(given.map((row) => ({ ...row, ko: 1 - row.ko })))];
        expect(one.delta === undefined).toBe(other.delta === undefined);
        if (one.delta !== undefined && Number.isFinite(one.delta))
          expect(one.delta).toBeCloseTo(-(other.delta ?? 9), 9);
        expect(one.chiSquare ?? 0).toBeCloseTo(other.chiSquare ?? 0, 9);
      }),
    );
  });
});
