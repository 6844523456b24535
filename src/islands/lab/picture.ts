import type { Phase } from './fleet.ts';
import type { Health, Moment, TaskNow, YardInstance, YardWorld } from './moment.ts';
import { revisionOf, sizeOf } from './moment.ts';

/** How near the eye is. */
export type Distance = 'near' | 'middle' | 'far';
/** What the length of a container shows. */
export type Size = 'memory' | 'cpu';
/** The word that goes with a container: AWS's task state, with health where the task runs. */
export type StateWord = 'PENDING' | 'RUNNING' | 'HEALTHY' | 'UNHEALTHY' | 'STOPPING';

export type Container = {
  task: TaskNow;
  /** Share of the berth, 0 to 1. */
  from: number;
  length: number;
  /** 1 to 4; 0 for another service. */
  revision: number;
  state: StateWord;
};

export type Berth = {
  instance: YardInstance;
  draining: boolean;
  lost: boolean;
  /** Of an instance of an Auto Scaling group. */
  phase?: Phase;
  containers: Container[];
  /** CPU units, MiB, and network interfaces of awsvpc tasks. */
  used: { cpu: number; memory: number; interfaces: number };
  /** Network interfaces for awsvpc tasks, where the world has such tasks and AWS's table the type. */
  interfaces?: number;
  /** Host ports that tasks hold. */
  ports: string[];
};

export type Pier = {
  /** Empty for the quays where tasks wait for an instance. */
  availabilityZone: string;
  berths: Berth[];
  /** The same berths at their places; undefined where an instance was or will be. */
  places: (Berth | undefined)[];
};

/** Which piers, berths and containers to draw. Zones without instances stay: an empty pier says something. */
export function pictureOf(world: YardWorld, moment: Moment, size: Size): Pier[] {
  const draining = new Set(moment.draining);
  const lost = new Set(moment.lost);
  const berth = (instance: YardInstance, phase?: Phase): Berth => {
    const { name } = instance;
    const tasks = moment.standing.get(name) ?? NOBODY;
    const how = { world, size, tasks, phase, draining: draining.has(name), lost: lost.has(name) };
    const key = tasks === NOBODY ? instance : tasks;
    const known = lastDrawn.get(key);
    if (known && known.berth.instance === instance && isSame(known.how, how)) return known.berth;
    const made = berthOf(instance, how);
    lastDrawn.set(key, { how, berth: made });
    return made;
  };
  return [...zonesOf(world)].map(([availabilityZone, standing]) => {
    const places: Pier['places'] = standing.map((instance) => berth(instance));
    const slots = Array.from({ length: world.slots?.[availabilityZone] ?? 0 }, (_, slot) =>
      moment.fleet.find((each) => each.slot === slot && each.instance.availabilityZone === availabilityZone),
    );
    places.push(...slots.map((each) => each && berth(each.instance, each.phase)));
    const before = lastPiers.get(standing);
    const same = before?.places.length === places.length && before.places.every((place, i) => place === places[i]);
    if (before && same) return before;
    const pier = { availabilityZone, places, berths: places.filter((place) => place !== undefined) };
    lastPiers.set(standing, pier);
    return pier;
  });
}

/** Piers as they were last drawn, by their list of instances: one on which nothing happened is the same again. */
const lastPiers = new WeakMap<readonly YardInstance[], Pier>();

const worlds = new WeakMap<YardWorld, ReadonlyMap<string, readonly YardInstance[]>>();

/** The instances of each zone, of which a world has the same at every moment. The quays come last, below the zones. */
function zonesOf(world: YardWorld): ReadonlyMap<string, readonly YardInstance[]> {
  const known = worlds.get(world);
  if (known) return known;
  const { availabilityZones, instances, slots = {} } = world;
  const zones = new Set([
    ...availabilityZones,
    ...instances.map((instance) => instance.availabilityZone),
    ...Object.keys(slots),
  ]);
  const piers = [...zones].filter((zone) => zone !== '').concat(zones.has('') ? [''] : []);
  const made = new Map(piers.map((zone) => [zone, instances.filter((each) => each.availabilityZone === zone)]));
  worlds.set(world, made);
  return made;
}

/** What decides how a berth is drawn. */
type How = {
  world: YardWorld;
  size: Size;
  tasks: readonly TaskNow[];
  phase: Phase | undefined;
  draining: boolean;
  lost: boolean;
};

const NOBODY: readonly TaskNow[] = [];
const NO_PORTS: string[] = [];

/**
 * Berths as they were last drawn, by the list of their tasks, or by the instance where none stands: the same list comes
 * again whenever somebody scrubs past its moment, and what did not change need not be drawn again.
 */
