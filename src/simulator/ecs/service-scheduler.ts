import type { RolloutWindow } from '../kernel/rollout-window.ts';
import { rolloutWindow } from '../kernel/rollout-window.ts';
import type { Bounds } from '../run.ts';
import type { Deployment, PlacementRequest, Service, Task, TaskShape } from './cluster.ts';
import { scheduleShift } from './deployment/blue-green.ts';
import { mayLaunch, waitForTokens } from './deployment/fargate-launches.ts';
import { countLaunches, launchAllowance } from './deployment/launch-quota.ts';
import { isThrottled } from './deployment/launch-throttle.ts';
import { planStep, type RolloutStep, type RolloutView } from './deployment/rolling.ts';
import { isShifting, type Shift } from './deployment/shift-plan.ts';
import { placeTask } from './placement/place-task.ts';
import { VictimPicker } from './placement/scale-in.ts';
import { reportProtection, unprotected } from './protection/task-protection.ts';
import { movingTasks, rebalanceZones } from './rebalancing/zone-rebalancing.ts';
import { isAsDesired, reportBlocked, reportProgress, reportSteady } from './service-reports.ts';
import { isExhausted, type Simulation } from './simulation.ts';
import { stopTask } from './task.ts';

/** Tasks of a service by what has to become of them; see `RolloutView`. */
type Sorted = { staying: Task[]; leavingHealthy: Task[]; leavingOther: Task[] };

/** The request that tasks of this shape make for the service as it is configured now. */
export function requestFor(service: Service, shape: TaskShape): PlacementRequest {
  return {
    shape,
    group: service.group,
    strategies: service.strategies,
    isDefault: service.isDefaultStrategy,
    queries: service.queries,
    distinctInstance: service.distinctInstance,
    zones: service.zones,
    launchType: service.launchType,
  };
}

/** Makes `shape` the PRIMARY deployment; what ran before is to be replaced. */
export function beginDeployment(service: Service, shape: TaskShape): Deployment {
  for (const older of service.deployments) older.keep = older.status === 'FAILED' ? 0 : soundTasks(older);
  const deployment: Deployment = {
    number: service.deployments.length + 1,
    shape,
    request: requestFor(service, shape),
    tasks: new Set(),
    keep: 0,
    failedTasks: 0,
    status: 'IN_PROGRESS',
    shift: undefined,
    isAlternate: service.deployments[0]?.isAlternate ?? false,
    throttle: { rounds: 0, untilSeconds: 0 },
    ignoredAlarms: new Set(),
    countedFailures: 0,
    reachedRunning: false,
  };
  service.deployments.unshift(deployment);
  service.dirty = true;
  service.steady = false;
  service.complaint = undefined;
  return deployment;
}

/**
 * One look of the service scheduler at a REPLICA service: compare desired with observed, do what the bounds allow.
 * Returns whether it did anything, so that the caller looks again until nothing changes.
 */
export function scheduleReplicas(sim: Simulation, service: Service): boolean {
  sim.touchedServices.add(service);
  let acted = stopPendingOnDraining(sim, service);
  const { shift, status } = service.deployments[0] as Deployment;
  if (isShifting(shift) && status === 'IN_PROGRESS') return shiftTraffic(sim, service, shift) || acted;
  acted = scaleIn(sim, service) || acted;
  acted = replaceLostOfOlder(sim, service) || acted;
  if (service.deployments[0]?.status === 'FAILED') return stopUnhealthy(sim, service) || acted;
  const sorted = sortTasks(service);
  const view = viewOf(service, sorted);
  const window = rolloutWindow(service.desired, service.minimumHealthyPercent, service.maximumPercent);
  const plan = planStep(view, window);
  // 1.3.5: a protected task stays and fills its place under the cap.
  const leavingProtected = sorted.leavingHealthy.length - unprotected(sorted.leavingHealthy).length;
  const step = leavingProtected === 0 ? plan : planStep({ ...view, leavingProtected }, window);
  const bounds = boundsOf(service, window, view);
  if (carryOut(sim, service, sorted, step, bounds)) {
    service.steady = false;
    return true;
  }
  if (acted) return true;
  reportProgress(sim, service, view, bounds);
  const held = plan.stopHealthy - step.stopHealthy + Math.max(0, view.staying - service.desired - movingTasks(service));
  if (!reportProtection(sim, service, held)) reportBlocked(sim, service, view, bounds);
  reportSteady(sim, service, view);
  // Only a steady service is rebalanced (1.7), also one that became steady just now.
  return rebalanceZones(sim, service, isAsDesired(view));
}

