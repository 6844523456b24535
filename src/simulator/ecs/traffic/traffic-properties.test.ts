import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import type { Run } from '../../run.ts';
import { scenarioWith, task } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';
import { group, service, valueIn } from './traffic.fixture.ts';

const KINDS = ['sent', 'served', 'failed', 'inFlight'] as const;

const image = fc.record({
  pull: fc.nat(5),
  start: fc.nat(5),
  stop: fc.nat(8),
  healthy: fc.nat(15),
  requestSeconds: fc.constantFrom(0, 0, 1, 3, 12),
  requestsPerSecond: fc.constantFrom(2, 5, 50, 1000),
  cpuPerRequest: fc.constantFrom(0, 20, 90),
  crashes: fc.option(fc.record({ after: fc.integer({ min: 20, max: 150 }) }), { nil: undefined, freq: 4 }),
  silence: fc.constantFrom('refuses', 'hangs'),
});

const curve = fc.oneof(
  fc.nat(60),
  fc
    .uniqueArray(fc.nat(200), { minLength: 1, maxLength: 4 })
    .chain((times) => fc.tuple(...times.sort((a, b) => a - b).map((at) => fc.tuple(fc.constant(at), fc.nat(60))))),
  fc.record({ ramp: fc.record({ from: fc.nat(40), to: fc.nat(40), over: fc.nat(120) }) }),
);

const event = fc.oneof(
  fc.constant({ updateService: { service: 'web', taskDefinition: 'web:2' } }),
  fc.nat(6).map((desiredCount) => ({ setDesiredCount: { service: 'web', desiredCount } })),
  fc.constantFrom('a-1', 'c-2').map((instance) => ({ loseInstance: { instance } })),
  fc.constantFrom('a-2', 'c-1').map((instance) => ({ drain: { instance } })),
  fc.constantFrom('web-1', 'web-3').map((name) => ({ stopTask: { task: name } })),
  curve.map((perSecond) => ({ setLoad: { load: 'users', perSecond } })),
);

