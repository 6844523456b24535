import { expect, test } from 'vitest';
import { StepSeries, Timeline } from './timeline.ts';

function stepsOf(...values: [number, number][]): [number, number][] {
  const series = new StepSeries();
  for (const [second, value] of values) series.set(second, value);
  return series.steps;
}

test('a series says only changes', () => {
  expect(stepsOf([0, 4], [10, 4], [30, 2], [40, 2])).toEqual([
    [0, 4],
    [30, 2],
  ]);
});

test('several changes within one second are one step, the last', () => {
  expect(stepsOf([0, 4], [30, 3], [30, 2])).toEqual([
    [0, 4],
    [30, 2],
  ]);
});

test('a change that is taken back within its second is no step', () => {
  expect(stepsOf([0, 4], [30, 2], [77, 4], [77, 2])).toEqual([
    [0, 4],
    [30, 2],
  ]);
});

test('a metric without a value has no series', () => {
  const timeline = new Timeline();
  timeline.series('services.web.deployment.completedAt');
  timeline.series('services.web.desired').set(0, 4);
  expect(timeline.allSeries()).toEqual({ 'services.web.desired': [[0, 4]] });
});
