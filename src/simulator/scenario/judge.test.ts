import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Run, Series, Test } from '../run.ts';
import { run as simulated } from '../scenario.fixture.ts';
import { judge, observe, passes, predictions, windowOf } from './judge.ts';
import type { Goal } from './scenario-schema.ts';

const STEPS: Series = [
  [0, 4],
  [30, 2],
  [77, 3],
  [124, 4],
];

function goal(part: Partial<Goal> & { is: Test }): Goal {
  return { id: 'g', metric: 'services.web.healthy', say: { en: 'x', ko: 'x' }, ...part };
}

describe('a metric is read over a window', () => {
  test.each<['min' | 'max' | 'last' | 'mean' | undefined, number, number, { value: number; at: number }]>([
    ['min', 0, 124, { value: 2, at: 30 }],
    ['max', 0, 124, { value: 4, at: 0 }],
    ['last', 0, 124, { value: 4, at: 124 }],
    [undefined, 0, 100, { value: 3, at: 77 }],
    ['min', 40, 76, { value: 2, at: 30 }],
    ['max', 77, 77, { value: 3, at: 77 }],
    ['last', 200, 200, { value: 4, at: 124 }],
    ['mean', 0, 60, { value: 3, at: 60 }],
    ['mean', 20, 40, { value: 3, at: 40 }],
    ['mean', 77, 77, { value: 3, at: 77 }],
  ])('%s from %d to %d', (take, from, to, expected) => {
    expect(observe(STEPS, { from, to }, take)).toEqual(expected);
  });

  test('the value in force at the beginning of the window counts, and both ends belong to it', () => {
    expect(observe(STEPS, { from: 30, to: 77 }, 'min')?.value).toBe(2);
    expect(observe(STEPS, { from: 31, to: 77 }, 'max')?.value).toBe(3);
  });

  test('a metric that gets its value later has none before', () => {
    expect(observe([[124, 124]], { from: 0, to: 100 }, 'last')).toBeUndefined();
    expect(observe(undefined, { from: 0, to: 100 }, 'last')).toBeUndefined();
  });

  test('agrees with looking at every second', () => {
    const anySeries = fc
      .array(fc.record({ gap: fc.integer({ min: 1, max: 9 }), value: fc.nat(9) }), { minLength: 1, maxLength: 8 })
      .map((steps) => {
        let second = -1;
        return steps.map(({ gap, value }): [number, number] => {
          second = second < 0 ? 0 : second + gap;
          return [second, value];
        });
      });
    fc.assert(
      fc.property(anySeries, fc.nat(40), fc.nat(40), (series, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const at = (second: number) => series.findLast(([start]) => start <= second)?.[1] ?? Number.NaN;
        const seconds = Array.from({ length: to - from + 1 }, (_, i) => at(from + i));
        expect(observe(series, { from, to }, 'min')?.value).toBe(Math.min(...seconds));
        expect(observe(series, { from, to }, 'max')?.value).toBe(Math.max(...seconds));
        expect(observe(series, { from, to }, 'last')?.value).toBe(seconds.at(-1));
        if (to === from) return;
        const mean = seconds.slice(0, -1).reduce((sum, value) => sum + value, 0) / (to - from);
        // Rounded to four places: at most half a unit of the last one away, and a little for binary fractions.
        const seen = observe(series, { from, to }, 'mean')?.value ?? Number.NaN;
        expect(Math.abs(seen - mean)).toBeLessThanOrEqual(0.00005 + 1e-12);
      }),
    );
  });
});

describe('a test compares a number with what was asked', () => {
  test.each<[number, Test, boolean]>([
    [2, { atLeast: 2 }, true],
    [1, { atLeast: 2 }, false],
    [2, { atMost: 2 }, true],
    [3, { atMost: 2 }, false],
    [2, { equals: 2 }, true],
    [2.5, { equals: 2 }, false],
    [2, { between: [2, 4] }, true],
    [4, { between: [2, 4] }, true],
    [5, { between: [2, 4] }, false],
  ])('%d against %j is %s', (value, asked, expected) => {
    expect(passes(value, asked)).toBe(expected);
  });
});

const UPDATE = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };

function updated(minimumHealthyPercent: number, maximumPercent: number): Run {
  return simulated({
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: 4,
        deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
      },
    ],
    events: [UPDATE],
  });
}

describe('a verdict', () => {
  test('says what was observed, when it was decided and by which entry', () => {
    const run = updated(50, 100);
    const [result] = judge(run, [goal({ over: 'always', take: 'min', is: { atLeast: 2 } })]);
    expect(result).toMatchObject({ met: true, observed: 2, expected: { atLeast: 2 }, at: 30 });
    expect(run.entries[result?.entry ?? -1]).toMatchObject({ at: 30, type: 'task-stopped', service: 'web' });
    expect(result?.because).toContain(
      'The minimum of services.web.healthy from 0 s to 124 s is 2, since 30 s; at least 2 was asked.',
    );
  });

  test('fails a metric that never gets a value, and points at what stands in the way', () => {
    const run = updated(90, 110);
    const [result] = judge(run, [goal({ metric: 'services.web.deployment.completedAt', is: { atMost: 180 } })]);
    expect(result).toMatchObject({ met: false, observed: null, at: 30 });
    expect(run.entries[result?.entry ?? -1]?.type).toBe('deployment-blocked');
    expect(result?.because).toContain('never got a value: the run settled at 30 s');
  });

  test('deployment is from its start to its end, or to the end of the run', () => {
    expect(windowOf(updated(50, 100), { metric: 'services.web.healthy', over: 'deployment' })).toEqual({
      from: 30,
      to: 124,
    });
    expect(windowOf(updated(90, 110), { metric: 'cluster.instances.used', over: 'deployment' })).toEqual({
      from: 30,
      to: 30,
    });
  });

  test('without a deployment there is nothing to look at', () => {
    const [result] = judge(simulated(), [goal({ over: 'deployment', is: { atLeast: 0 } })]);
    expect(result).toMatchObject({ met: false, observed: null });
    expect(result?.because).toContain('No event started a deployment');
  });
});

test('predictions are read from the run', () => {
  const ask = { en: 'x', ko: 'x' };
  const run = updated(50, 100);
  expect(
    predictions(run, [
      { id: 'floor', ask, metric: 'services.web.healthy', take: 'min' },
      { id: 'failed', ask, metric: 'services.web.deployment.failedAt' },
    ]),
  ).toEqual([
    { id: 'floor', value: 2 },
    { id: 'failed', value: null },
  ]);
});

test('breaking any one value of a passing run is noticed by the goal that reads it', () => {
  const run = updated(50, 100);
  const goals = [
    goal({ id: 'floor', over: 'always', take: 'min', is: { equals: 2 } }),
    goal({ id: 'tasks', metric: 'services.web.tasks', over: 'always', take: 'max', is: { atMost: 4 } }),
    goal({ id: 'done', metric: 'services.web.deployment.completedAt', is: { equals: 124 } }),
    goal({ id: 'final', metric: 'services.web.revision.web:2.healthy', over: 'final', is: { equals: 4 } }),
    goal({ id: 'mean', over: { from: 0, to: 60 }, take: 'mean', is: { equals: 3 } }),
  ];
  expect(judge(run, goals).every(({ met }) => met)).toBe(true);
  for (const { id, metric } of goals) {
    const broken: Run = {
      ...run,
      series: { ...run.series, [metric]: (run.series[metric] ?? []).map(([second, value]) => [second, value + 1]) },
    };
    expect({ id, missed: judge(broken, goals).some((result) => result.id === id && !result.met) }).toEqual({
      id,
      missed: true,
    });
  }
});