function shiftTraffic(sim: Simulation, service: Service, shift: Shift): boolean {
  const acted = scheduleShift(sim, service, shift, {
    start: (deployment, count) => startSome(sim, service, deployment, count),
    stop: (candidates, count, say) => stopSome(sim, service, candidates, count, say),
  });
  if (acted) service.steady = false;
  return acted;
}

/** A deployment that failed and was not rolled back moves nothing any more; its unhealthy tasks still go (3.5). */
function stopUnhealthy(sim: Simulation, service: Service): boolean {
  const unhealthy = service.deployments.flatMap(({ tasks }) => [...tasks].filter((task) => task.unhealthy));
  stopSome(sim, service, unhealthy, unhealthy.length, 'it does not count as healthy');
  return unhealthy.length > 0;
}

function carryOut(sim: Simulation, service: Service, sorted: Sorted, step: RolloutStep, bounds: Bounds): boolean {
  const stops = step.stopHealthy + step.stopOther;
  const leaving = sorted.leavingHealthy.length + sorted.leavingOther.length;
  const isNews = stops > 0 || (step.start > 0 && service.unplaced === 0);
  if (leaving > 0 && isNews) recordStep(sim, service, step, bounds);
  if (stops > 0) service.complaint = undefined;
  stopSome(sim, service, sorted.leavingOther, step.stopOther, 'it is replaced and does not count as healthy');
  const say = `${bounds.healthy} healthy − floor ${bounds.floor} = ${bounds.healthy - bounds.floor} may stop`;
  stopSome(sim, service, unprotected(sorted.leavingHealthy), step.stopHealthy, say);
  const placed = startSome(sim, service, service.deployments[0] as Deployment, step.start);
  return stops > 0 || placed > 0;
}

/** Starts up to `count` tasks of a deployment; stops trying at the first that finds no instance. */
function startSome(sim: Simulation, service: Service, deployment: Deployment, count: number): number {
  if (isThrottled(sim, deployment)) {
    service.unplaced = 0;
    return 0;
  }
  const allowed = launchAllowance(sim, service, count);
  const turn = service.sharing?.turn(deployment, allowed);
  /** Capacity providers that took none in this look: their tasks wait, the others' start (5.1). */
  const full: PlacementRequest[] = [];
  let placed = 0;
  let throttled = 0;
  for (let n = 0; n < allowed && !isExhausted(sim); n++) {
    const request = turn?.() ?? deployment.request;
    if (full.includes(request)) continue;
    if (!mayLaunch(sim, request)) throttled++;
    else if (placeTask(sim, request, { service, deployment }, service.complaint === undefined)) placed++;
    else if (turn) full.push(request);
    else break;
  }
  countLaunches(service, placed);
  waitForTokens(sim, service, throttled);
  service.unplaced = isExhausted(sim) ? 0 : allowed - placed - throttled;
  if (service.unplaced > 0) service.complaint ??= 'placement';
  else if (placed > 0) service.complaint = undefined;
  return placed;
}

function pickerOf(
  sim: Simulation,
  service: Service,
  candidates: Task[],
  random: Simulation['random'] | undefined,
): Pick<VictimPicker, 'next'> {
  return service.sharing?.picker(candidates, random) ?? new VictimPicker(sim.cluster, service, candidates, random);
}

function stopSome(sim: Simulation, service: Service, candidates: Task[], count: number, say: string): void {
  if (count === 0) return;
  // When all of them go there is nothing to choose.
  const all = count >= candidates.length;
  const picker = all ? undefined : pickerOf(sim, service, candidates, undefined);
  for (let n = 0; n < Math.min(count, candidates.length) && !isExhausted(sim); n++) {
    const victim = picker ? picker.next() : { task: candidates[n] as Task, tied: false };
    if (victim === undefined) return;
    if (victim.tied) sim.assumptions.add('A1');
    forget(victim.task);
    sim.spent++;
    stopTask(sim, victim.task, { code: 'ServiceSchedulerInitiated', say });
  }
}

/** Tasks of a deployment that do what they should: those it should keep until they are replaced. */
function soundTasks({ tasks }: Deployment): number {
  let sound = 0;
  for (const task of tasks) if (!task.unhealthy) sound++;
  return sound;
}

/** A sound task that the scheduler stops itself is not to be replaced by one of its own revision. */
function forget(task: Task): void {
  if (task.deployment && !task.unhealthy) task.deployment.keep = Math.max(0, task.deployment.keep - 1);
}

