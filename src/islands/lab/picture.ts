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
  used: { cpu: number; memory: number };
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
  const byInstance = new Map<string, TaskNow[]>();
  for (const task of moment.tasks) byInstance.set(task.instance, [...(byInstance.get(task.instance) ?? []), task]);
  const berth = (instance: YardInstance, phase?: Phase): Berth => {
    const tasks = byInstance.get(instance.name) ?? [];
    const sum = (of: Size) => tasks.reduce((total, task) => total + sizeOf(task, world)[of], 0);
    return {
      instance,
      draining: moment.draining.includes(instance.name),
      lost: moment.lost.includes(instance.name),
      ...(phase === undefined ? {} : { phase }),
      containers: tasks.map((task) => containerOf(task, instance, { world, size })),
      used: { cpu: sum('cpu'), memory: sum('memory') },
    };
  };
  const zones = new Set([
    ...world.availabilityZones,
    ...world.instances.map((instance) => instance.availabilityZone),
    ...Object.keys(world.slots ?? {}),
  ]);
  // The quays come last, below the zones.
  const piers = [...zones].filter((zone) => zone !== '').concat(zones.has('') ? [''] : []);
  return piers.map((availabilityZone) => {
    const standing = world.instances.filter((instance) => instance.availabilityZone === availabilityZone);
    const places: Pier['places'] = standing.map((instance) => berth(instance));
    const slots = Array.from({ length: world.slots?.[availabilityZone] ?? 0 }, (_, slot) =>
      moment.fleet.find((each) => each.slot === slot && each.instance.availabilityZone === availabilityZone),
    );
    places.push(...slots.map((each) => each && berth(each.instance, each.phase)));
    return { availabilityZone, places, berths: places.filter((place) => place !== undefined) };
  });
}

function containerOf(task: TaskNow, instance: YardInstance, how: { world: YardWorld; size: Size }): Container {
  const capacity = Math.max(1, instance[how.size]);
  return {
    task,
    from: task.at[how.size] / capacity,
    length: sizeOf(task, how.world)[how.size] / capacity,
    revision: how.world.focus.includes(task.group) ? hueOf(revisionOf(task.taskDefinition)) : 0,
    state: stateWord(task.state, task.health),
  };
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

/** How near to draw: berths wrap rather than shrink, so the number of instances decides, and nothing jumps. */
export function distanceFor(piers: Pier[]): Distance {
  const count = piers.reduce((total, pier) => total + pier.places.length, 0);
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
