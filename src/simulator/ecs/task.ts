import {
  type Cluster,
  type Deployment,
  type Instance,
  isActive,
  nextName,
  type PlacementRequest,
  type Service,
  type Task,
  touch,
} from './cluster.ts';
import { onTaskRunning } from './deployment/failures.ts';
import { beginContainers } from './lifecycle/containers.ts';
import { detailOf } from './lifecycle/detail.ts';
import { standContainers } from './lifecycle/stand.ts';
import { stopInSteps } from './lifecycle/stop.ts';
import { onExit, type StopReason, stoppedReason } from './lifecycle/stopped.ts';
import { recordTask, touched } from './lifecycle/task-entries.ts';
import { leaveActive, occupy } from './occupancy.ts';
import { decide } from './placement/place.ts';
import { EVENT, type Simulation } from './simulation.ts';

/** Whose task it is: a service's, of one of its deployments, or standalone. */
export type Owner = { service: Service; deployment: Deployment } | undefined;

/** Creates a task on an instance that placement chose. It is PENDING until its image is pulled and started. */
export function createTask(sim: Simulation, request: PlacementRequest, owner: Owner, instance: Instance): Task {
  const { cluster } = sim;
  const task: Task = {
    index: cluster.tasks.length,
    name: nextName(cluster, owner ? owner.service.name : `${request.shape.family}-run`),
    group: request.group,
    service: owner?.service,
    deployment: owner?.deployment,
    shape: request.shape,
    instance,
    state: request.shape.awsvpc ? 'PROVISIONING' : 'PENDING',
    healthy: false,
    unhealthy: false,
    stopCode: undefined,
    failure: undefined,
    detail: needsDetail(request, owner) ? detailOf(request.shape.containers) : undefined,
  };
  if (request.capacityProvider !== undefined) task.capacityProvider = request.capacityProvider;
  cluster.tasks.push(task);
  owner?.deployment.tasks.add(task);
  if (sim.wantsDecision(sim.timeline.entries.length)) {
    const only = owner?.service.scheduling === 'DAEMON' ? [instance] : undefined;
    sim.decisions.set(
      sim.timeline.entries.length,
      decide(cluster, { request, chosen: instance.waiting ? undefined : instance, only }),
    );
  }
  occupy(cluster, task);
  touched(sim, task);
  return task;
}

/** Whether containers or targets of the task have to be followed one by one. */
function needsDetail({ shape }: PlacementRequest, owner: Owner): boolean {
  if (shape.followsContainers) return true;
  return owner !== undefined && (owner.service.loadBalancers.length > 0 || owner.service.graceSeconds > 0);
}

/** Records the placement and sets the timer to RUNNING. */
export function startTask(sim: Simulation, task: Task): void {
  recordTask(sim, task, 'task-placed', `${task.name} (${task.shape.name}) is placed on ${task.instance.name}.`);
  if (task.detail) beginContainers(sim, task);
  else sim.queue.push(sim.nowSeconds + task.shape.startSeconds, EVENT.running, task.index);
}

/** A task that stands, RUNNING and healthy, when the run begins. */
export function standTask(sim: Simulation, task: Task): void {
  task.state = 'RUNNING';
  task.healthy = true;
  recordTask(sim, task, 'task-placed', `${task.name} (${task.shape.name}) stands on ${task.instance.name}.`);
  if (task.detail) standContainers(sim, task);
  else if (task.shape.crashSeconds !== undefined) sim.queue.push(task.shape.crashSeconds, EVENT.crash, task.index);
}

/** PENDING → RUNNING: the timers of health and of a crash begin. */
export function onRunning(sim: Simulation, task: Task): void {
  task.state = 'RUNNING';
  touch(sim.cluster, task.instance);
  recordTask(sim, task, 'task-running', `${task.name} is RUNNING on ${task.instance.name}.`);
  onTaskRunning(sim, task);
  const { healthySeconds, unhealthySeconds, crashSeconds } = task.shape;
  const now = sim.nowSeconds;
  if (crashSeconds !== undefined) sim.queue.push(now + crashSeconds, EVENT.crash, task.index);
  if (unhealthySeconds !== undefined) sim.queue.push(now + unhealthySeconds, EVENT.unhealthy, task.index);
  if (healthySeconds !== undefined) sim.queue.push(now + healthySeconds, EVENT.healthy, task.index);
  touched(sim, task);
}

/**
 * SIGTERM: the task leaves RUNNING at once, keeps its resources until it exits, and is STOPPED then (3.4).
 * A task that exits in 0 s is STOPPED in the same second.
 */
export function stopTask(sim: Simulation, task: Task, reason: StopReason): void {
  if (!isActive(task)) return;
  if (task.instance.waiting) {
    onExit(sim, task, reason.code);
    return;
  }
  if (task.detail) {
    stopInSteps(sim, task, reason);
    return;
  }
  task.state = 'STOPPING';
  task.stopCode = reason.code;
  task.healthy = false;
  leaveActive(sim.cluster, task);
  recordTask(sim, task, 'task-stopping', `${task.name} on ${task.instance.name} stops: ${reason.say}.`, {
    reason: reason.code,
    stoppedReason: stoppedReason(task, reason.code),
  });
  if (task.shape.stopSeconds === 0) {
    onExit(sim, task);
    return;
  }
  if (task.service) task.service.stopping++;
  sim.queue.push(sim.nowSeconds + task.shape.stopSeconds, EVENT.exit, task.index);
  touched(sim, task);
}

/** The container of a STOPPING task exited. */
export function onStopped(sim: Simulation, task: Task): void {
  if (task.service) task.service.stopping--;
  onExit(sim, task);
}

/** The task of a timer, if the timer still means anything. */
export function liveTask(cluster: Cluster, kind: number, index: number): Task | undefined {
  const task = cluster.tasks[index];
  if (task === undefined) return undefined;
  if (kind === EVENT.exit) return task.state === 'STOPPING' ? task : undefined;
  if (kind === EVENT.running) return task.state === 'PENDING' ? task : undefined;
  return task.state === 'RUNNING' ? task : undefined;
}
