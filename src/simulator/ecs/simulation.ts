import type { Random } from '../../random/random.ts';
import type { EventQueue } from '../kernel/event-queue.ts';
import type { Timeline } from '../kernel/timeline.ts';
import type { Decision } from '../run.ts';
import type { Subnet } from '../scenario/network-schema.ts';
import type { CapacityAsk } from '../scenario/strategy-of.ts';
import type { Controller } from '../storey.ts';
import type { Cluster, Instance, PlacementRequest, Service } from './cluster.ts';
import type { CandidateIndex } from './placement/candidate-index.ts';

/** A run under way: the cluster, what is queued, what was recorded. Controllers share it and change it in turn. */
export type Simulation = {
  cluster: Cluster;
  /** Of the storeys that this world has, in their order. */
  controllers: readonly Controller[];
  /** The requests of a RunTask with a capacity provider strategy (5.1), where the world may have one. */
  shareRun?: (input: CapacityAsk, request: PlacementRequest, count: number) => readonly PlacementRequest[];
  /** Of the world: what a networkConfiguration names. */
  subnets: readonly Subnet[];
  queue: EventQueue;
  timeline: Timeline;
  random: Random;
  /** The current second. */
  nowSeconds: number;
  /** The last second in which something happened. */
  lastSeconds: number;
  /** Undocumented rules this run leaned on. */
  assumptions: Set<string>;
  /** Events and decisions so far, and the number that ends the run. */
  spent: number;
  limit: number;
  /** Resources came free or an instance changed: services that wait for a place look again. */
  capacityChanged: boolean;
  /** What the metrics have to look at when the second ends. */
  touchedServices: Set<Service>;
  touchedInstances: Set<Instance>;
  /** Indexes of the requests that come back; they die with their request. */
  indexes: WeakMap<PlacementRequest, CandidateIndex>;
  /** Requests whose own assumptions are noted already. */
  noted: WeakSet<PlacementRequest>;
  /** Asks for the whole decision of a placement, before it is carried out. */
  wantsDecision: (entryIndex: number) => boolean;
  /** Where a wanted decision ends up, by entry index. */
  decisions: Map<number, Decision>;
};

/** Kinds of queued events: a task's timers carry its index, `look` (a service looks again) the service's, `verb` the index of the scenario's event. From 100 on they are the storeys' own. */
export const EVENT = {
  verb: 0,
  running: 1,
  healthy: 2,
  unhealthy: 3,
  exit: 4,
  crash: 5,
  lifecycle: 6,
  protection: 7,
  look: 40,
  upper: 100,
} as const;

/** Whether the event limit is reached: nothing more may start. */
export function isExhausted(sim: Simulation): boolean {
  return sim.spent >= sim.limit;
}
