import { rolloutWindow, stopsAllowed } from '../kernel/rollout-window.ts';
import type { Cluster, Instance, PlacementRequest, Service, Task } from './cluster.ts';
import { isThrottled } from './deployment/launch-throttle.ts';
import type { RolloutView } from './deployment/rolling.ts';
import { admits } from './placement/place.ts';
import { recordFailure } from './placement/place-task.ts';
import { fitsLaunchType } from './placement/rules/attribute.ts';
import { memberOf } from './placement/rules/member-of.ts';
import { reportBlocked, reportProgress, reportSteady } from './service-reports.ts';
import { boundsOf } from './service-scheduler.ts';
import { isExhausted, type Simulation } from './simulation.ts';
import { createTask, startTask, stopTask } from './task.ts';

/**
 * One look at a DAEMON service (1.6): exactly one task on each ACTIVE instance that satisfies the constraints, none on
 * DRAINING ones, where it stops last. Desired is the number of such instances. On an update the old task of an instance
 * stops first, inside the floor, then the new one starts in its place. Returns whether it did anything.
 */
export function scheduleDaemons(
  sim: Simulation,
  service: Service,
  start: (sim: Simulation, task: Task) => void = startTask,
): boolean {
  const deployment = service.deployments[0];
  if (deployment === undefined) return false;
  sim.touchedServices.add(service);
  const { request } = deployment;
  const eligible = new Set(sim.cluster.instances.filter((instance) => isEligible(instance, request)));
  service.desired = eligible.size;
  let acted = stopMisplaced(sim, service, eligible);
  acted = stopOld(sim, service, eligible) || acted;
  acted = startMissing(sim, service, [...eligible], start) || acted;
  if (acted) {
    service.steady = false;
    return true;
  }
  const view = viewOf(service);
  const bounds = boundsOf(service, windowOf(service), view);
  reportProgress(sim, service, view, bounds);
  reportBlocked(sim, service, view, bounds);
  reportSteady(sim, service, view);
  return false;
}

/** Resources do not matter here: an instance without room for its daemon is one where the daemon is missing. */
function isEligible(instance: Instance, request: PlacementRequest): boolean {
  if (instance.managed) return false;
  const isFree = instance.status === 'ACTIVE' && instance.agentConnected && fitsLaunchType(instance, request);
  return isFree && memberOf.admits(instance, request);
}

/** 1.4.4, 1.6: a daemon leaves an instance that stopped matching, and a DRAINING one once all others have left. */
function stopMisplaced(sim: Simulation, service: Service, eligible: ReadonlySet<Instance>): boolean {
  let acted = false;
  for (const task of tasksOf(service)) {
    const { instance } = task;
    if (eligible.has(instance)) continue;
    const waitsForOthers = instance.status === 'DRAINING' && [...instance.tasks].some((other) => !isDaemon(other));
    if (waitsForOthers) continue;
    sim.spent++;
    stopTask(sim, task, { code: 'ServiceSchedulerInitiated', say: `${instance.name} takes no daemon any more` });
    acted = true;
  }
  return acted;
}

function isDaemon(task: Task): boolean {
  return task.service?.scheduling === 'DAEMON';
}

function stopOld(sim: Simulation, service: Service, eligible: ReadonlySet<Instance>): boolean {
  const tasks = tasksOf(service);
  const healthy = tasks.filter((task) => task.healthy).length;
  const { floor } = windowOf(service);
  let allowed = stopsAllowed({ floor, cap: 0 }, healthy);
  let acted = false;
  for (const task of tasks) {
    const isOld = task.deployment !== service.deployments[0] || task.unhealthy;
    if (!isOld || !eligible.has(task.instance) || (task.healthy && allowed === 0) || isExhausted(sim)) continue;
    if (task.healthy) allowed--;
    sim.spent++;
    const say = `it is replaced; ${healthy} healthy, floor ${floor}`;
    stopTask(sim, task, { code: 'ServiceSchedulerInitiated', say });
    acted = true;
  }
  return acted;
}

function startMissing(
  sim: Simulation,
  service: Service,
  eligible: readonly Instance[],
  start: (sim: Simulation, task: Task) => void,
): boolean {
  const deployment = service.deployments[0] as Service['deployments'][number];
  if (deployment.status === 'FAILED' || isThrottled(sim, deployment)) return false;
  const { request } = deployment;
  const covered = new Set(tasksOf(service).map((task) => task.instance));
  const refused: Instance[] = [];
  let acted = false;
  for (const instance of eligible) {
    if (covered.has(instance) || isExhausted(sim)) continue;
    if (!admits(instance, request)) {
      refused.push(instance);
      continue;
    }
    sim.spent++;
    start(sim, createTask(sim, request, { service, deployment }, instance));
    acted = true;
  }
  service.unplaced = refused.length;
  const complaint = refused.length === 0 ? undefined : `daemon ${refused.map(({ name }) => name).join()}`;
  if (complaint !== undefined && service.complaint !== complaint)
    recordFailure(sim, request, { service, deployment }, refused);
  service.complaint = complaint;
  return acted;
}

function tasksOf(service: Service): Task[] {
  return service.deployments.flatMap((deployment) => [...deployment.tasks]);
}

function windowOf(service: Service) {
  return rolloutWindow(service.desired, service.minimumHealthyPercent, service.maximumPercent);
}

function viewOf(service: Service): RolloutView {
  const view = { desired: service.desired, staying: 0, stayingHealthy: 0, leavingHealthy: 0, leavingOther: 0 };
  for (const task of tasksOf(service)) {
    // A daemon on a draining instance only waits for the others to leave: it holds nothing up.
    if (task.instance.status === 'DRAINING') continue;
    const stays = task.deployment === service.deployments[0] && !task.unhealthy;
    if (stays) view.staying++;
    if (stays && task.healthy) view.stayingHealthy++;
    if (!stays && task.healthy) view.leavingHealthy++;
    if (!stays && !task.healthy) view.leavingOther++;
  }
  return view;
}

/** DAEMON services look again whenever an instance changed: their desired count is the instances themselves. */
export function wakeDaemons(cluster: Cluster): void {
  for (const service of cluster.services) if (service.scheduling === 'DAEMON') service.dirty = true;
}
