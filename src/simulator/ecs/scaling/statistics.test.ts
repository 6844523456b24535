import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Series } from '../../run.ts';
import { type Fraction, fractionOf, sayFraction } from './fraction.ts';
import { aggregateOf, sampleOf, statisticOf, together } from './statistics.ts';

const LOAD: Series = [
  [0, 10],
  [30, 40],
  [60, 100],
  [90, 0],
];

const said = (value: Fraction | undefined) => (value === undefined ? 'none' : sayFraction(value));

function minute(from: number, hasData?: Series): string {
  const sample = sampleOf(LOAD, from, from + 60, hasData);
  return (['Average', 'Minimum', 'Maximum', 'Sum'] as const).map((name) => said(statisticOf(sample, name))).join(' ');
}

describe('the statistic of a minute', () => {
  test('is weighted by the time for which each value is in force (CW/3)', () => {
    expect(minute(0)).toBe('25 10 40 1500');
    expect(minute(60)).toBe('50 0 100 3000');
    expect(minute(120)).toBe('0 0 0 0');
  });

  test('counts no second without data, and has no value without any (CW/3)', () => {
    const running: Series = [
      [0, 0],
      [45, 2],
      [60, 0],
    ];
    expect(minute(0, running)).toBe('40 40 40 600');
    expect(minute(60, running)).toBe('none none none none');
    expect(minute(-60)).toBe('none none none none');
  });

  test('of several minutes is that of the whole stretch (CW/3)', () => {
    const steps = fc.uniqueArray(fc.integer({ min: 0, max: 299 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 }),
        (seconds, values) => {
          const series = seconds
            .sort((a, b) => a - b)
            .map((second, i): [number, number] => [second, (values[i] ?? 0) / 10]);
          const parts = [0, 60, 120, 180, 240].map((from) => sampleOf(series, from, from + 60));
          const [whole, joined] = [sampleOf(series, 0, 300), together(parts)];
          expect(joined).toEqual(whole);
          const naive: number[] = [];
          for (let second = 0; second < 300; second++) {
            const step = series.findLast(([at]) => at <= second);
            if (step) naive.push(step[1] * 10);
          }
          const sum = naive.reduce((total, value) => total + value, 0);
          expect(said(statisticOf(whole, 'Sum'))).toBe(sayFraction(fractionOf(sum / 10)));
          expect(said(statisticOf(whole, 'Maximum'))).toBe(sayFraction(fractionOf(Math.max(...naive) / 10)));
        },
      ),
    );
  });
});

test('a step policy takes datapoints together by average, minimum or maximum (4.3/6)', () => {
  const values = [60, 70, 95].map(fractionOf);
  expect((['Average', 'Minimum', 'Maximum'] as const).map((how) => said(aggregateOf(values, how)))).toEqual([
    '75',
    '60',
    '95',
  ]);
  expect(aggregateOf([], 'Average')).toBeUndefined();
});
