import type { QueuedEvent } from '../kernel/event-queue.ts';
import type { ScenarioEvent } from '../scenario/event-schema.ts';
import type { Controller } from '../storey.ts';
import { shapeNamed } from './build-cluster.ts';
import type { Service } from './cluster.ts';
import { scheduleDaemons, wakeDaemons } from './daemon-scheduler.ts';
import { noteAlarmsAtStart } from './deployment/alarms.ts';
import { onTaskFailed } from './deployment/failures.ts';
import { isAwaited } from './deployment/timers.ts';
import { hasTimer, runTimer } from './lifecycle/detail.ts';
import { onExit } from './lifecycle/stopped.ts';
import { onHealthy, onUnhealthy } from './lifecycle/task-health.ts';
import { choose } from './placement/place-task.ts';
import { awaitsProtectionEnd, onProtectionEnd } from './protection/task-protection.ts';
import { beginDeployment, scheduleReplicas } from './service-scheduler.ts';
import { EVENT, isExhausted, type Simulation } from './simulation.ts';
import { createTask, liveTask, onRunning, onStopped, standTask } from './task.ts';
import { carryOutEvent } from './verbs.ts';

/**
 * Every service of the scenario becomes its first deployment; at a steady beginning its tasks stand: DAEMON services
 * first, because ECS reserves their resources (1.6).
 */
export function beginServices(sim: Simulation, taskDefinitions: readonly string[], steady: boolean): void {
  const { services } = sim.cluster;
  for (const [i, service] of services.entries()) {
    beginDeployment(service, shapeNamed(sim.cluster, taskDefinitions[i] as string));
    service.steady = steady;
    if (steady) for (const deployment of service.deployments) deployment.status = 'COMPLETED';
    else noteAlarmsAtStart(sim, service);
  }
  if (!steady) return;
  for (const service of services) if (service.scheduling === 'DAEMON') scheduleDaemons(sim, service, standTask);
  for (const service of services) {
    if (service.scheduling === 'REPLICA') standReplicas(sim, service);
    service.steady = true;
  }
}

function standReplicas(sim: Simulation, service: Service): void {
  const deployment = service.deployments[0] as Service['deployments'][number];
  const turn = service.sharing?.turn(deployment, service.desired);
  for (let n = 0; n < service.desired && !isExhausted(sim); n++) {
    sim.spent++;
    const request = turn?.() ?? deployment.request;
    const instance = choose(sim, request);
    if (instance) standTask(sim, createTask(sim, request, { service, deployment }, instance));
    else if (turn === undefined) return;
  }
}

/** Whether a queued event still means anything: timers of tasks that have stopped do not. */
export function isLive(sim: Simulation, event: QueuedEvent): boolean {
  const controller = controllerOf(sim, event.kind);
  if (controller) return controller.isLive?.(sim, event) ?? true;
  if (event.kind === EVENT.lifecycle) return hasTimer(sim.cluster.tasks[event.payload], event.atSeconds);
  if (event.kind === EVENT.look) return isAwaited(sim.cluster.services[event.payload], event.atSeconds);
  if (event.kind === EVENT.protection) return awaitsProtectionEnd(sim.cluster.tasks[event.payload], event.atSeconds);
  return event.kind === EVENT.verb || liveTask(sim.cluster, event.kind, event.payload) !== undefined;
}

function controllerOf(sim: Simulation, kind: number): Controller | undefined {
  return kind < EVENT.upper ? undefined : sim.controllers.find(({ kinds }) => kinds?.includes(kind));
}

/** Applies one queued event to the cluster. */
export function applyEvent(sim: Simulation, event: QueuedEvent, events: readonly ScenarioEvent[]): void {
  if (event.kind >= EVENT.upper) {
    controllerOf(sim, event.kind)?.apply?.(sim, event);
    return;
  }
  if (event.kind === EVENT.verb) {
    carryOutEvent(sim, events[event.payload] as ScenarioEvent);
    return;
  }
  if (event.kind === EVENT.lifecycle) {
    runTimer(sim, sim.cluster.tasks[event.payload]);
    return;
  }
  if (event.kind === EVENT.look) {
    const service = sim.cluster.services[event.payload];
    if (service) service.dirty = true;
    return;
  }
  if (event.kind === EVENT.protection) {
    onProtectionEnd(sim, sim.cluster.tasks[event.payload]);
    return;
  }
  const task = liveTask(sim.cluster, event.kind, event.payload);
  if (task === undefined) return;
  if (event.kind === EVENT.running) onRunning(sim, task);
  else if (event.kind === EVENT.healthy) onHealthy(sim, task);
  else if (event.kind === EVENT.unhealthy) {
    onTaskFailed(sim, task, 'health');
    onUnhealthy(sim, task);
  } else if (event.kind === EVENT.exit) onStopped(sim, task);
  else {
    onTaskFailed(sim, task, 'exit');
    onExit(sim, task, 'EssentialContainerExited');
  }
}

/**
 * Lets every controller look, in their fixed order, until nothing more changes in this second: DAEMON services, then
 * REPLICA services, each in order of creation (1.6, A17); before them the storeys in their order. A service looks when one of its tasks or its configuration
 * changed, or when it waits for a place and resources came free.
 */
export function settleControllers(sim: Simulation): void {
  let acted = true;
  while (acted && !isExhausted(sim)) {
    acted = false;
    for (const controller of sim.controllers) if (controller.settle?.(sim)) acted = true;
    if (sim.capacityChanged || sim.cluster.tasksChanged) {
      sim.capacityChanged = false;
      sim.cluster.tasksChanged = false;
      wakeDaemons(sim.cluster);
      for (const service of sim.cluster.services) {
        if (service.unplaced > 0 || service.rebalancing.blocked) service.dirty = true;
      }
    }
    for (const scheduling of ['DAEMON', 'REPLICA'] as const) {
      for (const service of sim.cluster.services) {
        if (!service.dirty || service.scheduling !== scheduling || isExhausted(sim)) continue;
        service.dirty = false;
        const look = scheduling === 'DAEMON' ? scheduleDaemons(sim, service) : scheduleReplicas(sim, service);
        if (!look) continue;
        service.dirty = true;
        acted = true;
      }
    }
    noteCompetition(sim);
  }
}

/** A17: which of several services that wait for a place gets it is not documented. */
function noteCompetition(sim: Simulation): void {
  let waiting = 0;
  for (const service of sim.cluster.services) if (service.unplaced > 0) waiting++;
  if (waiting > 1) sim.assumptions.add('A17');
}
