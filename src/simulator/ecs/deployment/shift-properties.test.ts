import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { scenarioWith, task } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';

const at = fc.integer({ min: 1, max: 1500 });
const service = fc.constant('web');
const configuration = fc.oneof(
  fc.record({ strategy: fc.constant('BLUE_GREEN'), bakeTimeInMinutes: fc.nat(4) }),
  fc.record({
    strategy: fc.constant('CANARY'),
    canaryConfiguration: fc.record({ canaryPercent: fc.constantFrom(0.1, 5, 100), canaryBakeTimeInMinutes: fc.nat(4) }),
  }),
  fc.record({
    strategy: fc.constant('LINEAR'),
    linearConfiguration: fc.record({ stepPercent: fc.constantFrom(3, 33.3, 50), stepBakeTimeInMinutes: fc.nat(2) }),
  }),
  fc.record({
    strategy: fc.constant('ROLLING'),
    minimumHealthyPercent: fc.constantFrom(0, 50, 100),
    maximumPercent: fc.constantFrom(125, 200),
  }),
);
const hook = fc.oneof(
  fc.record({
    hookTargetArn: fc.constant('slow'),
    lifecycleStages: fc.constantFrom(['PRODUCTION_TRAFFIC_SHIFT'], ['TEST_TRAFFIC_SHIFT', 'POST_SCALE_UP']),
  }),
  fc.record({ hookTargetArn: fc.constantFrom('good', 'bad'), lifecycleStages: fc.constant(['POST_SCALE_UP']) }),
  fc.record({
    targetType: fc.constant('PAUSE'),
    lifecycleStages: fc.constant(['PRE_PRODUCTION_TRAFFIC_SHIFT', 'POST_SCALE_UP']),
    timeoutConfiguration: fc.record({ timeoutInMinutes: fc.integer({ min: 1, max: 9 }) }),
  }),
);
const event = fc.oneof(
  fc.record({
    at,
    updateService: fc.record({ service, taskDefinition: fc.constantFrom('web:1', 'web:2', 'web:3', 'web:4') }),
  }),
  fc.record({ at, setDesiredCount: fc.record({ service, desiredCount: fc.nat(7) }) }),
  fc.record({ at, setAlarm: fc.record({ alarm: fc.constant('errors'), state: fc.constantFrom('OK', 'ALARM') }) }),
  fc.record({ at, stopTask: fc.record({ task: fc.constantFrom('web-1', 'web-5', 'web-9') }) }),
  fc.record({ at, drain: fc.record({ instance: fc.constantFrom('a-1', 'c-2') }) }),
  fc.record({ at, loseInstance: fc.record({ instance: fc.constantFrom('a-2', 'c-1') }) }),
  fc.record({
    at,
    updateTaskProtection: fc.record({
      tasks: fc.constantFrom(['web-1'], ['web-5', 'web-6']),
      protectionEnabled: fc.constant(true),
      expiresInMinutes: fc.integer({ min: 1, max: 9 }),
    }),
  }),
  fc.record({ at, stopServiceDeployment: fc.record({ service }) }),
  fc.record({ at, continueServiceDeployment: fc.record({ service, action: fc.constantFrom('CONTINUE', 'ROLLBACK') }) }),
);

test(
  'whatever happens, traffic adds up to 100 % and a run ends (3.5, 3.7)',
  () => {
    const parts = fc.record({
      configuration,
      hooks: fc.array(hook, { maxLength: 2 }),
      rollback: fc.boolean(),
      small: fc.boolean(),
      balanced: fc.boolean(),
      begin: fc.constantFrom('steady' as const, 'empty' as const),
      events: fc.array(event, { maxLength: 9 }),
    });
    fc.assert(
      fc.property(parts, ({ configuration: given, hooks, rollback, small, balanced, begin, events }) => {
        const healthCheck = { interval: 10, retries: 2 };
        const tasks = [task(), task({ revision: 2 }), task({ revision: 3, image: 'sick', healthCheck })];
        const base = scenarioWith({
          tasks: [...tasks, task({ revision: 4, image: 'gone' })],
          images: { web: { start: 5 }, sick: { healthy: '1h' }, gone: { fails: 'pull' } },
          begin,
        });
        const controls = {
          deploymentCircuitBreaker: { enable: true, rollback },
          alarms: { alarmNames: ['errors'], enable: true, rollback },
          ...(given.strategy === 'ROLLING' || hooks.length === 0 ? {} : { lifecycleHooks: hooks }),
        };
        const advancedConfiguration = {
          alternateTargetGroupArn: 'green',
          productionListenerRule: 'rule-1',
          testListenerRule: 'rule-2',
        };
        const balancer = { targetGroupArn: 'blue', containerName: 'app', containerPort: 80, advancedConfiguration };
        const shifts = balanced ? { loadBalancers: [balancer] } : { serviceConnectConfiguration: { enabled: true } };
        const web = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 4, ...shifts };
        const world = {
          ...base.world,
          ...(small
            ? {
                containerInstances: [
                  { name: 'a', count: 2, cpu: 768, memory: 1536 },
                  { name: 'c', count: 2, cpu: 256, memory: 512 },
                ],
              }
            : {}),
          services: [{ ...web, deploymentConfiguration: { ...given, ...controls } }],
          alarms: [{ name: 'errors' }],
          targetGroups: ['blue', 'green'].map((name) => ({ name, deregistrationDelaySeconds: 20 })),
          lambdas: { good: { after: 20 }, bad: { after: 20, hookStatus: 'FAILED' }, slow: { inProgress: 2 } },
        };
        const { scenario, faults } = readScenario({ ...base, world, events });
        expect(faults ?? []).toEqual([]);
        if (scenario === undefined) return;
        const result = simulate(scenario, { limits: { events: 20_000, instances: 100 } });
        expect(result.stopped).not.toBe('event-limit');
        const shares = Object.entries(result.series).filter(([name]) => name.startsWith('services.web.traffic.'));
        expect(shares.length > 0).toBe(given.strategy !== 'ROLLING');
        for (const second of new Set(shares.flatMap(([, steps]) => steps.map(([from]) => from)))) {
          const sum = shares.reduce(
            (total, [, steps]) => total + (steps.findLast(([from]) => from <= second)?.[1] ?? 0),
            0,
          );
          expect(Math.round(sum * 10)).toBe(1000);
        }
      }),
      cases('invariant', 100),
    );
  },
  PROOF_TIMEOUT,
);
