import { describe, expect, it } from 'vitest';
import { chartOf, clock, countTicks, timeTicks } from './chart-model.ts';
import { halfTheFleetRun as run } from './run.fixture.ts';

const say = { en: 'x', ko: 'x' };
const chart = chartOf(run, 'web', [
  { id: 'done', metric: 'services.web.deployment.completedAt', is: { atMost: 180 }, say },
  { id: 'capacity', metric: 'services.web.healthy', is: { atLeast: 2 }, say },
]);

describe('the chart of a service', () => {
  it('stacks healthy tasks by revision, the oldest below', () => {
    expect(chart?.bands.map((band) => [band.taskDefinition, band.hue])).toEqual([
      ['web:1', 1],
      ['web:2', 2],
    ]);
    expect(chart?.bands[0]?.steps).toEqual([
      { from: 0, to: 30, low: 0, high: 4 },
      { from: 30, to: 77, low: 0, high: 2 },
      { from: 77, to: 124, low: 0, high: 0 },
    ]);
  });

  it('shows tasks that are not healthy yet on top of the healthy ones', () => {
    expect(chart?.starting).toEqual([{ from: 30, to: 124, low: 2, high: 4 }]);
  });

  it('draws floor and cap over the whole run', () => {
    expect(chart?.floor).toEqual([{ from: 0, to: 124, low: 2, high: 2 }]);
    expect(chart?.cap).toEqual([{ from: 0, to: 124, low: 4, high: 4 }]);
  });

  it('marks the second by which a goal wants the deployment done', () => {
    expect(chart?.deadlines).toEqual([{ id: 'done', at: 180 }]);
  });

  it('is missing for a service that the run does not have', () => {
    expect(chartOf(run, 'cache', [])).toBeUndefined();
  });
});

describe('axes', () => {
  it('have round moments', () => {
    expect(timeTicks(124, 6)).toEqual([0, 30, 60, 90, 120]);
    expect(timeTicks(1800, 6)).toEqual([0, 300, 600, 900, 1200, 1500, 1800]);
    expect(timeTicks(0, 6)).toEqual([0]);
  });

  it('have round counts', () => {
    expect(countTicks(4, 4)).toEqual([0, 1, 2, 3, 4]);
    expect(countTicks(7, 4)).toEqual([0, 2, 4, 6]);
  });

  it('write a second as a clock does', () => {
    expect([0, 65, 600, 3725].map(clock)).toEqual(['0:00', '1:05', '10:00', '1:02:05']);
  });
});
