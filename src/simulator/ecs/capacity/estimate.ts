import { RESERVED_TCP_PORTS } from '../networking/ports.ts';

/** What an instance offers its tasks: CPU units, MiB, network interfaces for awsvpc tasks, GPUs. */
export type InstanceSize = { cpuUnits: number; memoryMib: number; interfaces: number; gpus: number };

/** What one task asks of the instance it comes to. Tasks with equal needs belong to one group (5.2.3). */
export type TaskNeeds = InstanceSize & {
  /** Static host ports, `number * 2`, plus one for UDP. */
  ports: readonly number[];
  /** distinctInstance: no second task of the group beside it. */
  alone: boolean;
};

/** Waiting tasks of the same needs. */
export type WaitingTasks = { needs: TaskNeeds; tasks: number };

/** One group of waiting tasks: how many are there, how many fit on an instance, how many instances that makes. */
export type GroupEstimate = WaitingTasks & { perInstance: number; instances: number };

/** `instances` is the maximum over the groups; `incompatible` counts tasks that the smallest type cannot run. */
export type Estimate = { groups: GroupEstimate[]; instances: number; incompatible: number };

/** Of several instance types, the smallest and the largest value of each parameter, taken one by one (5.2.4). */
export function sizesOf(types: readonly InstanceSize[]): { smallest: InstanceSize; largest: InstanceSize } {
  const over = (pick: (...values: number[]) => number): InstanceSize => ({
    cpuUnits: pick(...types.map(({ cpuUnits }) => cpuUnits)),
    memoryMib: pick(...types.map(({ memoryMib }) => memoryMib)),
    interfaces: pick(...types.map(({ interfaces }) => interfaces)),
    gpus: pick(...types.map(({ gpus }) => gpus)),
  });
  return { smallest: over(Math.min), largest: over(Math.max) };
}

/** How many tasks of the same needs an empty instance takes (5.2.3). Static host ports let in one, or none if reserved. */
export function tasksPerInstance(needs: TaskNeeds, size: InstanceSize): number {
  if (needs.ports.some((port) => RESERVED_TCP_PORTS.some((reserved) => reserved * 2 === port))) return 0;
  const most = needs.ports.length > 0 || needs.alone ? 1 : Number.POSITIVE_INFINITY;
  const fits = (need: number, have: number) => (need === 0 ? Number.POSITIVE_INFINITY : Math.floor(have / need));
  return Math.min(
    most,
    fits(needs.cpuUnits, size.cpuUnits),
    fits(needs.memoryMib, size.memoryMib),
    fits(needs.interfaces, size.interfaces),
    fits(needs.gpus, size.gpus),
  );
}

/**
 * How many instances the tasks of a capacity provider that wait in PROVISIONING need (5.2.3, 5.2.4): tasks of equal
 * needs form a group, each group is packed by itself on empty instances of the largest values, and the largest count
 * is taken. It is a lower bound: groups share nothing. A group that the smallest values cannot hold does not count.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-behavior.html
 */
export function estimateInstances(waiting: readonly WaitingTasks[], types: readonly InstanceSize[]): Estimate {
  const estimate: Estimate = { groups: [], instances: 0, incompatible: 0 };
  if (waiting.length === 0) return estimate;
  const { smallest, largest } = sizesOf(types);
  for (const { needs, tasks } of groupsOf(waiting)) {
    if (tasksPerInstance(needs, smallest) < 1) {
      estimate.incompatible += tasks;
      estimate.groups.push({ needs, tasks, perInstance: 0, instances: 0 });
      continue;
    }
    const perInstance = tasksPerInstance(needs, largest);
    const instances = Math.max(1, Math.ceil(tasks / perInstance));
    estimate.groups.push({ needs, tasks, perInstance, instances });
    estimate.instances = Math.max(estimate.instances, instances);
  }
  return estimate;
}

/** Groups in order of their first task. */
function groupsOf(waiting: readonly WaitingTasks[]): WaitingTasks[] {
  const groups = new Map<string, WaitingTasks>();
  for (const { needs, tasks } of waiting) {
    const { cpuUnits, memoryMib, interfaces, gpus, ports, alone } = needs;
    const key = [cpuUnits, memoryMib, interfaces, gpus, alone, ...ports].join();
    const group = groups.get(key);
    if (group) group.tasks += tasks;
    else groups.set(key, { needs, tasks });
  }
  return [...groups.values()];
}