/** 3.1.10: PENDING service tasks on a draining instance stop at once. */
function stopPendingOnDraining(sim: Simulation, service: Service): boolean {
  let acted = false;
  for (const deployment of service.deployments) {
    for (const task of [...deployment.tasks]) {
      if (task.state === 'RUNNING' || task.instance.status !== 'DRAINING') continue;
      forget(task);
      sim.spent++;
      stopTask(sim, task, { code: 'ServiceSchedulerInitiated', say: `${task.instance.name} is DRAINING` });
      acted = true;
    }
  }
  return acted;
}

/** More tasks of the present revision than desired: the strategies say which stop (1.3). */
function scaleIn(sim: Simulation, service: Service): boolean {
  const { staying } = sortTasks(service);
  const candidates = unprotected(staying);
  const surplus = Math.min(staying.length - service.desired - movingTasks(service), candidates.length);
  if (surplus <= 0) return false;
  service.complaint = undefined;
  const picker = pickerOf(sim, service, candidates, sim.random);
  for (let n = 0; n < surplus && !isExhausted(sim); n++) {
    const victim = picker.next();
    if (victim === undefined) break;
    if (victim.drawn) sim.assumptions.add('A7');
    if (victim.tied) sim.assumptions.add('A1');
    sim.spent++;
    const say = `desired count is ${service.desired}, ${staying.length - n} are there`;
    stopTask(sim, victim.task, { code: 'ServiceSchedulerInitiated', say });
  }
  service.steady = false;
  return true;
}

/**
 * 3.1.7: a task of an older revision that was lost or turned unhealthy during the deployment is replaced by one of the
 * same revision, and so is what a scale-out adds to it, as far as the cap allows.
 */
function replaceLostOfOlder(sim: Simulation, service: Service): boolean {
  let placed = 0;
  for (const deployment of service.deployments.slice(1)) {
    const lost = deployment.keep - soundTasks(deployment);
    if (lost <= 0 || isThrottled(sim, deployment)) continue;
    const { cap } = rolloutWindow(service.desired, service.minimumHealthyPercent, service.maximumPercent);
    const copies = service.deployments.reduce((sum, { tasks }) => sum + tasks.size, 0);
    const count = Math.max(0, Math.min(lost, cap - copies));
    const started = startSome(sim, service, deployment, count);
    // What cannot be replaced now comes back as the new revision.
    deployment.keep = soundTasks(deployment);
    placed += started;
  }
  return placed > 0;
}

function sortTasks(service: Service): Sorted {
  const sorted: Sorted = { staying: [], leavingHealthy: [], leavingOther: [] };
  for (const [age, deployment] of service.deployments.entries()) {
    for (const task of deployment.tasks) {
      const leaves = age > 0 || task.unhealthy || task.instance.status === 'DRAINING';
      if (!leaves) sorted.staying.push(task);
      else if (task.healthy) sorted.leavingHealthy.push(task);
      else sorted.leavingOther.push(task);
    }
  }
  return sorted;
}

function viewOf(service: Service, sorted: Sorted): RolloutView {
  return {
    desired: service.desired,
    staying: sorted.staying.length,
    stayingHealthy: sorted.staying.filter((task) => task.healthy).length,
    leavingHealthy: sorted.leavingHealthy.length,
    leavingOther: sorted.leavingOther.length,
  };
}

export function boundsOf(service: Service, window: RolloutWindow, view: RolloutView): Bounds {
  return {
    desired: service.desired,
    minimumHealthyPercent: service.minimumHealthyPercent,
    maximumPercent: service.maximumPercent,
    ...window,
    healthy: view.stayingHealthy + view.leavingHealthy,
    tasks: view.staying + view.leavingHealthy + view.leavingOther,
  };
}

function recordStep(sim: Simulation, service: Service, step: RolloutStep, bounds: Bounds): void {
  const stops = step.stopHealthy + step.stopOther;
  const { healthy, floor, cap, tasks } = bounds;
  const parts = [
    stops > 0
      ? `stops ${stops} (${healthy} healthy, floor ${floor})`
      : `stops none (${healthy} healthy, floor ${floor})`,
    `may start ${step.start} (${tasks - stops} tasks, cap ${cap})`,
  ];
  sim.timeline.record({
    at: sim.nowSeconds,
    type: 'deployment-step',
    service: service.name,
    message: `(service ${service.name}) ${parts.join('; ')}.`,
    bounds,
  });
  sim.lastSeconds = sim.nowSeconds;
}
