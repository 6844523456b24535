import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { loadSchema, setLoadSchema } from '../../scenario/load-schema.ts';
import { readScenarioWith } from '../../scenario/read-scenario.ts';
import { simulateWith } from '../../simulate-with.ts';
import type { StoreyForm } from '../../storey.ts';
import { appRunnerForm } from './app-runner-form.ts';
import { appRunnerStorey } from './app-runner-storey.ts';
import { concurrentAt, instancesFor } from './instances.ts';

/** The part of traffic that App Runner needs: loads and setLoad. */
const loads: StoreyForm = {
  name: 'loads',
  world: { load: z.optional(z.array(loadSchema)) },
  verbs: { setLoad: z.optional(setLoadSchema) },
  metrics: [],
  check: () => [],
};
const FORMS = [loads, appRunnerForm];
const STOREYS = [appRunnerStorey];

function read(service: object, more: { perSecond?: unknown; events?: object[] } = {}) {
  return readScenarioWith(FORMS, {
    model: 'ecs',
    world: {
      containerInstances: [],
      taskDefinitions: [],
      appRunnerServices: [{ serviceName: 'shop', ...service }],
      load: [{ appRunnerService: 'shop', perSecond: more.perSecond ?? 0 }],
    },
    events: more.events ?? [],
  });
}

function run(service: object, more: { perSecond?: unknown; events?: object[] }) {
  const { scenario, faults } = read(service, more);
  if (scenario === undefined) throw new Error(JSON.stringify(faults));
  return simulateWith(STOREYS, scenario);
}

describe('the instances of App Runner', () => {
  test.each([
    [0, 1],
    [100, 1],
    [101, 2],
    [250, 3],
    [2500, 25],
    [9999, 25],
  ])('with the defaults %d requests at a time take %d (10/7, A19)', (concurrent, expected) => {
    expect(instancesFor(concurrent, { maxConcurrency: 100, minSize: 1, maxSize: 25 }).instances).toBe(expected);
  });

  test('lie within the sizes and never fall when more requests come (10/7)', () => {
    const sizes = fc.record({
      maxConcurrency: fc.integer({ min: 1, max: 200 }),
      minSize: fc.integer({ min: 1, max: 5 }),
      maxSize: fc.integer({ min: 5, max: 25 }),
    });
    fc.assert(
      fc.property(sizes, fc.nat(9999), fc.nat(9999), (limits, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((n) => instancesFor(n, limits).instances) as [
          number,
          number,
        ];
        expect(low).toBeLessThanOrEqual(high);
        expect([low >= limits.minSize, high <= limits.maxSize]).toEqual([true, true]);
      }),
    );
  });
});

test('requests under way are those of the last seconds that a request takes, as counted one by one', () => {
  const rates = fc.array(fc.nat(9), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(rates, fc.integer({ min: 1, max: 12 }), (perSecond, takes) => {
      const steps = perSecond.map((rate, second) => [second, rate] as [number, number]);
      const last = perSecond.length - 1;
      const naive = perSecond.slice(Math.max(0, last - takes + 1)).reduce((sum, rate) => sum + rate, 0);
      expect(concurrentAt(steps, last, takes)).toBe(naive);
    }),
  );
});

describe('an App Runner service in a run', () => {
  test('20 requests a second of 10 s each are 200 at a time: 2 instances; 30 a second are 3 (10/7)', () => {
    const done = run(
      { requestSeconds: 10 },
      {
        perSecond: [
          [0, 20],
          [60, 30],
        ],
      },
    );
    expect(done.series['appRunner.shop.instances']).toEqual([
      [0, 1],
      [5, 2],
      [60, 3],
    ]);
    expect(done.series['appRunner.shop.concurrent']?.at(-1)).toEqual([69, 300]);
    expect(done.entries.map(({ at, message }) => `${at} ${message}`)).toEqual([
      '5 (App Runner service shop) goes from 1 to 2 instances for requests at a time: 120 ÷ 100 = 1.2 → 2.',
      '60 (App Runner service shop) goes from 2 to 3 instances for requests at a time: 210 ÷ 100 = 2.1 → 3.',
    ]);
    expect([done.stopped, done.assumptions]).toEqual(['settled', ['A19']]);
  });

  test('setLoad gives it another curve, and MaxSize ends the growth (10/7)', () => {
    const events = [{ at: '1m', setLoad: { appRunnerService: 'shop', perSecond: 900 } }];
    const done = run({ autoScalingConfiguration: { maxSize: 4 } }, { perSecond: 50, events });
    expect(done.series['appRunner.shop.instances']).toEqual([
      [0, 1],
      [60, 4],
    ]);
  });

  test('is refused with sizes that cross, and a load names one that exists', () => {
    expect(read({ autoScalingConfiguration: { minSize: 5, maxSize: 4 } }).faults?.[0]?.message).toBe(
      'AWS refuses maxSize 4: it is at least the minSize of 5',
    );
    const events = [{ at: '1m', setLoad: { appRunnerService: 'shp', perSecond: 900 } }];
    expect(read({}, { events }).faults?.[0]?.message).toBe('there is no App Runner service shp; did you mean shop?');
  });
});
