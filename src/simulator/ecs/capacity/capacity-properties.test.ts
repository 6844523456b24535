import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import type { Run } from '../../run.ts';
import { runCapacity } from './capacity.fixture.ts';

const strategy = [{ capacityProvider: 'cp', weight: 1 }];

const event = fc.oneof(
  fc.record({ setDesiredCount: fc.record({ service: fc.constant('web'), desiredCount: fc.nat(24) }) }),
  fc.record({
    runTask: fc.record({
      taskDefinition: fc.constant('job:1'),
      count: fc.integer({ min: 1, max: 5 }),
      capacityProviderStrategy: fc.constant(strategy),
    }),
  }),
  fc.record({ loseInstance: fc.record({ instance: fc.constantFrom('fleet-1', 'fleet-2', 'fleet-3') }) }),
  fc.record({ drain: fc.record({ instance: fc.constantFrom('fleet-1', 'fleet-2') }) }),
  fc.record({ failAvailabilityZone: fc.record({ availabilityZone: fc.constant('z-a') }) }),
);

const world = fc
  .record({
    minSize: fc.nat(3),
    more: fc.nat(9),
    first: fc.nat(9),
    launchSeconds: fc.constantFrom(0, 45, 90, 400),
    isProtected: fc.boolean(),
    managedDraining: fc.constantFrom('ENABLED', 'DISABLED'),
    managedScaling: fc.record({
      targetCapacity: fc.integer({ min: 1, max: 100 }),
      minimumScalingStepSize: fc.integer({ min: 1, max: 4 }),
      maximumScalingStepSize: fc.constantFrom(1, 3, 10_000),
      instanceWarmupPeriod: fc.constantFrom(0, 60, 300),
    }),
    desiredCount: fc.nat(12),
    strategies: fc.constantFrom([], [{ type: 'binpack', field: 'memory' }]),
    begin: fc.constantFrom('steady' as const, 'empty' as const),
    events: fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), event), { maxLength: 8 }),
  })
  .map((part) => {
    const maxSize = part.minSize + part.more;
    return {
      ...part,
      maxSize,
      desiredCapacity: Math.min(maxSize, part.minSize + part.first),
      happen: part.events.map(([at, what]) => ({ at, ...what })),
    };
  });

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function runOf(part: World): Run {
  const { minSize, maxSize, desiredCapacity, launchSeconds, isProtected } = part;
  return runCapacity({
    group: {
      minSize,
      maxSize: Math.max(maxSize, 3),
      desiredCapacity,
      launchSeconds,
      newInstancesProtectedFromScaleIn: isProtected,
    },
    managedScaling: part.managedScaling,
    provider: {
      managedTerminationProtection: isProtected ? 'ENABLED' : 'DISABLED',
      managedDraining: part.managedDraining,
    },
    service: { desiredCount: part.desiredCount, placementStrategy: part.strategies },
    begin: part.begin,
    events: part.happen,
  });
}

function values(run: Run, metric: string): number[] {
  return (run.series[metric] ?? []).map(([, value]) => value);
}

test('whatever happens, a group stays within its limits and its entries tell its desired capacity', {
  timeout: PROOF_TIMEOUT,
}, () => {
  fc.assert(
    fc.property(world, (part) => {
      const run = runOf(part);
      const most = Math.max(part.maxSize, 3);
      for (const desired of values(run, 'autoScalingGroups.fleet.desired')) {
        expect(desired >= part.minSize && desired <= most).toBe(true);
      }
      for (const instances of values(run, 'capacityProviders.cp.instances'))
        expect(instances).toBeLessThanOrEqual(most);
      let desired = part.desiredCapacity;
      for (const { type, capacity } of run.entries) {
        if (type !== 'capacity-scaled') continue;
        expect(capacity?.from).toBe(desired);
        desired = capacity?.to as number;
      }
      expect(desired).toBe(values(run, 'autoScalingGroups.fleet.desired').at(-1));
    }),
    cases('invariant', 150),
  );
});

test('nothing scales out while an instance warms up, and nothing launches in a zone that failed (5.2.6)', {
  timeout: PROOF_TIMEOUT,
}, () => {
  fc.assert(
    fc.property(world, (part) => {
      const run = runOf(part);
      const there = new Map<string, number>();
      let failedAt = Number.POSITIVE_INFINITY;
      for (const { type, at, instance = '', availabilityZone, capacity, message } of run.entries) {
        if (type === 'event' && message.includes('fails')) failedAt = at;
        if (type === 'instance-terminating' || type === 'instance-terminated' || type === 'instance-lost')
          there.delete(instance);
        if (type === 'instance-launching') {
          there.set(instance, at);
          expect(at >= failedAt && availabilityZone === 'z-a').toBe(false);
        }
        if (type !== 'capacity-scaled' || (capacity?.to ?? 0) < (capacity?.from ?? 0)) continue;
        for (const launchedAt of there.values()) {
          expect(at - launchedAt).toBeGreaterThanOrEqual(part.managedScaling.instanceWarmupPeriod);
        }
      }
    }),
    cases('invariant', 150),
  );
});

test('under managed termination protection no task ends with its instance, but by accidents (5.2.8)', {
  timeout: PROOF_TIMEOUT,
}, () => {
  fc.assert(
    fc.property(world, (part) => {
      fc.pre(part.isProtected);
      const run = runOf(part);
      const accidents = new Set(part.happen.map(({ at }) => at));
      for (const { type, reason, at } of run.entries) {
        if (type === 'task-stopped' && reason === 'InfrastructureHealth') expect(accidents.has(at)).toBe(true);
      }
    }),
    cases('invariant', 100),
  );
});

test('the tasks that wait are those that were never placed and never stopped (5.2.10)', {
  timeout: PROOF_TIMEOUT,
}, () => {
  fc.assert(
    fc.property(world, (part) => {
      const run = runOf(part);
      const waiting = new Set<string>();
      for (const { type, task = '' } of run.entries) {
        if (type === 'task-waiting') waiting.add(task);
        if (type === 'task-placed' || type === 'task-stopped') waiting.delete(task);
      }
      expect(values(run, 'capacityProviders.cp.provisioning').at(-1)).toBe(waiting.size);
      expect(JSON.stringify(runOf(part))).toBe(JSON.stringify(run));
    }),
    cases('invariant', 100),
  );
});
