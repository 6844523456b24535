import { describe, expect, test } from 'vitest';
import { entriesOf, run, task } from '../../scenario.fixture.ts';

const INSTANCES = [
  { name: 'a', count: 2, cpu: 2048, memory: 4096, availabilityZone: 'z-a' },
  { name: 'b', count: 1, cpu: 2048, memory: 4096, availabilityZone: 'z-b' },
];

/** Which instances lose a task, in order, when the service goes from `from` to `to` tasks. */
function stops(from: number, to: number, service: object = {}, seed = 1) {
  const result = run({
    instances: INSTANCES,
    tasks: [task()],
    services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: from, ...service }],
    events: [{ at: 10, setDesiredCount: { service: 'web', desiredCount: to } }],
    seed,
  });
  return { result, on: entriesOf(result, 'task-stopping').map(({ instance }) => instance) };
}

const strategy = (...placementStrategy: object[]) => ({ placementStrategy });

describe('which task stops when a service scales in (1.3)', () => {
  test('without strategy: the zone with the most tasks, inside it the instance with the most (1.3.4)', () => {
    // Placed a-1, b-1, a-2, b-1, a-1: three in z-a, two of them on a-1.
    const { on, result } = stops(5, 3);
    expect(on).toEqual(['a-1', 'b-1']);
    expect(entriesOf(result, 'task-stopping')[0]?.task).toBe('web-1');
  });

  test('spread: the most loaded value keeps losing until the balance is back (1.3.1)', () => {
    const { result } = stops(6, 2, strategy({ type: 'spread', field: 'attribute:ecs.availability-zone' }));
    const left = Object.values(result.final.instances).flatMap(({ tasks }) => tasks);
    expect(left).toHaveLength(2);
    expect(result.series['services.web.zone.z-a.running']?.at(-1)?.[1]).toBe(1);
    expect(result.series['services.web.zone.z-b.running']?.at(-1)?.[1]).toBe(1);
  });

  test('spread: inside the most loaded value it is random, from the seed (1.3.1, A7)', () => {
    const service = strategy({ type: 'spread', field: 'attribute:ecs.availability-zone' });
    const seeds = Array.from({ length: 12 }, (_, seed) =>
      entriesOf(stops(6, 3, service, seed).result, 'task-stopping'),
    );
    expect(new Set(seeds.map((entries) => entries.map(({ task }) => task).join())).size).toBeGreaterThan(1);
    expect(stops(6, 3, service).result.assumptions).toContain('A7');
  });

  test('binpack: the instance that is left with the most goes first, so that it empties (1.3.2)', () => {
    // Four fill... eight tasks of 512 MiB fill a-1, two more stand on a-2.
    const { on } = stops(10, 7, strategy({ type: 'binpack', field: 'memory' }));
    expect(on).toEqual(['a-2', 'a-2', 'a-1']);
  });

  test('binpack: a tie goes to the lowest instance index, then the oldest task (A1)', () => {
    const { result } = stops(3, 1, strategy({ type: 'binpack', field: 'memory' }));
    expect(entriesOf(result, 'task-stopping').map(({ task }) => task)).toEqual(['web-1', 'web-2']);
    expect(result.assumptions).toContain('A1');
  });

  test('random: any task, the same for the same seed (1.3.3)', () => {
    const tasks = (seed: number) =>
      entriesOf(stops(9, 4, strategy({ type: 'random' }), seed).result, 'task-stopping').map(({ task }) => task);
    expect(tasks(3)).toEqual(tasks(3));
    expect(tasks(3)).not.toEqual(tasks(4));
  });

  test('to none: every task stops', () => {
    const { result } = stops(5, 0);
    expect(result.final.services.web).toEqual({ running: 0, revisions: {} });
  });
});
