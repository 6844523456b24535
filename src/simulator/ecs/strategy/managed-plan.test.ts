import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaskNeeds } from '../capacity/estimate.ts';
import { type ManagedType, planLaunches, type WaitingTask } from './managed-plan.ts';

const ZONES = ['z-a', 'z-b', 'z-c'];
const type = (name: string, vcpu: number, gib: number, interfaces = 3): ManagedType => ({
  name,
  size: { cpuUnits: vcpu * 1024, memoryMib: gib * 1024, interfaces, gpus: 0 },
});
const TYPES = [type('xlarge', 4, 16), type('large', 2, 8, 2), type('2xlarge', 8, 32, 8)];
const needs = (part: Partial<TaskNeeds> = {}): TaskNeeds => ({
  cpuUnits: 512,
  memoryMib: 1024,
  interfaces: 1,
  gpus: 0,
  ports: [],
  alone: false,
  ...part,
});
const waiting = (count: number, part: Partial<TaskNeeds> = {}, zones = ZONES): WaitingTask[] =>
  Array.from({ length: count }, () => ({ needs: needs(part), zones }));
const none = (zones = ZONES) => new Map(zones.map((zone) => [zone, 0]));
const say = (tasks: WaitingTask[], zones: ReadonlyMap<string, number>) =>
  planLaunches(tasks, { types: TYPES, zones }).launches.map(
    (launch) => `${launch.instanceType} ${launch.zone} ${launch.tasks.length}`,
  );

describe('which instances ECS launches for tasks that wait (5.3, A86)', () => {
  test('the first three stand in three zones, with the tasks dealt out', () => {
    expect(say(waiting(6), none())).toEqual(['large z-a 2', 'large z-b 2', 'large z-c 2']);
    expect(say(waiting(1), none())).toEqual(['large z-a 1']);
    expect(say(waiting(2), none())).toEqual(['large z-a 1', 'large z-b 1']);
  });

  test('what stands or launches already counts towards the three', () => {
    const zones = new Map([
      ['z-a', 1],
      ['z-b', 1],
      ['z-c', 0],
    ]);
    expect(say(waiting(4), zones)).toEqual(['2xlarge z-c 4']);
  });

  test('afterwards tasks are packed on the smallest type that holds them all', () => {
    const zones = new Map(ZONES.map((zone) => [zone, 1]));
    expect(say(waiting(2), zones)).toEqual(['large z-a 2']);
    expect(say(waiting(3), zones)).toEqual(['xlarge z-a 3']);
    expect(say(waiting(8), zones)).toEqual(['2xlarge z-a 8']);
  });

  test('when no type holds them all, the one that holds most is filled first', () => {
    const zones = new Map(ZONES.map((zone) => [zone, 1]));
    expect(say(waiting(10), zones)).toEqual(['2xlarge z-a 8', 'large z-b 2']);
  });

  test('one subnet: only packing', () => {
    expect(say(waiting(6), none(['z-a']))).toEqual(['2xlarge z-a 6']);
  });

  test('a static host port, or distinctInstance, takes an instance each', () => {
    const zones = new Map(ZONES.map((zone) => [zone, 1]));
    expect(say(waiting(2, { ports: [160] }), zones)).toEqual(['large z-a 1', 'large z-b 1']);
    expect(say(waiting(2, { alone: true }), zones)).toHaveLength(2);
  });

  test('a task that no type holds, or whose zones the provider does not have, waits for ever', () => {
    const tasks = [...waiting(1, { cpuUnits: 10_000 }), ...waiting(1), ...waiting(1, {}, ['z-x'])];
    const plan = planLaunches(tasks, { types: TYPES, zones: none() });
    expect(plan.misfits).toEqual([0, 2]);
    expect(plan.launches.map(({ tasks: of }) => of)).toEqual([[1]]);
  });

  test('whatever waits, every task that fits is planned once, and instances are balanced over the zones', () => {
    const arbitraryTask = fc.record({
      cpuUnits: fc.integer({ min: 1, max: 9000 }),
      memoryMib: fc.integer({ min: 1, max: 40_000 }),
      port: fc.option(fc.integer({ min: 80, max: 82 })),
      alone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(arbitraryTask, { maxLength: 30 }), fc.integer({ min: 1, max: 3 }), (specs, zoneCount) => {
        const zones = ZONES.slice(0, zoneCount);
        const tasks = specs.map(({ port, ...part }) => ({
          needs: needs({ ...part, ports: port === null ? [] : [port * 2] }),
          zones,
        }));
        const plan = planLaunches(tasks, { types: TYPES, zones: none(zones) });
        const planned = [...plan.launches.flatMap((launch) => launch.tasks), ...plan.misfits].sort((a, b) => a - b);
        expect(planned).toEqual(tasks.map((_, i) => i));
        expect(plan.launches.every((launch) => launch.tasks.length > 0)).toBe(true);
        const counts = zones.map((zone) => plan.launches.filter((launch) => launch.zone === zone).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