const lastDrawn = new WeakMap<object, { how: How; berth: Berth }>();

function isSame(a: How, b: How): boolean {
  return (
    a.tasks === b.tasks &&
    a.world === b.world &&
    a.size === b.size &&
    a.phase === b.phase &&
    a.draining === b.draining &&
    a.lost === b.lost
  );
}

function berthOf(instance: YardInstance, { world, size, tasks, phase, draining, lost }: How): Berth {
  const used = { cpu: 0, memory: 0, interfaces: 0 };
  for (const task of tasks) {
    const { cpu, memory, awsvpc } = sizeOf(task, world);
    used.cpu += cpu;
    used.memory += memory;
    if (awsvpc) used.interfaces++;
  }
  const interfaces = instance.instanceType === undefined ? undefined : world.interfaces?.[instance.instanceType];
  return {
    instance,
    draining,
    lost,
    ...(phase === undefined ? {} : { phase }),
    containers: tasks.map((task) => containerOf(task, instance, { world, size })),
    used,
    ...(interfaces === undefined ? {} : { interfaces }),
    ports: tasks.some(({ ports }) => ports) ? tasks.flatMap(({ ports = [] }) => ports) : NO_PORTS,
  };
}

function containerOf(task: TaskNow, instance: YardInstance, how: { world: YardWorld; size: Size }): Container {
  const capacity = Math.max(1, instance[how.size]);
  return {
    task,
    from: task.at[how.size] / capacity,
    length: sizeOf(task, how.world)[how.size] / capacity,
    revision: how.world.focus.includes(task.group) ? hueNamed(task.taskDefinition) : 0,
    state: stateWord(task.state, task.health),
  };
}

/** A thousand tasks of a yard have a handful of definitions. */
const hues = new Map<string, number>();

function hueNamed(taskDefinition: string): number {
  const known = hues.get(taskDefinition);
  if (known !== undefined) return known;
  const made = hueOf(revisionOf(taskDefinition));
  hues.set(taskDefinition, made);
  return made;
}

/** Four drawings of a revision; the fifth begins again, with its number to tell. */
export function hueOf(revision: number): number {
  return revision < 1 ? 1 : ((revision - 1) % 4) + 1;
}

export function stateWord(state: TaskNow['state'], health: Health): StateWord {
  if (state === 'PROVISIONING' || state === 'PENDING' || state === 'ACTIVATING') return 'PENDING';
  if (state !== 'RUNNING') return 'STOPPING';
  return health === 'UNKNOWN' ? 'RUNNING' : health;
}

/** Least width of a berth in pixels at each distance; the style sheet has the same numbers. */
const LEAST_WIDTH = { near: 150, middle: 64, far: 28 };

/** More tasks than these at once are marks, on however few berths they stand. */
const MOST_CONTAINERS = 250;

/** How near to draw: berths wrap rather than shrink, so what the whole run holds decides, and nothing jumps. */
export function distanceFor(piers: Pier[], mostTasks = 0): Distance {
  const count = piers.reduce((total, pier) => total + pier.places.length, 0);
  if (mostTasks > MOST_CONTAINERS) return 'far';
  return count <= 12 ? 'near' : count <= 48 ? 'middle' : 'far';
}

/** Berths side by side on a pier at most: as many as the fullest zone has, up to four near and ten in the middle. */
export function columnsOf(piers: Pier[], distance: Distance): number {
  const most = Math.max(1, ...piers.map((pier) => pier.places.length));
  return Math.min(most, distance === 'near' ? 4 : 10);
}

/** Pixels of a berth's ground in a yard `width` pixels wide, to choose the words that fit on a container. */
export function berthWidth(distance: Distance, columns: number, width: number): number {
  // A narrow yard stacks near berths, with their names at the side.
  if (distance === 'near' && width - 18 < STACKED_BELOW) return width - 122;
  const inner = width - 18;
  const fitting = Math.max(1, Math.min(columns, Math.floor(inner / LEAST_WIDTH[distance])));
  return inner / fitting - (distance === 'near' ? 21 : 11);
}

/** A yard with less room than this inside shows one berth a line; the style sheet has the same number. */
const STACKED_BELOW = 440;

/** The button's name: "web-10, web:2, PENDING"; a running task also says its health. */
export function nameOf(container: Container): string {
  const { task, state } = container;
  const words = state === 'HEALTHY' || state === 'UNHEALTHY' ? `RUNNING, ${state}` : state;
  return `${task.name}, ${task.taskDefinition}, ${words}`;
}
