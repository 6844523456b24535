import type { Entry } from '../../run.ts';
import type { Deployment, Instance, PlacementRequest, Service, Task } from '../cluster.ts';
import { hostsOf } from '../placement/place.ts';
import { placeTask } from '../placement/place-task.ts';
import { VictimPicker } from '../placement/scale-in.ts';
import { sayUnderProtection, unprotected } from '../protection/task-protection.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { stopTask } from '../task.ts';
import { isEligible } from './eligibility.ts';

/** Where the rebalancing of a service stands. */
export type Rebalancing = {
  /** Under way: told as started, not yet as completed. */
  active: boolean;
  /** The task that was started for it and has not been made up for by a stop. */
  moving: Task | undefined;
  /** Said: the zone with too few tasks takes none, or those of the zone with too many are protected. */
  blocked: boolean;
};

/** How many tasks beyond the desired count are meant to be there for now. */
export function movingTasks({ rebalancing: { moving } }: Service): number {
  return moving === undefined ? 0 : 1;
}

/** Healthy tasks by zone, fewest first; the order of the cluster's zones on a tie. */
type ZoneLoad = { zone: string; tasks: Task[] };

/**
 * One look of zone rebalancing (1.7): once the service is steady, a task is started in the zone with the fewest, and
 * when it is healthy one is stopped in the zone with the most, until no two zones differ by more than one. It uses what
 * capacity there is. One task at a time is A33. Returns whether it did anything.
 */
export function rebalanceZones(sim: Simulation, service: Service, isAsDesired: boolean): boolean {
  const { rebalancing } = service;
  if (!service.rebalancingEnabled) return false;
  if (rebalancing.moving) return finishMove(sim, service);
  if (!isAsDesired || !service.steady || service.rollingOut || !isEligible(service)) {
    if (rebalancing.active && service.rollingOut) stopRebalancing(sim, service);
    return false;
  }
  // Fargate and Fargate Spot are balanced independently of each other (1.1.4).
  for (const provider of service.sharing?.balanced() ?? [undefined]) {
    const loads = loadsOf(sim, service, provider);
    const [least, most] = [loads[0], loads.at(-1)];
    if (least && most && most.tasks.length - least.tasks.length > 1) return beginMove(sim, service, loads, provider);
  }
  if (rebalancing.active) complete(sim, service, loadsOf(sim, service));
  return false;
}

/** Zones in which the service can run now: of its subnets, with an ACTIVE place; of one capacity provider, where told. */
function loadsOf(sim: Simulation, service: Service, provider?: string): ZoneLoad[] {
  const request = requestOf(service, provider);
  const byZone = new Map<string, Task[]>(sim.cluster.availabilityZones.map((zone) => [zone, []]));
  const isOpen = ({ status, availabilityZone }: Instance) =>
    status === 'ACTIVE' && (service.zones === undefined || service.zones.includes(availabilityZone));
  const open = new Set(
    hostsOf(sim.cluster, request)
      .filter(isOpen)
      .map(({ availabilityZone }) => availabilityZone),
  );
  for (const { tasks } of service.deployments) {
    for (const task of tasks) {
      const counts = provider === undefined || task.capacityProvider === provider;
      if (counts) byZone.get(task.instance.availabilityZone)?.push(task);
    }
  }
  return [...byZone]
    .filter(([zone]) => open.has(zone))
    .map(([zone, tasks]) => ({ zone, tasks }))
    .sort((a, b) => a.tasks.length - b.tasks.length);
}

/** It uses what capacity there is, so a task that moves does not wait in PROVISIONING. */
function requestOf(service: Service, provider: string | undefined): PlacementRequest {
  const deployment = service.deployments[0] as Deployment;
  if (provider === undefined || service.sharing === undefined) return deployment.request;
  const { waitingPlace: _, ...request } = service.sharing.requestOn(deployment, provider);
  return request;
}

