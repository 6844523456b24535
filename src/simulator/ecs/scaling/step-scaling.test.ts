import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionOf } from './fraction.ts';
import { adjusted, percentOf, stepFor } from './step-scaling.ts';

/** The scale-out and scale-in policies of AWS's example, with a threshold of 50. */
const OUT = [
  { metricIntervalLowerBound: 0, metricIntervalUpperBound: 10, scalingAdjustment: 0 },
  { metricIntervalLowerBound: 10, metricIntervalUpperBound: 20, scalingAdjustment: 10 },
  { metricIntervalLowerBound: 20, metricIntervalUpperBound: null, scalingAdjustment: 30 },
];
const IN = [
  { metricIntervalLowerBound: -10, metricIntervalUpperBound: 0, scalingAdjustment: 0 },
  { metricIntervalLowerBound: -20, metricIntervalUpperBound: -10, scalingAdjustment: -10 },
  { metricIntervalUpperBound: -20, scalingAdjustment: -30 },
];

describe('the step of a breach', () => {
  test.each([
    [50, 0],
    [59.99, 0],
    [60, 10],
    [69.99, 10],
    [70, 30],
    [1000, 30],
  ])('above the threshold of 50 the lower bound belongs to it: %d asks for %d %% (4.3/2)', (metric, adjustment) => {
    expect(stepFor(OUT, fractionOf(metric - 50), true)?.scalingAdjustment).toBe(adjustment);
  });

  test.each([
    [50, 0],
    [40.01, 0],
    [40, -10],
    [30.01, -10],
    [30, -30],
    [0, -30],
  ])('below it the upper bound belongs to it: %d asks for %d %% (4.3/2)', (metric, adjustment) => {
    expect(stepFor(IN, fractionOf(Number((metric - 50).toFixed(2))), false)?.scalingAdjustment).toBe(adjustment);
  });

  test('a breach on the other side of every step finds none (4.3/2)', () => {
    expect(stepFor(OUT, fractionOf(-1), true)).toBeUndefined();
    expect(stepFor(IN, fractionOf(1), false)).toBeUndefined();
  });
});

describe('a percentage of tasks', () => {
  test.each([
    [49, 10, 4],
    [2, 10, 1],
    [4, -10, -1],
    [38, -10, -3],
    [10, 10, 1],
    [11, 30, 3],
    [14, -10, -1],
    [13, -30, -3],
    [0, 50, 0],
    [127, 10, 12],
  ])('of %d tasks %d %% is %d (4.3/4)', (current, percent, expected) => {
    expect(percentOf(current, percent)).toBe(expected);
  });
});

describe('an adjustment', () => {
  test('ChangeInCapacity adds, ExactCapacity sets, PercentChangeInCapacity adds a share (4.3/1)', () => {
    expect(adjusted(3, { adjustmentType: 'ChangeInCapacity' }, 5)).toEqual({ capacity: 8, sum: '3 running + 5 = 8' });
    expect(adjusted(3, { adjustmentType: 'ExactCapacity' }, 5)).toEqual({ capacity: 5, sum: 'ExactCapacity 5' });
    expect(adjusted(10, { adjustmentType: 'PercentChangeInCapacity' }, 10)).toEqual({
      capacity: 11,
      sum: '10 running × 10 % = 1: 10 + 1 = 11',
    });
  });

  test('MinAdjustmentMagnitude: 25 % of 4 is 1, and at least 2 are added (4.3/5)', () => {
    expect(adjusted(4, { adjustmentType: 'PercentChangeInCapacity', minAdjustmentMagnitude: 2 }, 25)).toEqual({
      capacity: 6,
      sum: '4 running × 25 % = 1, MinAdjustmentMagnitude 2: 4 + 2 = 6',
    });
  });

  test('never goes below 0, and 0 % stays without effect (4.3/1)', () => {
    expect(adjusted(1, { adjustmentType: 'ChangeInCapacity' }, -3).capacity).toBe(0);
    expect(adjusted(5, { adjustmentType: 'PercentChangeInCapacity', minAdjustmentMagnitude: 3 }, 0).capacity).toBe(5);
  });

  test('every breach that the steps cover finds just one of them, and a higher breach never asks for less', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bounds, fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 6000 }), (offsets, a, b) => {
        const edges = [0, ...offsets.toSorted((x, y) => x - y)];
        const steps = edges.map((edge, i) => ({
          metricIntervalLowerBound: edge,
          metricIntervalUpperBound: edges[i + 1] ?? null,
          scalingAdjustment: i,
        }));
        const found = (tenths: number) => {
          const breach = fractionOf(tenths / 10);
          expect(steps.filter((step) => stepFor([step], breach, true))).toHaveLength(1);
          return stepFor(steps, breach, true)?.scalingAdjustment ?? -1;
        };
        expect(found(Math.min(a, b))).toBeLessThanOrEqual(found(Math.max(a, b)));
      }),
    );
  });
});
