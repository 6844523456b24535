import type { Bounds, Entry } from '../run.ts';
import type { Service } from './cluster.ts';
import { waitsForQuota } from './deployment/launch-quota.ts';
import type { RolloutView } from './deployment/rolling.ts';
import { mayTurnHealthy } from './lifecycle/task-health.ts';
import type { Simulation } from './simulation.ts';

/** The deployment is complete when nothing leaves any more and every desired task is healthy. */
export function reportProgress(sim: Simulation, service: Service, view: RolloutView, bounds: Bounds): void {
  const deployment = service.deployments[0];
  if (deployment === undefined || !isAsDesired(view)) return;
  const { number, status, shape } = deployment;
  const more = { deployment: number, taskDefinition: shape.name, bounds };
  if (status === 'ROLLING_BACK') {
    const message = `(deployment ecs-svc/${number}) deployment completed: the service is rolled back to ${shape.name}.`;
    say(sim, service, 'deployment-rolled-back', message, more);
    sim.timeline.series(`services.${service.name}.deployment.rolledBackAt`).set(sim.nowSeconds, sim.nowSeconds);
  }
  deployment.status = 'COMPLETED';
  if (!service.rollingOut) return;
  service.rollingOut = false;
  say(sim, service, 'deployment-completed', `(deployment ecs-svc/${number}) deployment completed.`, more);
  sim.timeline.series(`services.${service.name}.deployment.completedAt`).set(sim.nowSeconds, sim.nowSeconds);
}

/** Steady state is said once, and again after it was lost. */
export function reportSteady(sim: Simulation, service: Service, view: RolloutView): void {
  if (service.steady || service.stopping > 0 || !isAsDesired(view)) return;
  service.steady = true;
  say(sim, service, 'service-steady', 'has reached a steady state.');
}

/**
 * 3.1.6, 3.1.9: tasks are still to be replaced or started, nothing may move, and waiting does not help. Says which
 * bound holds, with its arithmetic. Said once for each state of affairs.
 */
export function reportBlocked(sim: Simulation, service: Service, view: RolloutView, bounds: Bounds): void {
  const leaving = view.leavingHealthy + view.leavingOther;
  if (leaving === 0 || isInMotion(sim, service)) return;
  const { desired, minimumHealthyPercent, maximumPercent, floor, cap, healthy, tasks } = bounds;
  const noStop = `floor = ceil(${desired} × ${minimumHealthyPercent} / 100) = ${floor} and ${healthy} are healthy, so ${Math.max(0, healthy - floor)} may stop`;
  const noStart =
    service.unplaced > 0
      ? `cap = floor(${desired} × ${maximumPercent} / 100) = ${cap} would let ${Math.max(0, cap - tasks)} start, but no container instance has room`
      : `cap = floor(${desired} × ${maximumPercent} / 100) = ${cap} and ${tasks} tasks exist, so ${Math.max(0, cap - tasks)} may start`;
  const complaint = `blocked ${noStop} ${noStart}`;
  if (service.complaint === complaint) return;
  service.complaint = complaint;
  const what =
    service.unplaced > 0
      ? 'is unable to make progress: no task may stop and no task can be placed'
      : 'was unable to stop or start tasks during a deployment because of the service deployment configuration';
  say(sim, service, 'deployment-blocked', `${what}: ${noStop}; ${noStart}.`, { bounds });
}

/** Nothing leaves, and just the desired count is there and healthy. */
export function isAsDesired(view: RolloutView): boolean {
  const leaving = view.leavingHealthy + view.leavingOther;
  return leaving === 0 && view.staying === view.desired && view.stayingHealthy === view.desired;
}

/** Whether a task is on its way up or down, so that waiting can still help. */
function isInMotion(sim: Simulation, service: Service): boolean {
  if (service.stopping > 0 || waitsForQuota(sim, service)) return true;
  for (const deployment of service.deployments) {
    if (deployment.throttle.untilSeconds > sim.nowSeconds) return true;
    for (const task of deployment.tasks) {
      if (task.state !== 'RUNNING' || mayTurnHealthy(task)) return true;
    }
  }
  return false;
}

/** Records a service entry in AWS's form: `(service web) …`. */
export function say(
  sim: Simulation,
  service: Service,
  type: Entry['type'],
  message: string,
  more: Partial<Entry> = {},
): void {
  sim.timeline.record({
    at: sim.nowSeconds,
    type,
    service: service.name,
    message: `(service ${service.name}) ${message}`,
    ...more,
  });
  sim.lastSeconds = sim.nowSeconds;
}
