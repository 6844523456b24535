import { type InstanceSize, type TaskNeeds, tasksPerInstance } from '../capacity/estimate.ts';

/** An instance type that a Managed Instances provider may launch, with what its instances register. */
export type ManagedType = { name: string; size: InstanceSize };

/** A task that waits: what it needs, and the zones in which it may run. */
export type WaitingTask = { needs: TaskNeeds; zones: readonly string[] };

/** One instance to launch, and which of the waiting tasks it is for. */
export type Launch = { instanceType: string; zone: string; tasks: number[] };

export type LaunchPlan = {
  launches: Launch[];
  /** Tasks that no type of the provider holds, or whose zones it does not have. */
  misfits: number[];
};

/** With fewer instances than this, tasks are spread over zones; afterwards they are packed (5.3). */
export const SPREAD_INSTANCES = 3;

/** What a plan starts from: the provider's zones with the instances that stand or launch there. */
export type ManagedView = { types: readonly ManagedType[]; zones: ReadonlyMap<string, number> };

/** Whether the provider still spreads over zones: it has more than one, and fewer than three instances (5.3). */
export function isSpreading(zones: ReadonlyMap<string, number>): boolean {
  return zones.size > 1 && instancesIn(zones) < SPREAD_INSTANCES;
}

/**
 * Which instances to launch for tasks that wait (5.3, A86). While the provider spreads, the tasks are dealt out over as
 * many instances as are missing to three, each in the zone with the fewest; everything else is packed: the smallest type
 * that holds all that is left, else the one that holds most of it, filled in the order of waiting.
 */
export function planLaunches(waiting: readonly WaitingTask[], { types, zones }: ManagedView): LaunchPlan {
  const bySize = [...types].sort((a, b) => a.size.cpuUnits - b.size.cpuUnits || a.size.memoryMib - b.size.memoryMib);
  const counts = new Map(zones);
  const fits = ({ needs, zones: own }: WaitingTask) =>
    bySize.some(({ size }) => tasksPerInstance(needs, size) > 0) && own.some((zone) => counts.has(zone));
  const plan: LaunchPlan = { launches: [], misfits: waiting.flatMap((task, i) => (fits(task) ? [] : [i])) };
  let left = waiting.flatMap((task, i) => (fits(task) ? [i] : []));
  const launch = (tasks: readonly number[]): number[] => {
    const first = waiting[tasks[0] ?? 0] as WaitingTask;
    const zone = emptiest(counts, first.zones);
    const there = tasks.filter((i) => waiting[i]?.zones.includes(zone));
    const { type, taken } = choose(bySize, there, waiting);
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
    plan.launches.push({ instanceType: type.name, zone, tasks: taken });
    return taken;
  };
  const slots = isSpreading(zones) ? Math.min(SPREAD_INSTANCES - instancesIn(zones), left.length) : 0;
  const dealt = Array.from({ length: slots }, (_, slot) => left.filter((_task, n) => n % slots === slot));
  for (const tasks of dealt) {
    const taken = new Set(launch(tasks));
    left = left.filter((i) => !taken.has(i));
  }
  while (left.length > 0) {
    const taken = new Set(launch(left));
    left = left.filter((i) => !taken.has(i));
  }
  return plan;
}

/** The smallest type that holds all of the tasks, else the one that holds most of them, the smaller on a tie. */
function choose(
  types: readonly ManagedType[],
  tasks: readonly number[],
  waiting: readonly WaitingTask[],
): { type: ManagedType; taken: number[] } {
  let best: { type: ManagedType; taken: number[] } | undefined;
  for (const type of types) {
    const taken = fill(type.size, tasks, waiting);
    if (taken.length === tasks.length) return { type, taken };
    if (best === undefined || taken.length > best.taken.length) best = { type, taken };
  }
  return best as { type: ManagedType; taken: number[] };
}

/** Of the tasks, in order, those that an empty instance of this size takes together. */
function fill(size: InstanceSize, tasks: readonly number[], waiting: readonly WaitingTask[]): number[] {
  const free = { ...size };
  const ports = new Set<number>();
  const taken: number[] = [];
  for (const i of tasks) {
    const { needs } = waiting[i] as WaitingTask;
    const blocked = needs.ports.some((port) => ports.has(port)) || (needs.alone && taken.length > 0);
    if (blocked || tasksPerInstance(needs, size) === 0) continue;
    if (needs.cpuUnits > free.cpuUnits || needs.memoryMib > free.memoryMib) continue;
    if (needs.interfaces > free.interfaces || needs.gpus > free.gpus) continue;
    free.cpuUnits -= needs.cpuUnits;
    free.memoryMib -= needs.memoryMib;
    free.interfaces -= needs.interfaces;
    free.gpus -= needs.gpus;
    for (const port of needs.ports) ports.add(port);
    taken.push(i);
  }
  return taken;
}

function emptiest(counts: ReadonlyMap<string, number>, allowed: readonly string[]): string {
  let best: string | undefined;
  for (const [zone, count] of counts) {
    if (!allowed.includes(zone)) continue;
    if (best === undefined || count < (counts.get(best) ?? 0)) best = zone;
  }
  return best as string;
}

function instancesIn(zones: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of zones.values()) sum += count;
  return sum;
}
