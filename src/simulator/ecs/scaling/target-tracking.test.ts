import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionOf, over, sayFraction } from './fraction.ts';
import { lowThreshold, trackedCapacity } from './target-tracking.ts';

const capacity = (running: number, metric: number, target: number) =>
  trackedCapacity(running, fractionOf(metric), fractionOf(target)).capacity;

describe('target tracking', () => {
  test.each([
    [6, 75, 50, 9],
    [4, 50.1, 50, 5],
    [4, 50, 50, 4],
    [10, 150, 100, 15],
    [3, 33.3, 11.1, 9],
    [10, 30, 50, 6],
    [10, 0, 50, 0],
    [1, 1, 50, 1],
  ])('from %d running at %d for a target of %d to %d (4.1.2)', (running, metric, target, expected) => {
    expect(capacity(running, metric, target)).toBe(expected);
  });

  test('writes its arithmetic out (4.1.2)', () => {
    expect(trackedCapacity(6, fractionOf(75), fractionOf(50), ' %').sum).toBe('6 running × 75 % ÷ 50 % = 9');
    expect(trackedCapacity(9, fractionOf(60), fractionOf(50), ' %').sum).toBe('9 running × 60 % ÷ 50 % = 10.8 → 11');
  });

  test('from no running task one value above the target asks for one task (4.1.5)', () => {
    expect(capacity(0, 1000, 100)).toBe(1);
  });

  test('10 s of latency ÷ 0.1 s a message = 100 a task; 1,500 messages and 10 tasks are 150 a task: 15 tasks, 5 more (4.5)', () => {
    const acceptable = over(fractionOf(10), fractionOf(0.1));
    const backlog = over(fractionOf(1500), fractionOf(10));
    expect(sayFraction(acceptable)).toBe('100');
    expect(trackedCapacity(10, backlog, acceptable)).toEqual({ capacity: 15, sum: '10 running × 150 ÷ 100 = 15' });
  });

  test('a third of a message is no drift: 1,000 messages and 3 tasks at a target of 100 need 10 (4.5)', () => {
    expect(capacity(3, 1000 / 3, 100)).toBe(10);
  });

  test('the low alarm counts below 90 % of the target (4.1.1)', () => {
    expect(sayFraction(lowThreshold(fractionOf(50)))).toBe('45');
    expect(sayFraction(lowThreshold(fractionOf(0.7)))).toBe('0.63');
  });

  test('never asks for less when the metric is higher, and brings the metric to the target or below', () => {
    const metric = fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        metric,
        metric,
        fc.integer({ min: 1, max: 10_000 }),
        (n, a, b, t) => {
          const target = t / 10;
          const [low, high] = a <= b ? [a, b] : [b, a];
          expect(capacity(n, low, target)).toBeLessThanOrEqual(capacity(n, high, target));
          const exact = (BigInt(Math.round(a * 100)) * BigInt(n) * 10n) as bigint;
          expect(BigInt(capacity(n, a, target)) * BigInt(t) * 100n).toBeGreaterThanOrEqual(exact);
        },
      ),
    );
  });
});
