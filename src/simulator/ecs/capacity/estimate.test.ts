import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateInstances as estimate, type InstanceSize, type TaskNeeds, tasksPerInstance } from './estimate.ts';

const LARGE: InstanceSize = { cpuUnits: 2048, memoryMib: 7680, interfaces: 2, gpus: 0 };
const XLARGE: InstanceSize = { cpuUnits: 4096, memoryMib: 15360, interfaces: 3, gpus: 0 };

function estimateInstances(waiting: readonly TaskNeeds[], types: readonly InstanceSize[]) {
  return estimate(
    waiting.map((one) => ({ needs: one, tasks: 1 })),
    types,
  );
}

function needs(part: Partial<TaskNeeds> = {}): TaskNeeds {
  return { cpuUnits: 512, memoryMib: 1024, interfaces: 0, gpus: 0, ports: [], alone: false, ...part };
}

function times(count: number, part: Partial<TaskNeeds> = {}): TaskNeeds[] {
  return Array.from({ length: count }, () => needs(part));
}

describe('an empty instance takes as many tasks as its scarcest resource lets in (5.2.3)', () => {
  test.each([
    { what: 'CPU', part: { cpuUnits: 600 }, fits: 3 },
    { what: 'memory', part: { memoryMib: 2048 }, fits: 3 },
    { what: 'network interfaces', part: { interfaces: 1 }, fits: 2 },
    { what: 'GPUs', part: { gpus: 1 }, fits: 0 },
    { what: 'a static host port', part: { ports: [16_000] }, fits: 1 },
    { what: 'a port that the agent holds', part: { ports: [22 * 2] }, fits: 0 },
    { what: 'distinctInstance', part: { alone: true }, fits: 1 },
    { what: 'nothing but CPU and memory', part: {}, fits: 4 },
  ])('$what: $fits', ({ part, fits }) => {
    expect(tasksPerInstance(needs(part), LARGE)).toBe(fits);
  });
});

describe('tasks of equal needs form a group, and the largest group counts (5.2.3)', () => {
  test('nine tasks, four to an instance, are three instances', () => {
    expect(estimateInstances(times(9), [LARGE])).toMatchObject({ instances: 3, incompatible: 0 });
  });

  test('groups are not added up', () => {
    const found = estimateInstances([...times(9), ...times(2, { cpuUnits: 2048 })], [LARGE]);
    expect(found.groups.map(({ tasks, perInstance, instances }) => [tasks, perInstance, instances])).toEqual([
      [9, 4, 3],
      [2, 1, 2],
    ]);
    expect(found.instances).toBe(3);
  });

  test('nobody waits: no instance', () => {
    expect(estimateInstances([], [LARGE])).toEqual({ groups: [], instances: 0, incompatible: 0 });
  });
});

describe('several instance types (5.2.4)', () => {
  test('the count comes from the largest values, whichever type has them', () => {
    const tall: InstanceSize = { cpuUnits: 2048, memoryMib: 15360, interfaces: 2, gpus: 0 };
    const wide: InstanceSize = { cpuUnits: 4096, memoryMib: 7680, interfaces: 2, gpus: 0 };
    expect(estimateInstances(times(16, { memoryMib: 1920 }), [tall, wide])).toMatchObject({ instances: 2 });
  });

  test('what the smallest type cannot run does not count, though the largest could', () => {
    const found = estimateInstances(times(3, { cpuUnits: 3000 }), [LARGE, XLARGE]);
    expect(found).toMatchObject({ instances: 0, incompatible: 3 });
    expect(estimateInstances(times(3, { cpuUnits: 3000 }), [XLARGE])).toMatchObject({ instances: 3, incompatible: 0 });
  });

  test('a task that fits no type counts nowhere', () => {
    expect(estimateInstances([...times(1, { gpus: 4 }), ...times(2)], [LARGE])).toMatchObject({
      instances: 1,
      incompatible: 1,
    });
  });
});

