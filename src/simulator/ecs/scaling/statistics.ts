import type { Series } from '../../run.ts';
import type { Statistic } from '../../scenario/alarm-schema.ts';
import { type Fraction, fractionOf, order, over, plus, times, ZERO } from './fraction.ts';

/** What a stretch of seconds says of a metric; `seconds` is how many of them had data. */
export type Sample = { seconds: number; sum: Fraction; minimum: Fraction; maximum: Fraction };

/**
 * CW/3: the values that a step function has from second `from` up to, not including, second `to`, weighted by how long
 * each is in force. Seconds in which `hasData` is 0, or before the first value, have none. Undefined without any.
 */
export function sampleOf(series: Series, from: number, to: number, hasData?: Series): Sample | undefined {
  let sample: Sample | undefined;
  for (const [start, end, value] of spansOf(series, from, to)) {
    for (const [first, last, present] of hasData ? spansOf(hasData, start, end) : [[start, end, 1] as const]) {
      if (present > 0) sample = joined(sample, value, last - first);
    }
  }
  return sample;
}

/** `[from, to, value]` of each step within the stretch, in order. */
function spansOf(series: Series, from: number, to: number): [number, number, number][] {
  const spans: [number, number, number][] = [];
  for (let i = lastStepAt(series, to - 1); i >= 0; i--) {
    const [second, value] = series[i] as [number, number];
    const end = Math.min(to, series[i + 1]?.[0] ?? to);
    spans.unshift([Math.max(from, second), end, value]);
    if (second <= from) break;
  }
  return spans;
}

/** Index of the step in force at this second, -1 before the first. */
function lastStepAt(series: Series, second: number): number {
  let low = 0;
  let high = series.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle] as [number, number])[0] <= second) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function joined(sample: Sample | undefined, number: number, seconds: number): Sample {
  const value = fractionOf(number);
  const sum = times(value, fractionOf(seconds));
  if (sample === undefined) return { seconds, sum, minimum: value, maximum: value };
  return {
    seconds: sample.seconds + seconds,
    sum: plus(sample.sum, sum),
    minimum: order(value, sample.minimum) < 0 ? value : sample.minimum,
    maximum: order(value, sample.maximum) > 0 ? value : sample.maximum,
  };
}

/** Several stretches as one. */
export function together(samples: readonly (Sample | undefined)[]): Sample | undefined {
  return samples.reduce((whole, sample) => {
    if (whole === undefined || sample === undefined) return whole ?? sample;
    return {
      seconds: whole.seconds + sample.seconds,
      sum: plus(whole.sum, sample.sum),
      minimum: order(sample.minimum, whole.minimum) < 0 ? sample.minimum : whole.minimum,
      maximum: order(sample.maximum, whole.maximum) > 0 ? sample.maximum : whole.maximum,
    };
  }, undefined);
}

/** CW/3: Average is by time, Sum adds up a rate per second, Minimum and Maximum are the extremes. */
export function statisticOf(sample: Sample | undefined, statistic: Statistic): Fraction | undefined {
  if (sample === undefined) return undefined;
  if (statistic === 'Minimum') return sample.minimum;
  if (statistic === 'Maximum') return sample.maximum;
  return statistic === 'Sum' ? sample.sum : over(sample.sum, fractionOf(sample.seconds));
}

/** The three ways in which a step policy takes several datapoints together (4.3/6); undefined for none. */
export function aggregateOf(values: readonly Fraction[], how: 'Average' | 'Minimum' | 'Maximum'): Fraction | undefined {
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  if (how === 'Average') return over(values.reduce(plus, ZERO), fractionOf(values.length));
  const wins = how === 'Minimum' ? -1 : 1;
  return rest.reduce((best, value) => (order(value, best) === wins ? value : best), first);
}
