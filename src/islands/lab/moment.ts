import type { Entry, Run, TaskState } from '../../simulator/run.ts';
import { applyToFleet, type Fleet, type FleetInstance, instanceNamed } from './fleet.ts';

/** An EC2 container instance as the yard draws it: amounts are what it registered. */
export type YardInstance = {
  name: string;
  instanceType?: string;
  availabilityZone: string;
  /** CPU units. */
  cpu: number;
  /** MiB. */
  memory: number;
  /** No instance: the quay where tasks of a capacity provider wait in PROVISIONING. */
  waiting?: true;
  /** No instance either: Fargate or Fargate Spot in a zone. */
  fargate?: true;
};

/** What never changes while a run is shown. */
export type YardWorld = {
  availabilityZones: string[];
  instances: YardInstance[];
  /** Places that instances of Auto Scaling groups need by zone, over the whole run. */
  slots?: Record<string, number>;
  /** What a task of `family:revision` reserves: CPU units and MiB. */
  taskDefinitions: Record<string, { cpu: number; memory: number }>;
  /** Services and families that the scenario is about; the others are drawn grey. */
  focus: string[];
};

export type Health = 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';

export type TaskNow = {
  name: string;
  /** Service, or family for a task without one. */
  group: string;
  taskDefinition: string;
  instance: string;
  state: TaskState;
  health: Health;
  /** Second at which it came into this state. */
  since: number;
  /** Index of the entry that placed it. */
  placedBy: number;
  /** Where its container begins on the berth: CPU units and MiB from the start. */
  at: { cpu: number; memory: number };
};

/** The yard after one entry of a run. */
export type Moment = {
  /** Index of the entry; −1 before the first. */
  entry: number;
  tasks: TaskNow[];
  draining: string[];
  /** Instances that are gone, with their tasks. */
  lost: string[];
  /** Instances of Auto Scaling groups that are there now. */
  fleet: FleetInstance[];
};

/** Folds the entries up to and including `entry`. Pure: the same run and index give the same yard. */
export function momentAt(run: Pick<Run, 'entries'>, world: YardWorld, entry: number): Moment {
  const tasks = new Map<string, TaskNow>();
  const draining = new Set<string>();
  const lost = new Set<string>();
  const fleet: Fleet = new Map();
  const last = Math.min(entry, run.entries.length - 1);
  for (let index = 0; index <= last; index++) {
    const happened = run.entries[index];
    if (happened === undefined) break;
    applyToFleet(fleet, happened);
    if (happened.type === 'instance-draining' && happened.instance) draining.add(happened.instance);
    if (happened.type === 'instance-active') draining.delete(happened.instance ?? '');
    if (happened.type === 'instance-lost' && happened.instance) lost.add(happened.instance);
    if (happened.task) applyToTask(tasks, happened, index, { world, fleet });
  }
  return {
    entry: last,
    tasks: [...tasks.values()],
    draining: [...draining],
    lost: [...lost],
    fleet: [...fleet.values()],
  };
}

/** Where tasks can stand. */
type Ground = { world: YardWorld; fleet: Fleet };

const STATE_AFTER: Partial<Record<Entry['type'], TaskState>> = {
  'task-placed': 'PENDING',
  'task-running': 'RUNNING',
  'task-healthy': 'RUNNING',
  'task-unhealthy': 'RUNNING',
  'task-deactivating': 'DEACTIVATING',
  'task-stopping': 'STOPPING',
  'task-stopped': 'STOPPED',
};

const HEALTH_AFTER: Partial<Record<Entry['type'], Health>> = {
  'task-healthy': 'HEALTHY',
  'task-unhealthy': 'UNHEALTHY',
  'task-health-lost': 'UNKNOWN',
};

