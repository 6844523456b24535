import { randomFrom } from '../random/random.ts';
import { buildCluster } from './ecs/build-cluster.ts';
import { MetricsRecorder } from './ecs/metrics-recorder.ts';
import { applyEvent, beginServices, isLive, settleControllers } from './ecs/react.ts';
import { EVENT, isExhausted, type Simulation } from './ecs/simulation.ts';
import { EventQueue } from './kernel/event-queue.ts';
import { Timeline } from './kernel/timeline.ts';
import type { Run, RunInput } from './run.ts';
import { DEFAULT_HORIZON_SECONDS, DEFAULT_LIMITS, DEFAULT_SEED, type Limits } from './scenario/defaults.ts';
import type { Storey } from './storey.ts';

export type SimulateOptions = {
  limits?: Limits | undefined;
  /** The scenario's id, carried into the run. */
  id?: string | undefined;
  /** Entries whose placement decision is wanted; none by default. */
  decisions?: ((entryIndex: number) => boolean) | undefined;
  /** Stop as soon as this many entries are recorded. */
  entries?: number | undefined;
};

/**
 * Runs a checked scenario: takes the next event from the queue, lets the model react, records what happened, and stops
 * when settled, at the horizon, or at the event limit. Same scenario, same seed, same bytes, on every machine.
 */
export function simulateWith(storeys: readonly Storey[], input: RunInput, options: SimulateOptions = {}): Run {
  const sim = begin(input, options);
  sim.controllers = storeys.flatMap((storey) => storey.begin(sim, input) ?? []);
  const events = input.events ?? [];
  const metrics = new MetricsRecorder(sim.timeline, sim.cluster);
  for (const service of sim.cluster.services) sim.touchedServices.add(service);
  for (const instance of sim.cluster.instances) sim.touchedInstances.add(instance);
  const steady = (input.world.begin ?? 'steady') === 'steady';
  beginServices(
    sim,
    (input.world.services ?? []).map(({ taskDefinition }) => taskDefinition),
    steady,
  );
  for (const [i, event] of events.entries()) sim.queue.push(event.at, EVENT.verb, i);
  const horizon = input.horizon ?? DEFAULT_HORIZON_SECONDS;
  const enough = () => isExhausted(sim) || sim.timeline.entries.length >= (options.entries ?? Number.POSITIVE_INFINITY);

  settleControllers(sim);
  for (;;) {
    // The end of a second may queue events too, so that it comes before the look at what is next.
    if (sim.queue.nextAt() !== sim.nowSeconds) endSecond(sim, metrics);
    const next = sim.queue.nextAt();
    if (next === undefined || next > horizon || enough()) break;
    sim.nowSeconds = next;
    while (sim.queue.nextAt() === next && !enough()) {
      sim.spent++;
      applyEvent(sim, sim.queue.pop() as NonNullable<ReturnType<EventQueue['pop']>>, events);
    }
    settleControllers(sim);
  }
  // The limit may have stopped the run in the middle of a second.
  if (sim.queue.nextAt() === sim.nowSeconds) endSecond(sim, metrics);
  const end = stoppedBecause(sim, horizon);
  for (const controller of sim.controllers) controller.close?.(sim, end.seconds);
  return finish(sim, input, options, end);
}

/** Nothing more happens in this second: what is in force now holds until the next one in which something does. */
function endSecond(sim: Simulation, metrics: MetricsRecorder): void {
  metrics.write(sim);
  for (const controller of sim.controllers) controller.write?.(sim);
}

function begin(input: RunInput, options: SimulateOptions): Simulation {
  return {
    cluster: buildCluster(input.world),
    controllers: [],
    subnets: input.world.subnets ?? [],
    queue: new EventQueue(),
    timeline: new Timeline(),
    random: randomFrom('placement', input.seed ?? DEFAULT_SEED),
    nowSeconds: 0,
    lastSeconds: 0,
    assumptions: new Set(),
    spent: 0,
    limit: (options.limits ?? DEFAULT_LIMITS).events,
    capacityChanged: false,
    touchedServices: new Set(),
    touchedInstances: new Set(),
    indexes: new WeakMap(),
    noted: new WeakSet(),
    wantsDecision: options.decisions ?? (() => false),
    decisions: new Map(),
  };
}

/** Settled means that nothing live is queued: timers of stopped tasks do not count. */
function stoppedBecause(sim: Simulation, horizon: number): Pick<Run, 'stopped' | 'seconds'> {
  if (isExhausted(sim)) return { stopped: 'event-limit', seconds: sim.nowSeconds };
  for (let event = sim.queue.pop(); event !== undefined; event = sim.queue.pop()) {
    if (isLive(sim, event)) return { stopped: 'horizon', seconds: horizon };
  }
  return { stopped: 'settled', seconds: sim.lastSeconds };
}

function finish(
  sim: Simulation,
  input: RunInput,
  options: SimulateOptions,
  end: Pick<Run, 'stopped' | 'seconds'>,
): Run {
  const { cluster, timeline } = sim;
  for (const [index, decision] of sim.decisions) {
    const entry = timeline.entries[index];
    if (entry) entry.decision = decision;
  }
  const run: Run = {
    ...(options.id === undefined ? {} : { scenario: options.id }),
    input: pick(input),
    seed: input.seed ?? DEFAULT_SEED,
    ...end,
    entries: timeline.entries,
    series: timeline.allSeries(),
    final: { services: {}, instances: {} },
    assumptions: [...sim.assumptions].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
  };
  for (const service of cluster.services) {
    const revisions: Record<string, number> = {};
    let running = 0;
    for (const { shape, tasks } of service.deployments) {
      const here = [...tasks].filter((task) => task.state === 'RUNNING').length;
      if (here > 0) revisions[shape.name] = (revisions[shape.name] ?? 0) + here;
      running += here;
    }
    run.final.services[service.name] = { running, revisions };
  }
  for (const { name, tasks, registered, free, status } of cluster.instances) {
    if (status === 'GONE') continue;
    run.final.instances[name] = {
      tasks: [...tasks].map((task) => task.name),
      cpu: registered.cpuUnits - free.cpuUnits,
      memory: registered.memoryMib - free.memoryMib,
    };
  }
  return run;
}

function pick({ world, events, horizon, seed }: RunInput): RunInput {
  const input: RunInput = { world };
  if (events !== undefined) input.events = events;
  if (horizon !== undefined) input.horizon = horizon;
  if (seed !== undefined) input.seed = seed;
  return input;
}
