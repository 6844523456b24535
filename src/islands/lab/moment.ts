import type { Entry, Run, TaskState } from '../../simulator/run.ts';
import type { FleetInstance } from './fleet.ts';

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

/** What a task of a definition reserves: CPU units and MiB. */
export type TaskNeeds = {
  cpu: number;
  memory: number;
  /** Network mode awsvpc: the task takes an interface of its instance. */
  awsvpc?: true;
  /** Host ports that the definition asks for by number, `53/udp` where it is not TCP. */
  ports?: string[];
};

/** What never changes while a run is shown. */
export type YardWorld = {
  availabilityZones: string[];
  instances: YardInstance[];
  /** Places that instances of Auto Scaling groups need by zone, over the whole run. */
  slots?: Record<string, number>;
  taskDefinitions: Record<string, TaskNeeds>;
  /** How many awsvpc tasks the network interfaces of an instance type hold; only where tasks take them. */
  interfaces?: Record<string, number>;
  /** Tasks that stand at once at most during the run: a yard of many is drawn from afar. */
  mostTasks?: number;
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
  /** Host ports that it holds: those of its definition at once, dynamic ones when it runs. */
  ports?: string[];
};

/** The yard after one entry of a run. */
export type Moment = {
  /** Index of the entry; −1 before the first. */
  entry: number;
  tasks: TaskNow[];
  /** The same tasks by berth. What did not change since another moment is the same array. */
  standing: ReadonlyMap<string, readonly TaskNow[]>;
  draining: string[];
  /** Instances that are gone, with their tasks. */
  lost: string[];
  /** Instances of Auto Scaling groups that are there now. */
  fleet: FleetInstance[];
};

/** The name of the berth of a task: its instance, Fargate in its zone, or the quay of its capacity provider. */
export function berthOf({ instance, availabilityZone, capacityProvider }: Entry): string | undefined {
  if (instance !== undefined) return instance;
  if (availabilityZone !== undefined) {
    return `${capacityProvider === 'FARGATE_SPOT' ? 'Fargate Spot' : 'Fargate'} in ${availabilityZone}`;
  }
  return capacityProvider;
}

export function sizeOf(task: TaskNow, world: YardWorld): TaskNeeds {
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

/** Asked in every frame; the entries of a run never change. */
const stills = new WeakMap<readonly Entry[], number>();

/** Index of the last entry of the beginning: what stands at second 0 before anything happens; −1 in an empty world. */
export function stillEntry(run: Pick<Run, 'entries'>): number {
  const known = stills.get(run.entries);
  if (known !== undefined) return known;
  const stands = ({ at, state, type }: Entry) => at === 0 && (state === 'RUNNING' || type === 'instance-stands');
  const first = run.entries.findIndex((entry) => !stands(entry));
  const still = first === -1 ? run.entries.length - 1 : first - 1;
  stills.set(run.entries, still);
  return still;
}
