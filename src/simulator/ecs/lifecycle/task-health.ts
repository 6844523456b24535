import { sayDuration } from '../../scenario/duration.ts';
import type { Task } from '../cluster.ts';
import { onTaskFailed, onTaskHealthy } from '../deployment/failures.ts';
import type { Simulation } from '../simulation.ts';
import { setTimer } from './detail.ts';
import { recordTask, touched } from './task-entries.ts';

/** 3.2: the task counts as healthy from now on. */
export function onHealthy(sim: Simulation, task: Task): void {
  task.healthy = true;
  task.unhealthy = false;
  task.failure = undefined;
  recordTask(sim, task, 'task-healthy', `${task.name} counts as healthy.`);
  onTaskHealthy(sim, task);
  touched(sim, task);
}

/** 3.2: a health check failed as often as its threshold allows, so that the task is to be replaced. */
export function onUnhealthy(sim: Simulation, task: Task, failed = 'container health checks'): void {
  task.healthy = false;
  task.unhealthy = true;
  task.failure = `Task failed ${failed}`;
  recordTask(sim, task, 'task-unhealthy', `${task.name} failed its ${failed.replace(/^ELB/, 'load balancer')}.`);
  touched(sim, task);
}

/** What its health checks say of a task: `failed` names the check that gave up. */
type Verdict = { status: 'healthy' | 'unknown' } | { status: 'unhealthy'; failed: string };

/**
 * Looks at a task whose containers or targets changed (3.2): it is healthy when every essential container with a
 * health check is HEALTHY and every target is healthy, whichever is later (A15); without either, 40 s after RUNNING.
 * One that failed is replaced, unless the service's grace period still runs.
 */
export function weighHealth(sim: Simulation, task: Task): void {
  const { detail } = task;
  if (detail === undefined || task.state !== 'RUNNING') return;
  const verdict = verdictOf(sim, task);
  if (verdict.status === 'healthy') {
    if (!task.healthy) onHealthy(sim, task);
    return;
  }
  const ignored = verdict.status === 'unhealthy' && sim.nowSeconds < detail.graceUntil;
  if (verdict.status === 'unhealthy' && !ignored) {
    if (task.unhealthy) return;
    onTaskFailed(sim, task, 'health');
    onUnhealthy(sim, task, verdict.failed);
    return;
  }
  if (ignored) {
    // Checks of the second in which the grace period ends still count, so it is weighed after them.
    const afterChecks = () => setTimer(sim, task, sim.nowSeconds, 'grace', weighHealth);
    setTimer(sim, task, detail.graceUntil, 'grace', afterChecks);
    const left = sayDuration(detail.graceUntil - sim.nowSeconds);
    const say = `${task.name} failed ${verdict.failed}; the grace period ignores it for another ${left}.`;
    recordTask(sim, task, 'health-ignored', say);
  }
  if (!task.healthy) return;
  task.healthy = false;
  recordTask(sim, task, 'task-health-lost', `${task.name} counts as healthy no more.`);
  touched(sim, task);
}

/** 3.2: any UNHEALTHY essential container makes the task UNHEALTHY, else any UNKNOWN one makes it UNKNOWN. */
function verdictOf(sim: Simulation, task: Task): Verdict {
  const { containers = [], targets = [], waited = false } = task.detail ?? {};
  const checked = containers.filter(({ plan }) => plan.essential && plan.healthCheck);
  const statuses = checked.map(({ probe }) => probe?.status ?? 'unknown');
  if (statuses.includes('unhealthy')) return { status: 'unhealthy', failed: 'container health checks' };
  const bad = targets.find(({ health }) => health === 'unhealthy');
  if (bad) return { status: 'unhealthy', failed: `ELB health checks in (target-group ${bad.group.name})` };
  if (checked.length > 0 && targets.length > 0) sim.assumptions.add('A15');
  if (statuses.includes('unknown') || targets.some(({ health }) => health !== 'healthy')) return { status: 'unknown' };
  return { status: checked.length + targets.length > 0 || waited ? 'healthy' : 'unknown' };
}

/** Whether time alone can still make the task healthy, so that it is worth waiting for. */
export function mayTurnHealthy(task: Task): boolean {
  if (task.healthy || task.unhealthy) return false;
  return task.detail ? task.detail.timers.length > 0 : task.shape.healthySeconds !== undefined;
}