/** The obviously right way: one list of instances a group, each task into the first that still has room. */
function naive(waiting: readonly TaskNeeds[], types: readonly InstanceSize[]): { instances: number; left: number } {
  const values = (pick: (size: InstanceSize) => number) => types.map(pick);
  const size = (pick: (values: number[]) => number): InstanceSize => ({
    cpuUnits: pick(values(({ cpuUnits }) => cpuUnits)),
    memoryMib: pick(values(({ memoryMib }) => memoryMib)),
    interfaces: pick(values(({ interfaces }) => interfaces)),
    gpus: pick(values(({ gpus }) => gpus)),
  });
  const [smallest, largest] = [size((all) => Math.min(...all)), size((all) => Math.max(...all))];
  let instances = 0;
  let left = 0;
  const seen: TaskNeeds[] = [];
  for (const one of waiting) {
    const isSame = (other: TaskNeeds) => JSON.stringify(other) === JSON.stringify(one);
    if (seen.some(isSame)) continue;
    seen.push(one);
    const group = waiting.filter(isSame);
    if (!canTake({ ...smallest, tasks: [] }, one)) {
      left += group.length;
      continue;
    }
    const opened: Opened[] = [];
    for (const task of group) {
      let home = opened.find((instance) => canTake(instance, task));
      if (home === undefined) {
        home = { ...largest, tasks: [] };
        opened.push(home);
      }
      home.cpuUnits -= task.cpuUnits;
      home.memoryMib -= task.memoryMib;
      home.interfaces -= task.interfaces;
      home.gpus -= task.gpus;
      home.tasks.push(task);
    }
    instances = Math.max(instances, opened.length);
  }
  return { instances, left };
}

type Opened = InstanceSize & { tasks: TaskNeeds[] };

function canTake(instance: Opened, task: TaskNeeds): boolean {
  if (task.alone && instance.tasks.length > 0) return false;
  const taken = instance.tasks.flatMap(({ ports }) => ports);
  if (task.ports.some((port) => taken.includes(port) || [22, 2375, 2376, 51678, 51679, 51680].includes(port / 2))) {
    return false;
  }
  return (['cpuUnits', 'memoryMib', 'interfaces', 'gpus'] as const).every((key) => instance[key] >= task[key]);
}

const someNeeds = fc.record({
  cpuUnits: fc.constantFrom(0, 256, 700, 1024, 3000),
  memoryMib: fc.constantFrom(64, 512, 1000, 7000, 9000),
  interfaces: fc.constantFrom(0, 1),
  gpus: fc.constantFrom(0, 0, 0, 1),
  ports: fc.constantFrom([], [], [160], [160, 16_160], [44]),
  alone: fc.constantFrom(false, false, false, true),
});

const someSize = fc.record({
  cpuUnits: fc.constantFrom(1024, 2048, 4096),
  memoryMib: fc.constantFrom(960, 7680, 15_360),
  interfaces: fc.constantFrom(1, 2, 14, Number.POSITIVE_INFINITY),
  gpus: fc.constantFrom(0, 0, 4),
});

test('the estimate is what packing task by task gives, over random tasks and types (5.2.3, 5.2.4)', () => {
  fc.assert(
    fc.property(
      fc.array(someNeeds, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3), { maxLength: 60 }),
      fc.array(someSize, { minLength: 1, maxLength: 3 }),
      (kinds, picks, types) => {
        const waiting = picks.map((pick) => kinds[pick % kinds.length] as TaskNeeds);
        const { instances, incompatible } = estimateInstances(waiting, types);
        expect({ instances, left: incompatible }).toEqual(naive(waiting, types));
      },
    ),
    { numRuns: 1000 },
  );
});

test('one task more never asks for fewer instances', () => {
  fc.assert(
    fc.property(fc.array(someNeeds, { maxLength: 30 }), someNeeds, someSize, (waiting, one, size) => {
      const before = estimateInstances(waiting, [size]).instances;
      expect(estimateInstances([...waiting, one], [size]).instances).toBeGreaterThanOrEqual(before);
    }),
  );
});