function applyToTask(tasks: Map<string, TaskNow>, entry: Entry, index: number, ground: Ground): void {
  const name = entry.task ?? '';
  const before = tasks.get(name);
  const state = entry.state ?? STATE_AFTER[entry.type] ?? before?.state;
  if (state === undefined) return;
  if (state === 'STOPPED') {
    tasks.delete(name);
    return;
  }
  // A task that waited for an instance leaves the quay when it is placed.
  const task = entry.type === 'task-placed' || !before ? arrive(tasks, entry, index, ground) : before;
  if (task === undefined) return;
  // What stands at the beginning of a steady world is healthy already.
  const stood = entry.type === 'task-placed' && entry.state === 'RUNNING';
  const health = stood ? 'HEALTHY' : (HEALTH_AFTER[entry.type] ?? task.health);
  const changed = before === undefined || before.state !== state || before.health !== health;
  tasks.set(name, { ...task, state, health, since: changed ? entry.at : task.since });
}

/** The name of the berth of a task: its instance, Fargate in its zone, or the quay of its capacity provider. */
export function berthOf({ instance, availabilityZone, capacityProvider }: Entry): string | undefined {
  if (instance !== undefined) return instance;
  if (availabilityZone !== undefined) {
    return `${capacityProvider === 'FARGATE_SPOT' ? 'Fargate Spot' : 'Fargate'} in ${availabilityZone}`;
  }
  return capacityProvider;
}

const ARRIVALS: readonly Entry['type'][] = ['task-placed', 'task-waiting'];

function arrive(
  tasks: Map<string, TaskNow>,
  entry: Entry,
  index: number,
  { world, fleet }: Ground,
): TaskNow | undefined {
  const instance = berthOf(entry);
  if (!ARRIVALS.includes(entry.type) || !entry.task || !instance || !entry.taskDefinition) return undefined;
  const needs = world.taskDefinitions[entry.taskDefinition] ?? { cpu: 0, memory: 0 };
  const neighbours = [...tasks.values()].filter((task) => task.instance === instance && task.name !== entry.task);
  const capacity = instanceNamed(world, fleet, instance);
  const begin = (size: 'cpu' | 'memory') => {
    const taken = neighbours.map((task) => ({ from: task.at[size], length: sizeOf(task, world)[size] }));
    return firstGap(taken, needs[size], capacity?.[size] ?? Number.POSITIVE_INFINITY);
  };
  return {
    name: entry.task,
    group: entry.service ?? familyOf(entry.taskDefinition),
    taskDefinition: entry.taskDefinition,
    instance,
    state: 'PENDING',
    health: 'UNKNOWN',
    since: entry.at,
    placedBy: index,
    at: { cpu: begin('cpu'), memory: begin('memory') },
  };
}

/**
 * The lowest place on a berth where a container fits between those that stand there. When free room is in pieces the
 * container goes after the last one: memory has no places, only amounts, so an overlap would say something untrue.
 */
function firstGap(taken: { from: number; length: number }[], length: number, capacity: number): number {
  let from = 0;
  for (const block of taken.toSorted((a, b) => a.from - b.from)) {
    if (block.from - from >= length) return from;
    from = Math.max(from, block.from + block.length);
  }
  return from + length <= capacity ? from : Math.max(0, capacity - length);
}

export function sizeOf(task: TaskNow, world: YardWorld): { cpu: number; memory: number } {
  return world.taskDefinitions[task.taskDefinition] ?? { cpu: 0, memory: 0 };
}

export function familyOf(taskDefinition: string): string {
  return taskDefinition.split(':')[0] ?? taskDefinition;
}

export function revisionOf(taskDefinition: string): number {
  return Number(taskDefinition.split(':')[1] ?? 0) || 0;
}

/** Index of the last entry at or before a second; −1 when there is none. */
export function entryAt(run: Pick<Run, 'entries'>, second: number): number {
  let low = 0;
  let high = run.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((run.entries[middle]?.at ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the last entry of the beginning: what stands at second 0 before anything happens; −1 in an empty world. */
export function stillEntry(run: Pick<Run, 'entries'>): number {
  const stands = ({ at, state, type }: Entry) => at === 0 && (state === 'RUNNING' || type === 'instance-stands');
  const first = run.entries.findIndex((entry) => !stands(entry));
  return first === -1 ? run.entries.length - 1 : first - 1;
}
