import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffle } from './random.ts';

describe('random', () => {
  it('gives the same stream for the same parts', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, label, bound) => {
        const draw = () => {
          const random = randomFrom(label, seed);
          return Array.from({ length: 8 }, () => random.below(bound));
        };
        expect(draw()).toEqual(draw());
      }),
    );
  });

  it('stays below its bound and reaches every value of a small one', () => {
    const random = randomFrom('bound', 1);
    const seen = new Set(Array.from({ length: 200 }, () => random.below(6)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('keeps streams apart when their parts are swapped', () => {
    const one = randomFrom(1, 2);
    const two = randomFrom(2, 1);
    const draw = (random: typeof one) => Array.from({ length: 4 }, () => random.below(1_000_000));
    expect(draw(one)).not.toEqual(draw(two));
  });

  it('shuffles without losing or doubling an item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        expect(shuffle(items, randomFrom(seed)).sort()).toEqual([...items].sort());
      }),
    );
  });

  it('was recorded once: seed 7 begins with these numbers', () => {
    const random = randomFrom('recorded', 7);
    expect(Array.from({ length: 5 }, () => random.below(1000))).toEqual(RECORDED);
  });
});

/** Old scenario files keep their chance: change this only with a migration. */
const RECORDED: number[] = [284, 463, 162, 749, 524];
