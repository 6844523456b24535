import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import type { Run } from '../../run.ts';
import { run, task } from '../../scenario.fixture.ts';

/** One service that starts on an empty cluster of equal instances. */
const start = fc.record({
  zones: fc.integer({ min: 1, max: 4 }),
  perZone: fc.integer({ min: 1, max: 5 }),
  desired: fc.integer({ min: 0, max: 30 }),
  cpu: fc.constantFrom(64, 128, 250, 512),
  memory: fc.constantFrom(64, 300, 512, 1024),
});

type Start = typeof start extends fc.Arbitrary<infer T> ? T : never;

function started({ zones, perZone, desired, cpu, memory }: Start, size: object, placementStrategy: object[]): Run {
  const instances = Array.from({ length: zones }, (_, i) => ({
    name: `i${i}`,
    count: perZone,
    availabilityZone: `z${i}`,
    ...size,
  }));
  const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: desired, placementStrategy }];
  return run({ instances, services, tasks: [task({ cpu, memory })], begin: 'empty', horizon: '60s' });
}

function counts(of: Run, bucket: (entry: Run['entries'][number]) => string | undefined, buckets: string[]): number[] {
  const count = new Map(buckets.map((name) => [name, 0]));
  for (const entry of of.entries.filter(({ type }) => type === 'task-placed')) {
    const name = bucket(entry) ?? '';
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  return [...count.values()];
}

describe('over random clusters of equal instances', { timeout: PROOF_TIMEOUT }, () => {
  test('spread over one field with room for all: the fullest value has at most one more than the emptiest (1.2.2)', () => {
    fc.assert(
      fc.property(start, fc.boolean(), (from, byZone) => {
        const field = byZone ? 'attribute:ecs.availability-zone' : 'instanceId';
        const of = started(from, { cpu: 100_000, memory: 100_000 }, [{ type: 'spread', field }]);
        const zones = Array.from({ length: from.zones }, (_, i) => `z${i}`);
        const loads = counts(
          of,
          (entry) => (byZone ? entry.availabilityZone : entry.instance),
          byZone ? zones : Object.keys(of.final.instances),
        );
        expect(loads.reduce((sum, load) => sum + load, 0)).toBe(from.desired);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
      cases('invariant', 100),
    );
  });

  test('binpack never opens an empty instance while a used one has room (1.2.1)', () => {
    fc.assert(
      fc.property(start, fc.constantFrom('cpu', 'memory'), (from, field) => {
        const of = started(from, { cpu: 1024, memory: 2048 }, [{ type: 'binpack', field }]);
        const used = new Map<string, number>();
        const fits = (tasks: number) => (tasks + 1) * from.cpu <= 1024 && (tasks + 1) * from.memory <= 2048;
        for (const { type, instance = '' } of of.entries) {
          if (type !== 'task-placed') continue;
          if (!used.has(instance)) expect([...used.values()].some(fits)).toBe(false);
          used.set(instance, (used.get(instance) ?? 0) + 1);
        }
      }),
      cases('invariant', 100),
    );
  });
});
