import type { Task } from '../cluster.ts';
import type { TargetState } from '../load-balancing/target-group.ts';
import { EVENT, type Simulation } from '../simulation.ts';
import { type CheckStatus, type Checks, nextChange } from './checks.ts';
import type { ContainerPlan } from './container-plan.ts';

/** A health check under way. */
export type Probe = {
  checks: Checks;
  beganAt: number;
  status: CheckStatus;
  /** Checks up to this second are done and count no more. */
  doneAt: number;
};

export type ContainerState = {
  plan: ContainerPlan;
  /** PENDING waits for its dependencies; PULLING and STARTING are on their way. */
  status: 'PENDING' | 'PULLING' | 'STARTING' | 'RUNNING' | 'STOPPED';
  wasRunning: boolean;
  startedAt: number;
  exitCode: number | undefined;
  restarts: number;
  probe: Probe | undefined;
};

type Timer = { at: number; key: string; act: (sim: Simulation, task: Task) => void };

/** What is followed of a task beyond its state, where its containers or its targets matter. */
export type TaskDetail = {
  containers: ContainerState[];
  targets: TargetState[];
  /** Failed health checks are ignored before this second (3.2). */
  graceUntil: number;
  /** 40 s have passed since RUNNING; asked only where nothing checks the task. */
  waited: boolean;
  timers: Timer[];
};

export function detailOf(plans: readonly ContainerPlan[]): TaskDetail {
  const containers = plans.map((plan): ContainerState => {
    return {
      plan,
      status: 'PENDING',
      wasRunning: false,
      startedAt: 0,
      exitCode: undefined,
      restarts: 0,
      probe: undefined,
    };
  });
  return { containers, targets: [], graceUntil: 0, waited: false, timers: [] };
}

/** Sets a timer of the task; one of the same key is replaced. */
export function setTimer(sim: Simulation, task: Task, at: number, key: string, act: Timer['act']): void {
  if (task.detail === undefined) return;
  clearTimer(task, key);
  task.detail.timers.push({ at, key, act });
  sim.queue.push(at, EVENT.lifecycle, task.index);
}

export function clearTimer(task: Task, key: string): void {
  if (task.detail) task.detail.timers = task.detail.timers.filter((timer) => timer.key !== key);
}

/** Whether a queued event still has a timer to run. */
export function hasTimer(task: Task | undefined, at: number): boolean {
  return task?.detail?.timers.some((timer) => timer.at === at) ?? false;
}

/** Runs the next timer that is due; each was queued as an event of its own. */
export function runTimer(sim: Simulation, task: Task | undefined): void {
  const timers = task?.detail?.timers ?? [];
  const next = timers.findIndex(({ at }) => at <= sim.nowSeconds);
  const [timer] = next < 0 ? [] : timers.splice(next, 1);
  if (task && timer) timer.act(sim, task);
}

/** Seconds of the run in which the container's application answers; never where its port cannot be reached. */
export function answersOf(
  { plan, status, startedAt }: ContainerState,
  blocked = false,
): { from: number; until: number } {
  const never = Number.POSITIVE_INFINITY;
  if (status !== 'RUNNING' || blocked) return { from: never, until: never };
  return { from: startedAt + plan.answersAfterSeconds, until: startedAt + plan.silentAfterSeconds };
}

/** Sets the timer to the next change of a health check of this container, from what is known now. */
export function followProbe(
  sim: Simulation,
  task: Task,
  at: { key: string; probe: Probe; container: ContainerState; changed: Timer['act']; blocked?: boolean },
): void {
  const { key, probe, container, changed, blocked = false } = at;
  clearTimer(task, key);
  const { from, until } = answersOf(container, blocked);
  const began = probe.beganAt;
  const change = nextChange(probe.checks, probe.status, {
    after: probe.doneAt - began,
    from: from - began,
    until: until - began,
    failSeconds: blocked || container.plan.hangs ? probe.checks.timeoutSeconds : 0,
  });
  if (change === undefined) return;
  setTimer(sim, task, began + change.at, key, () => {
    probe.status = change.status;
    probe.doneAt = sim.nowSeconds;
    changed(sim, task);
    followProbe(sim, task, at);
  });
}
