import type { Deployment, Task } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { lookAgainAt } from './timers.ts';

/** A10: minutes between one round of starts that failed and the next; the last stays (27 by the newest guide). */
const RETRY_MINUTES = [1, 2, 4, 8, 16, 27] as const;

/** A10: minutes to wait after this many failed rounds in a row. */
export function retryMinutes(rounds: number): number {
  return RETRY_MINUTES[Math.min(rounds, RETRY_MINUTES.length) - 1] ?? 0;
}

/**
 * 3.6: a task went PENDING → STOPPED without RUNNING, so the next start of its deployment waits, longer each time. Tasks
 * that fail while it waits belong to the same round. It never gives up.
 * Source: service throttle logic, developer guide; the curve is A10.
 */
export function slowDown(sim: Simulation, task: Task): void {
  const { service, deployment } = task;
  if (service === undefined || deployment === undefined || deployment.status === 'FAILED') return;
  const { throttle } = deployment;
  if (isThrottled(sim, deployment)) return;
  throttle.rounds++;
  const minutes = retryMinutes(throttle.rounds);
  throttle.untilSeconds = sim.nowSeconds + minutes * 60;
  sim.assumptions.add('A10');
  lookAgainAt(sim, service, throttle.untilSeconds);
  const round = `${throttle.rounds} ${throttle.rounds === 1 ? 'round' : 'rounds'} of starts in a row without RUNNING`;
  const after = RETRY_MINUTES.slice(throttle.rounds);
  const then = after.length > 0 ? `; after that ${after.join(', ')} min` : ', which is the longest';
  const message = `is unable to consistently start tasks successfully: ${round} (${deployment.shape.name}), so the next start is in ${minutes} min${then}.`;
  say(sim, service, 'launch-throttled', message, { waitSeconds: minutes * 60 });
}

/** Whether the deployment may start nothing now. */
export function isThrottled(sim: Simulation, deployment: Deployment): boolean {
  return deployment.throttle.untilSeconds > sim.nowSeconds;
}

/** 3.6: a task reached RUNNING, so nothing is slowed down any more. */
export function speedUp(task: Task): void {
  const throttle = task.deployment?.throttle;
  if (throttle === undefined || throttle.rounds === 0) return;
  throttle.rounds = 0;
  throttle.untilSeconds = 0;
  if (task.service) task.service.dirty = true;
}
