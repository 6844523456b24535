import type { Entry, NetworkBinding, Run, TaskState } from '../../simulator/run.ts';
import { applyToFleet, type Fleet, instanceNamed } from './fleet.ts';
import { berthOf, familyOf, type Health, type Moment, sizeOf, type TaskNow, type YardWorld } from './moment.ts';

/** The yard while entries are folded into it. Tasks and the lists of a berth are replaced, never changed. */
type Fold = {
  /** Index of the last entry folded; −1 before the first. */
  entry: number;
  tasks: Map<string, TaskNow>;
  standing: Map<string, readonly TaskNow[]>;
  draining: Set<string>;
  lost: Set<string>;
  fleet: Fleet;
};

/** A run that somebody scrubs through: where the fold stands, and copies of it to begin from. */
type Replay = { world: YardWorld; now: Fold; copies: (Fold | undefined)[]; last: Moment | undefined };

/** Entries between two copies: going back folds so many again at most. */
const COPY_EVERY = 128;

const replays = new WeakMap<readonly Entry[], Replay>();

/**
 * The yard after the entries up to and including `entry`. The same run and index give the same yard; what was folded
 * before is kept, so that a step costs what it changes, and a jump a hundred entries.
 */
export function momentAt(run: Pick<Run, 'entries'>, world: YardWorld, entry: number): Moment {
  const replay = replayOf(run.entries, world);
  const last = Math.max(-1, Math.min(entry, run.entries.length - 1));
  if (replay.last?.entry === last) return replay.last;
  const nearest =
    replay.copies[Math.floor((last + 1) / COPY_EVERY)] ?? replay.copies.findLast((copy) => isBy(copy, last));
  if (nearest && (replay.now.entry > last || nearest.entry > replay.now.entry)) replay.now = copyOf(nearest);
  const { now } = replay;
  while (now.entry < last) {
    const index = ++now.entry;
    const happened = run.entries[index];
    if (happened) apply(now, happened, world);
    if ((index + 1) % COPY_EVERY === 0) replay.copies[(index + 1) / COPY_EVERY] ??= copyOf(now);
  }
  replay.last = {
    entry: last,
    tasks: [...now.tasks.values()],
    standing: new Map(now.standing),
    draining: [...now.draining],
    lost: [...now.lost],
    fleet: [...now.fleet.values()],
  };
  return replay.last;
}

function isBy(copy: Fold | undefined, entry: number): boolean {
  return copy !== undefined && copy.entry <= entry;
}

function replayOf(entries: readonly Entry[], world: YardWorld): Replay {
  const known = replays.get(entries);
  if (known?.world === world) return known;
  const empty: Fold = {
    entry: -1,
    tasks: new Map(),
    standing: new Map(),
    draining: new Set(),
    lost: new Set(),
    fleet: new Map(),
  };
  const made: Replay = { world, now: copyOf(empty), copies: [empty], last: undefined };
  replays.set(entries, made);
  return made;
}

function copyOf({ entry, tasks, standing, draining, lost, fleet }: Fold): Fold {
  return {
    entry,
    tasks: new Map(tasks),
    standing: new Map(standing),
    draining: new Set(draining),
    lost: new Set(lost),
    fleet: new Map(fleet),
  };
}

function apply(fold: Fold, entry: Entry, world: YardWorld): void {
  applyToFleet(fold.fleet, entry);
  if (entry.type === 'instance-draining' && entry.instance) fold.draining.add(entry.instance);
  if (entry.type === 'instance-active') fold.draining.delete(entry.instance ?? '');
  if (entry.type === 'instance-lost' && entry.instance) fold.lost.add(entry.instance);
  if (entry.task) applyToTask(fold, entry, world);
}

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

function applyToTask(fold: Fold, entry: Entry, world: YardWorld): void {
  const name = entry.task ?? '';
  const before = fold.tasks.get(name);
  const state = entry.state ?? STATE_AFTER[entry.type] ?? before?.state;
  if (state === undefined) return;
  if (state === 'STOPPED') {
    if (before) leave(fold, before);
    fold.tasks.delete(name);
    return;
  }
  // A task that waited for an instance leaves the quay when it is placed.
  const task = entry.type === 'task-placed' || !before ? arrive(fold, entry, world) : before;
  if (task === undefined) return;
  // What stands at the beginning of a steady world is healthy already.
  const stood = entry.type === 'task-placed' && entry.state === 'RUNNING';
  const health = stood ? 'HEALTHY' : (HEALTH_AFTER[entry.type] ?? task.health);
  const isNew = before?.state !== state || before.health !== health;
  const ports = entry.networkBindings ? hostPortsOf(entry.networkBindings) : task.ports;
  if (task === before && !isNew && ports === task.ports) return;
  const next: TaskNow = { ...task, state, health, since: isNew ? entry.at : task.since, ...(ports ? { ports } : {}) };
  fold.tasks.set(name, next);
  stand(fold, before, next);
}

/** Puts the task, as it is now, on its berth: where it was, or after the others. */
function stand(fold: Fold, before: TaskNow | undefined, task: TaskNow): void {
  if (before && before.instance !== task.instance) leave(fold, before);
  const here = fold.standing.get(task.instance) ?? [];
  const isHere = here.some((each) => each.name === task.name);
  fold.standing.set(
    task.instance,
    isHere ? here.map((each) => (each.name === task.name ? task : each)) : [...here, task],
  );
}

function leave(fold: Fold, task: TaskNow): void {
  const rest = (fold.standing.get(task.instance) ?? []).filter((each) => each.name !== task.name);
  if (rest.length === 0) fold.standing.delete(task.instance);
  else fold.standing.set(task.instance, rest);
}

function hostPortsOf(bindings: readonly NetworkBinding[]): string[] {
  return bindings.map(({ hostPort, protocol }) => (protocol === 'udp' ? `${hostPort}/udp` : String(hostPort)));
}

const ARRIVALS: readonly Entry['type'][] = ['task-placed', 'task-waiting'];

function arrive(fold: Fold, entry: Entry, world: YardWorld): TaskNow | undefined {
  const instance = berthOf(entry);
  if (!ARRIVALS.includes(entry.type) || !entry.task || !instance || !entry.taskDefinition) return undefined;
  const needs = world.taskDefinitions[entry.taskDefinition] ?? { cpu: 0, memory: 0 };
  const neighbours = (fold.standing.get(instance) ?? []).filter((task) => task.name !== entry.task);
  const capacity = instanceNamed(world, fold.fleet, instance);
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
    placedBy: fold.entry,
    at: { cpu: begin('cpu'), memory: begin('memory') },
    ...(needs.ports && entry.instance !== undefined ? { ports: needs.ports } : {}),
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
