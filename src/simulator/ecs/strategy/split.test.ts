import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOf, nextStart, nextStop, type StrategyItem, sayShares, split } from './split.ts';

const strategy = (...rows: [string, number, number][]): StrategyItem[] =>
  rows.map(([capacityProvider, base, weight]) => ({ capacityProvider, base, weight }));

describe('how a strategy splits a count (5.1, A8)', () => {
  test.each<[string, StrategyItem[], number, number[]]>([
    ['the base comes first, the rest goes by weight', strategy(['A', 1, 1], ['B', 0, 2]), 7, [3, 4]],
    ['fewer tasks than the base all go to its provider', strategy(['A', 0, 1], ['B', 5, 1]), 3, [0, 3]],
    ['a weight of 0 gets nothing beyond the base', strategy(['A', 2, 0], ['B', 0, 1]), 6, [2, 4]],
    ['the larger weight begins', strategy(['A', 0, 1], ['B', 0, 3]), 1, [0, 1]],
    ['ties go by the order of the list', strategy(['A', 0, 1], ['B', 0, 1]), 3, [2, 1]],
    ['one provider takes everything', strategy(['A', 0, 1]), 9, [9]],
    ['three providers', strategy(['A', 2, 4], ['B', 0, 4], ['C', 0, 1]), 9, [5, 3, 1]],
  ])('%s', (_, items, count, expected) => {
    expect(split(items, count)).toEqual(expected);
  });

  test('base and weight are 0 where nothing is said', () => {
    expect(itemsOf([{ capacityProvider: 'A' }])).toEqual(strategy(['A', 0, 0]));
  });

  test('a tie of two providers is told, so that the assumption is', () => {
    const items = strategy(['A', 0, 1], ['B', 0, 1]);
    expect(nextStart(items, [0, 0])).toEqual({ index: 0, tied: true });
    expect(nextStart(items, [1, 0])).toEqual({ index: 1, tied: false });
  });

  test('what an interruption took away is what comes next', () => {
    expect(nextStart(strategy(['A', 1, 1], ['B', 0, 3]), [2, 2])).toEqual({ index: 1, tied: false });
  });

  test.each([
    [5, 'A base 1 + (5 − 1) × 1 ÷ 4 = 2; B (5 − 1) × 3 ÷ 4 = 3'],
    [7, 'A base 1 + (7 − 1) × 1 ÷ 4 = 2.5, so 3; B (7 − 1) × 3 ÷ 4 = 4.5, so 4'],
    [1, 'A base 1 + (1 − 1) × 1 ÷ 4 = 1; B (1 − 1) × 3 ÷ 4 = 0'],
  ])('the arithmetic of %i tasks is written out', (count, sentence) => {
    expect(sayShares(strategy(['A', 1, 1], ['B', 0, 3]), count)).toBe(sentence);
  });

  test('a provider whose tasks may not stop is passed over', () => {
    const items = strategy(['A', 0, 1], ['B', 0, 1]);
    expect(nextStop(items, [2, 2], ({ capacityProvider }) => capacityProvider === 'A')?.index).toBe(0);
  });
});

const arbitraryStrategy = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }), fc.nat(5), fc.nat(8))
  .filter(([weights]) => weights.some((weight) => weight > 0))
  .map(([weights, at, base]) =>
    weights.map((weight, i) => ({ capacityProvider: `p${i}`, weight, base: i === at % weights.length ? base : 0 })),
  );
const arbitraryCount = fc.nat(200);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the split, for any strategy (A8, A9)', () => {
  test('places every task, and the base first', () => {
    fc.assert(
      fc.property(arbitraryStrategy, arbitraryCount, (items, count) => {
        const placed = split(items, count);
        expect(sum(placed)).toBe(count);
        for (const [i, { base }] of items.entries()) expect(placed[i]).toBeGreaterThanOrEqual(Math.min(base, count));
      }),
    );
  });

  test('never gives the smaller weight more than one task over the larger', () => {
    fc.assert(
      fc.property(arbitraryStrategy, arbitraryCount, (items, count) => {
        const above = split(items, count).map((placed, i) => placed - (items[i] as StrategyItem).base);
        for (const [i, a] of items.entries()) {
          for (const [j, b] of items.entries()) {
            if (a.weight >= b.weight)
              expect(Math.max(0, above[j] as number)).toBeLessThanOrEqual(Math.max(0, above[i] as number) + 1);
          }
        }
      }),
    );
  });

  test('is less than one task away from the ideal with two providers', () => {
    const two = arbitraryStrategy.filter((items) => items.length === 2);
    fc.assert(
      fc.property(two, arbitraryCount, (items, count) => {
        const bases = sum(items.map(({ base }) => base));
        const weights = sum(items.map(({ weight }) => weight));
        const rest = Math.max(0, count - bases);
        for (const [i, placed] of split(items, count).entries()) {
          const { base, weight } = items[i] as StrategyItem;
          const above = Math.max(0, placed - base);
          expect(Math.abs(above * weights - rest * weight)).toBeLessThan(weights);
        }
      }),
    );
  });

  test('is what starting one task after the other gives, and stopping one undoes starting it', () => {
    fc.assert(
      fc.property(arbitraryStrategy, fc.nat(60), (items, count) => {
        const placed = items.map(() => 0);
        for (let n = 1; n <= count; n++) {
          const next = nextStart(items, placed);
          if (next === undefined) throw new Error('no provider');
          placed[next.index] = (placed[next.index] as number) + 1;
          expect(split(items, n)).toEqual(placed);
          expect(nextStop(items, placed)?.index).toBe(next.index);
        }
      }),
    );
  });

  test('stops something as long as anything is there, whatever an interruption left', () => {
    fc.assert(
      fc.property(arbitraryStrategy, fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }), (items, counts) => {
        const placed = items.map((_, i) => counts[i] as number);
        const stop = nextStop(items, placed);
        if (sum(placed) === 0) expect(stop).toBeUndefined();
        else expect(placed[stop?.index ?? -1]).toBeGreaterThan(0);
      }),
    );
  });
});
