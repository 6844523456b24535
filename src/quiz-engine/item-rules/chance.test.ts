import { describe, expect, it } from 'vitest';
import { atLeastTail, chiSquareTail } from './chance.ts';

describe('the tail of χ²', () => {
  it.each([
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [9.21, 2, 0.01],
    [7.815, 3, 0.05],
    [11.345, 3, 0.01],
    [13.277, 4, 0.01],
    [18.467, 4, 0.001],
  ])('is that of the printed tables: χ² = %f with %i degrees of freedom has p = %f', (value, degrees, p) => {
    expect(chiSquareTail(value, degrees)).toBeCloseTo(p, 4);
  });

  it('is 1 where nothing deviates, and 0 where no chance is left', () => {
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(chiSquareTail(200, 3)).toBeCloseTo(0, 12);
    expect(chiSquareTail(3000, 3)).toBe(0);
  });
});

describe('the tail of independent events', () => {
  it('is the binomial one where all are equally probable', () => {
    expect(atLeastTail([0.5, 0.5, 0.5, 0.5], 3)).toBeCloseTo(5 / 16, 12);
    expect(atLeastTail(Array(10).fill(0.25), 6)).toBeCloseTo(0.019727706909, 9);
  });

  it('is 1 for no event at least, and 0 for more than there are', () => {
    expect(atLeastTail([0.2, 0.7], 0)).toBeCloseTo(1, 12);
    expect(atLeastTail([0.2, 0.7], 3)).toBe(0);
  });

  it('agrees with adding up every outcome when probabilities differ', () => {
    expect(atLeastTail([0.2, 0.7], 1)).toBeCloseTo(1 - 0.8 * 0.3, 12);
  });
});
