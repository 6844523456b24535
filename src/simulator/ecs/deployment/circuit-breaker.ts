import { percentRoundedUp } from '../../kernel/rollout-window.ts';
import type { CircuitBreakerSpec } from '../../scenario/deployment-schema.ts';
import type { Deployment, Service, Task } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import type { FailureKind } from './failures.ts';
import { failDeployment } from './rollback.ts';

/** BOUNDED_PERCENT never asks for fewer or more failures than these (3.5). */
const FEWEST = 3;
const MOST = 200;

/**
 * 3.5: how many failed tasks end the deployment, with the arithmetic. The latest desired count is used, so scaling
 * during a deployment moves it. Source: ThresholdConfiguration and the circuit breaker page of the developer guide.
 */
export function thresholdOf(breaker: CircuitBreakerSpec, desired: number): { threshold: number; sum: string } {
  const { type, value } = breaker.thresholdConfiguration ?? { type: 'BOUNDED_PERCENT', value: 50 };
  if (type === 'COUNT') return { threshold: value, sum: `threshold = ${value}` };
  const share = percentRoundedUp(desired, value);
  const ceil = `ceil(${value} % × ${desired})`;
  if (type === 'UNBOUNDED_PERCENT') return { threshold: share, sum: `threshold = ${ceil} = ${share}` };
  const threshold = Math.min(MOST, Math.max(FEWEST, share));
  return { threshold, sum: `threshold = clamp(${ceil}, ${FEWEST}, ${MOST}) = ${threshold}` };
}

/**
 * 3.5: stage 1 counts tasks that never reach RUNNING; from the first RUNNING task on, stage 2 counts failed health
 * checks. A container that exits after RUNNING, and a lost instance, count in neither.
 */
export function countForBreaker(sim: Simulation, task: Task, kind: FailureKind): void {
  const { service, deployment } = task;
  if (service === undefined || deployment === undefined) return;
  const breaker = breakerOf(service, deployment);
  if (breaker === undefined || kind !== (deployment.reachedRunning ? 'health' : 'start')) return;
  deployment.countedFailures++;
  const { threshold, sum } = thresholdOf(breaker, service.desired);
  const counted = `${deployment.countedFailures} ${sayTasks(deployment.countedFailures)} failed${inARow(breaker)}`;
  if (deployment.countedFailures < threshold) {
    const failures = { counted: deployment.countedFailures, threshold };
    const what = kind === 'start' ? 'did not reach RUNNING' : 'failed its health checks';
    const left = `${sum}; ${counted}`;
    const message = `(deployment ecs-svc/${deployment.number}) ${task.name} ${what}: ${left}.`;
    say(sim, service, 'circuit-breaker', message, { task: task.name, failures });
    return;
  }
  // AWS says so in both stages.
  const why = `tasks failed to start. ECS deployment circuit breaker: ${sum}; ${counted}`;
  failDeployment(sim, service, { why, rollback: breaker.rollback });
}

/** 3.5: a healthy task sets the count back to 0, unless `resetOnHealthyTask` is false. */
export function resetBreaker(sim: Simulation, task: Task): void {
  const { service, deployment } = task;
  if (service === undefined || deployment === undefined || deployment.countedFailures === 0) return;
  const breaker = breakerOf(service, deployment);
  if (breaker === undefined || breaker.resetOnHealthyTask === false) return;
  const before = deployment.countedFailures;
  deployment.countedFailures = 0;
  const message = `(deployment ecs-svc/${deployment.number}) ${task.name} is healthy: the count of failed tasks goes from ${before} to 0.`;
  const failures = { counted: 0, threshold: thresholdOf(breaker, service.desired).threshold };
  say(sim, service, 'circuit-breaker', message, { task: task.name, failures });
}

/** The breaker that watches this deployment: only the newest one, only a rolling update, while it is under way, and never a rollback. */
function breakerOf(service: Service, deployment: Deployment): CircuitBreakerSpec | undefined {
  const breaker = service.configuration.deploymentCircuitBreaker;
  if (breaker?.enable !== true || service.deployments[0] !== deployment) return undefined;
  return deployment.status === 'IN_PROGRESS' && deployment.shift === undefined ? breaker : undefined;
}

function inARow(breaker: CircuitBreakerSpec): string {
  return breaker.resetOnHealthyTask === false ? ' in all' : ' in a row';
}

function sayTasks(count: number): string {
  return count === 1 ? 'task' : 'tasks';
}