function beginMove(
  sim: Simulation,
  service: Service,
  loads: readonly ZoneLoad[],
  provider: string | undefined,
): boolean {
  const { rebalancing, desired, maximumPercent } = service;
  const deployment = service.deployments[0];
  if (deployment === undefined) return false;
  // The task comes before another goes, so the cap must leave room for one more.
  if (Math.floor((desired * maximumPercent) / 100) <= desired) return false;
  const zone = loads[0]?.zone ?? '';
  const request = { ...requestOf(service, provider), zones: [zone] };
  const wasBlocked = rebalancing.blocked;
  const task = placeTask(sim, request, { service, deployment }, false);
  rebalancing.blocked = task === undefined;
  if (task === undefined) {
    if (!wasBlocked) sayBlocked(sim, service, loads);
    return false;
  }
  sim.assumptions.add('A33');
  rebalancing.moving = task;
  if (!rebalancing.active) {
    rebalancing.active = true;
    const message = `is not AZ balanced with ${sayLoads(loads)}. AZ Rebalancing in progress.`;
    tell(sim, service, 'SERVICE_REBALANCING_STARTED', message);
  }
  tell(sim, service, 'TASKS_STARTED', `has started 1 tasks in ${zone} to AZ Rebalance: ${task.name}.`);
  return true;
}

function sayBlocked(sim: Simulation, service: Service, loads: readonly ZoneLoad[]): void {
  const onFargate = service.deployments[0]?.request.launchType === 'FARGATE';
  const why = onFargate ? '' : ' because no container instance met all of its requirements';
  const message = `is unable to place a task in ${loads[0]?.zone}${why}.`;
  tell(sim, service, 'SERVICE_TASK_PLACEMENT_FAILURE', message);
}

/** The new task is up: one goes where most are. Or it is gone: nothing has to go. */
function finishMove(sim: Simulation, service: Service): boolean {
  const { rebalancing } = service;
  const moving = rebalancing.moving as Task;
  if (moving.deployment?.tasks.has(moving) !== true || service.rollingOut) {
    rebalancing.moving = undefined;
    if (service.rollingOut) stopRebalancing(sim, service);
    return true;
  }
  if (!moving.healthy) return false;
  const most = loadsOf(sim, service, moving.capacityProvider).at(-1);
  const candidates = unprotected(most?.tasks ?? []).filter((task) => task !== moving);
  const picker = service.sharing?.picker(candidates, undefined);
  const victim = (picker ?? new VictimPicker(sim.cluster, service, candidates, undefined)).next();
  if (most === undefined) return false;
  if (victim === undefined) return sayProtected(sim, service);
  if (victim.tied) sim.assumptions.add('A1');
  rebalancing.moving = undefined;
  rebalancing.blocked = false;
  sim.spent++;
  const { name } = victim.task;
  victim.task.failure = `Availability-zone rebalancing initiated by (deployment ecs-svc/${service.deployments[0]?.number})`;
  tell(sim, service, 'TASKS_STOPPED', `has stopped 1 running tasks in ${most.zone} due to AZ rebalancing: ${name}.`);
  stopTask(sim, victim.task, { code: 'ServiceSchedulerInitiated', say: 'zone rebalancing moved its place' });
  return true;
}

/** The tasks of the fullest zone are protected: said once, and the move waits for the end of one protection. */
function sayProtected(sim: Simulation, service: Service): false {
  if (!service.rebalancing.blocked) {
    service.rebalancing.blocked = true;
    const message = `was unable to AZ Rebalance because ${sayUnderProtection(service)}.`;
    tell(sim, service, 'TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION', message);
  }
  return false;
}

function complete(sim: Simulation, service: Service, loads: readonly ZoneLoad[]): void {
  service.rebalancing.active = false;
  tell(sim, service, 'SERVICE_REBALANCING_COMPLETED', `is AZ balanced with ${sayLoads(loads)}.`);
}

function stopRebalancing(sim: Simulation, service: Service): void {
  service.rebalancing.active = false;
  tell(sim, service, 'SERVICE_REBALANCING_STOPPED', 'stopped AZ Rebalancing.');
}

function sayLoads(loads: readonly ZoneLoad[]): string {
  return loads.map(({ zone, tasks }) => `${tasks.length} tasks in ${zone}`).join(', ');
}

function tell(sim: Simulation, service: Service, reason: string, message: string): void {
  say(sim, service, 'zone-rebalancing', message);
  (sim.timeline.entries.at(-1) as Entry).reason = reason;
}
