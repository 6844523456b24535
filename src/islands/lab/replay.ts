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

/** What an entry does to its task (gone if undefined) and to the lists of the berths where the task stood and stands. */
type Step = { name: string; task: TaskNow | undefined; berths: readonly (readonly [string, readonly TaskNow[]])[] };

/** A run that somebody scrubs through: where the fold stands, and copies of it to begin from. */
type Replay = {
  world: YardWorld;
  now: Fold;
  copies: (Fold | undefined)[];
  /** Of entries that were folded before; null where nothing changes. An entry always does the same, with the same objects. */
  steps: (Step | null | undefined)[];
  last: Moment | undefined;
};

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
    if (happened) apply(now, happened, replay);
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
  const made: Replay = { world, now: copyOf(empty), copies: [empty], steps: [], last: undefined };
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

function apply(fold: Fold, entry: Entry, { world, steps }: Replay): void {
  applyToFleet(fold.fleet, entry);
  if (entry.type === 'instance-draining' && entry.instance) fold.draining.add(entry.instance);
  if (entry.type === 'instance-active') fold.draining.delete(entry.instance ?? '');
  if (entry.type === 'instance-lost' && entry.instance) fold.lost.add(entry.instance);
  if (entry.task === undefined) return;
  let step = steps[fold.entry];
  if (step === undefined) steps[fold.entry] = step = stepOf(fold, entry, world);
  if (step !== null) take(fold, step);
}

function take({ tasks, standing }: Fold, { name, task, berths }: Step): void {
  if (task === undefined) tasks.delete(name);
  else tasks.set(name, task);
  for (const [instance, here] of berths) {
    if (here.length === 0) standing.delete(instance);
    else standing.set(instance, here);
  }
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

function stepOf(fold: Fold, entry: Entry, world: YardWorld): Step | null {
  const name = entry.task ?? '';
  const before = fold.tasks.get(name);
  const state = entry.state ?? STATE_AFTER[entry.type] ?? before?.state;
  if (state === undefined) return null;
  if (state === 'STOPPED') return { name, task: undefined, berths: before ? [without(fold, before)] : [] };
  // A task that waited for an instance leaves the quay when it is placed.
  const task = entry.type === 'task-placed' || !before ? arrive(fold, entry, world) : before;
  if (task === undefined) return null;
  // What stands at the beginning of a steady world is healthy already.
  const stood = entry.type === 'task-placed' && entry.state === 'RUNNING';
  const health = stood ? 'HEALTHY' : (HEALTH_AFTER[entry.type] ?? task.health);
  const isNew = before?.state !== state || before.health !== health;
  const ports = entry.networkBindings ? hostPortsOf(entry.networkBindings) : task.ports;
  if (task === before && !isNew && ports === task.ports) return null;
  const next: TaskNow = { ...task, state, health, since: isNew ? entry.at : task.since, ...(ports ? { ports } : {}) };
  const hasMoved = before !== undefined && before.instance !== next.instance;
  return {
    name,
    task: next,
    berths: hasMoved ? [without(fold, before), withTask(fold, next)] : [withTask(fold, next)],
  };
}

/** The berth's list with the task as it is now: where it was, or after the others. */
function withTask(fold: Fold, task: TaskNow): [string, readonly TaskNow[]] {
  const here = fold.standing.get(task.instance) ?? [];
  const isHere = here.some((each) => each.name === task.name);
  return [task.instance, isHere ? here.map((each) => (each.name === task.name ? task : each)) : [...here, task]];
}

function without(fold: Fold, task: TaskNow): [string, readonly TaskNow[]] {
  return [task.instance, (fold.standing.get(task.instance) ?? []).filter((each) => each.name !== task.name)];
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
