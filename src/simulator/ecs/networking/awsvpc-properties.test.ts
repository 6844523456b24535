import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { stateAt } from '../../replay.fixture.ts';
import { run, task } from '../../scenario.fixture.ts';
import { awsvpcTaskLimit } from './eni-limits.ts';

const ZONES = ['z-a', 'z-b', 'z-c'];
const world = fc.record({
  types: fc.array(fc.constantFrom('t3.small', 'm5.large', 'm5.xlarge'), { minLength: 3, maxLength: 3 }),
  trunking: fc.boolean(),
  launchType: fc.constantFrom('EC2', 'FARGATE'),
  subnets: fc.subarray(ZONES, { minLength: 1 }),
  desired: fc.integer({ min: 0, max: 12 }),
  events: fc.array(
    fc.oneof(
      fc.record({ setDesiredCount: fc.record({ service: fc.constant('web'), desiredCount: fc.nat(12) }) }),
      fc.record({ failAvailabilityZone: fc.record({ availabilityZone: fc.constantFrom(...ZONES) }) }),
      fc.record({ updateService: fc.constant({ service: 'web', taskDefinition: 'web:2' }) }),
      fc.record({ drain: fc.record({ instance: fc.constantFrom('i0-1', 'i1-1', 'i2-1') }) }),
      fc.record({
        updateTaskProtection: fc.record({
          tasks: fc.constantFrom(['web-1'], ['web-2', 'web-3']),
          protectionEnabled: fc.boolean(),
          expiresInMinutes: fc.integer({ min: 1, max: 20 }),
        }),
      }),
    ),
    { maxLength: 4 },
  ),
});

test(
  'no instance holds more awsvpc tasks than it has interfaces, and no task leaves the zones of its subnets (2.3, 1.7)',
  () => {
    fc.assert(
      fc.property(world, ({ types, trunking, launchType, subnets, desired, events }) => {
        const result = run({
          instances: types.map((instanceType, i) => ({ name: `i${i}`, instanceType, availabilityZone: ZONES[i] })),
          tasks: [1, 2].map((revision) => ({
            ...task({ revision, cpu: 64, memory: 64, portMappings: [{ containerPort: 80 }] }),
            networkMode: 'awsvpc',
            cpu: 256,
            memory: 512,
            requiresCompatibilities: ['EC2', 'FARGATE'],
          })),
          services: [
            {
              serviceName: 'web',
              taskDefinition: 'web:1',
              desiredCount: desired,
              launchType,
              networkConfiguration: { awsvpcConfiguration: { subnets } },
            },
          ],
          events: events.map((event, i) => ({ at: 50 * (i + 1), ...event })),
          world: {
            subnets: ZONES.map((zone) => ({ subnetId: zone, availabilityZone: zone })),
            accountSettings: { awsvpcTrunking: trunking ? 'enabled' : 'disabled' },
          },
          horizon: '2h',
        });
        expect(result.stopped).not.toBe('event-limit');
        for (let index = 0; index < result.entries.length; index += 3) {
          const { tasks, instances } = stateAt(result, index);
          for (const [i, instance] of instances.entries()) {
            expect(instance.tasks.length).toBeLessThanOrEqual(awsvpcTaskLimit(types[i] as string, { trunking }) ?? 0);
          }
          for (const { availabilityZone, instance } of tasks) {
            expect(subnets).toContain(availabilityZone);
            expect(instance === undefined).toBe(launchType === 'FARGATE');
          }
        }
        if (events.length === 0 && launchType === 'FARGATE') expect(spreadOf(result, subnets)).toBeLessThanOrEqual(1);
      }),
      cases('invariant', 60),
    );
  },
  PROOF_TIMEOUT,
);

/** Most minus fewest tasks of a zone, at the end. */
function spreadOf(result: ReturnType<typeof run>, zones: readonly string[]): number {
  const { tasks } = stateAt(result, result.entries.length - 1);
  const counts = zones.map((zone) => tasks.filter(({ availabilityZone }) => availabilityZone === zone).length);
  return Math.max(...counts) - Math.min(...counts);
}
