import type { Task } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import { countForBreaker, resetBreaker } from './circuit-breaker.ts';
import { slowDown, speedUp } from './launch-throttle.ts';

/**
 * How a task failed although nobody asked it to stop (3.5):
 * - `start`: it never reached RUNNING (image pull, container start, a container that exits before its time);
 * - `health`: its container health check or its target group gave up on it;
 * - `exit`: an essential container exited after RUNNING;
 * - `lost`: its container instance is gone.
 */
export type FailureKind = 'start' | 'health' | 'exit' | 'lost';

/** Called once for each failure, before the task stops. */
export function onTaskFailed(sim: Simulation, task: Task, kind: FailureKind): void {
  const { service, deployment } = task;
  if (service === undefined || deployment === undefined) return;
  deployment.failedTasks++;
  if (service.rollingOut && service.deployments[0] === deployment) {
    const series = sim.timeline.series(`services.${service.name}.deployment.failedTasks`);
    series.set(sim.nowSeconds, deployment.failedTasks);
  }
  countForBreaker(sim, task, kind);
  if (kind === 'start') slowDown(sim, task);
}

/** Called when a task reaches RUNNING: the launch throttle ends and the breaker's second stage begins (3.5, 3.6). */
export function onTaskRunning(_sim: Simulation, task: Task): void {
  if (task.deployment) task.deployment.reachedRunning = true;
  speedUp(task);
}

/** Called when a task counts as healthy: the breaker's counter goes back to 0 (3.5). */
export function onTaskHealthy(sim: Simulation, task: Task): void {
  resetBreaker(sim, task);
}
