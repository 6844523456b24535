import type * as z from 'zod/mini';
import type { Simulation } from './ecs/simulation.ts';
import type { QueuedEvent } from './kernel/event-queue.ts';
import type { RunInput } from './run.ts';
import type { Limits } from './scenario/defaults.ts';
import type { Fault } from './scenario/fault.ts';
import type { MetricDefinition } from './scenario/metrics.ts';
import type { Scenario, World } from './scenario/scenario-schema.ts';

/**
 * What a storey adds to a scenario file. Apart from the storey itself, so that a browser that only runs a scenario of the
 * site, which was checked when the site was built, loads no schema.
 */
export type StoreyForm = {
  name: string;
  /** Keys it adds to `world`: optional schemas. */
  world: Readonly<Record<string, z.ZodMiniType>>;
  /** Event verbs it adds: optional schemas. */
  verbs: Readonly<Record<string, z.ZodMiniType>>;
  metrics: readonly MetricDefinition[];
  /** The names that a world offers for placeholders of its metrics: `{ '<queue>': ['jobs'] }`. */
  names?(world: World): Record<string, string[]>;
  /** Faults that no single field shows: references, duplicates, values AWS refuses. Paths begin with world or events. */
  check(scenario: Scenario, limits: Limits): Fault[];
};

/**
 * A part of the cluster that stands on placement and deployments: traffic, scaling, capacity, queues, cost.
 * The ground floor never imports a storey, so that a browser loads them only for the scenarios that have them.
 */
export type Storey = {
  name: string;
  /** Its controller for this run; undefined when the world has nothing for it. */
  begin(sim: Simulation, input: RunInput): Controller | undefined;
};

/** What a storey does in one run. Its functions are called in the order of the list of storeys. */
export type Controller = {
  /** Kinds of queued events (100 and above) that are its own. */
  kinds?: readonly number[];
  apply?(sim: Simulation, event: QueuedEvent): void;
  /** Whether a queued event of its own may still change something; periodic evaluation at rest may not. Default true. */
  isLive?(sim: Simulation, event: QueuedEvent): boolean;
  verbs?: Readonly<Record<string, (sim: Simulation, input: never) => void>>;
  /** Compares desired with observed, before the service schedulers look; returns whether it changed anything. */
  settle?(sim: Simulation): boolean;
  /** The second is settled: metrics, and the rates that are in force until the next second in which something happens. */
  write?(sim: Simulation): void;
  /** The run is over at this second: accounts for the time up to it. */
  close?(sim: Simulation, seconds: number): void;
};