const world = fc.record({
  image,
  next: image,
  group: fc.record({
    healthCheckIntervalSeconds: fc.constantFrom(5, 10),
    healthCheckTimeoutSeconds: fc.constantFrom(2, 4),
    deregistrationDelaySeconds: fc.constantFrom(0, 5, 30),
    loadBalancingAlgorithmType: fc.constantFrom('round_robin', 'round_robin', 'least_outstanding_requests'),
    protocol: fc.constant('TCP'),
    crossZone: fc.boolean(),
  }),
  slowStartSeconds: fc.constantFrom(0, 0, 30),
  desiredCount: fc.integer({ min: 1, max: 5 }),
  weight: fc.constantFrom(0, 1, 5, 100),
  flows: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
  curve,
  begin: fc.constantFrom('steady', 'empty'),
  events: fc.array(fc.tuple(fc.nat(180), event), { maxLength: 4 }),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** The world; `every` second is looked at because another service gets another rate in each. */
function runOf(of: World, every = false): Run {
  const { slowStartSeconds, group: attributes, weight, flows } = of;
  const slow = attributes.loadBalancingAlgorithmType === 'round_robin' ? { slowStartSeconds } : {};
  const shares = [
    { targetGroupArn: 'web', weight: 100 },
    { targetGroupArn: 'api', weight },
  ];
  const defaultActions = [{ type: 'forward', forwardConfig: { targetGroups: shares } }];
  const ticks = Array.from({ length: 240 }, (_, second) => [second, second % 2]);
  const clean = ({ crashes, ...more }: World['image']) => (crashes ? { ...more, crashes } : more);
  const scenario = scenarioWith({
    services: [
      service('web', { desiredCount: of.desiredCount }),
      service('api', { desiredCount: 2 }),
      { serviceName: 'clock', taskDefinition: 'clock:1', desiredCount: 1 },
    ],
    tasks: [
      task({ image: 'one' }),
      task({ revision: 2, image: 'two' }),
      task({ family: 'api', image: 'two' }),
      task({ family: 'clock', image: 'clock', cpu: 1 }),
    ],
    images: { one: clean(of.image), two: clean(of.next), clock: {} },
    begin: of.begin as 'steady',
    events: of.events.sort(([a], [b]) => a - b).map(([at, verb]) => ({ at, ...verb })),
    horizon: '240s',
    world: {
      targetGroups: [group('web', { ...attributes, ...slow }), group('api', { protocol: 'TCP' })],
      loadBalancers: [{ name: 'front', type: 'network', listeners: [{ port: 80, defaultActions }] }],
      load: [
        { name: 'users', loadBalancer: 'front', perSecond: of.curve, ...(flows === undefined ? {} : { flows }) },
        { service: 'clock', perSecond: every ? ticks : 0 },
      ],
    },
  });
  return simulate(scenario, { limits: { events: 20_000, instances: 100 } });
}

/** Every second's value of a metric. */
function perSecond(run: Run, metric: string, until: number): number[] {
  return Array.from({ length: until + 1 }, (_, second) => valueIn(run.series[metric] ?? [], second));
}

describe('whatever happens', () => {
  test(
    'requests are conserved: sent = served + failed + in flight, at every second, for services and load balancers',
    () => {
      fc.assert(
        fc.property(world, (of) => {
          const run = runOf(of);
          for (const prefix of ['services.web', 'services.api', 'loadBalancers.front']) {
            const [sent, served, failed, inFlight] = KINDS.map((kind) =>
              perSecond(run, `${prefix}.requests.${kind}`, run.seconds),
            ) as [number[], number[], number[], number[]];
            let open = 0;
            for (const second of sent.keys()) {
              const values = [sent, served, failed, inFlight].map((series) => series[second] ?? 0);
              expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
              open += (sent[second] ?? 0) - (served[second] ?? 0) - (failed[second] ?? 0);
              expect({ prefix, second, open }).toEqual({ prefix, second, open: inFlight[second] });
            }
          }
        }),
        cases('invariant', 60),
      );
    },
    PROOF_TIMEOUT,
  );

  test(
    'passing over seconds gives exactly what looking at each of them gives',
    () => {
      fc.assert(
        fc.property(world, (of) => {
          const [folded, visited] = [runOf(of), runOf(of, true)];
          const until = Math.min(folded.seconds, visited.seconds);
          for (const metric of Object.keys(visited.series)) {
            if (!metric.includes('request') || metric.startsWith('services.clock')) continue;
            expect({ metric, values: perSecond(folded, metric, until) }).toEqual({
              metric,
              values: perSecond(visited, metric, until),
            });
          }
        }),
        cases('oracle', 60),
      );
    },
    PROOF_TIMEOUT,
  );
});

test('an hour of a million requests, with a rolling update and requests that take 20 s, costs a few thousand steps and is exact', () => {
  const scenario = scenarioWith({
    services: [service('web', { desiredCount: 6 })],
    images: { web: { pull: 4, start: 3, requestSeconds: 20, requestsPerSecond: 60 } },
    events: [{ at: 600, updateService: { service: 'web', taskDefinition: 'web:2' } }],
    horizon: '1h',
    world: {
      targetGroups: [group('web', { deregistrationDelaySeconds: 10 })],
      load: [
        {
          service: 'web',
          perSecond: [
            [0, 278],
            [3599, 277],
          ],
        },
      ],
    },
  });
  const run = simulate(scenario, { limits: { events: 1000, instances: 100 } });
  expect(run.stopped).toBe('horizon');
  const sum = (kind: string, until: number) =>
    perSecond(run, `services.web.requests.${kind}`, until).reduce((a, b) => a + b, 0);
  expect(sum('sent', 3599)).toBe(278 * 3599 + 277);
  const inFlight = valueIn(run.series['services.web.requests.inFlight'] ?? [], 3599);
  expect(sum('served', 3599) + sum('failed', 3599) + inFlight).toBe(sum('sent', 3599));
  // Deregistered at 617 and cut at 627: requests of the seconds 607 to 616.
  expect(sum('failed', 3599)).toBe(10 * 278);
});
