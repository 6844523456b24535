import type { Entry } from '../run.ts';
import {
  type Cluster,
  type Deployment,
  type Instance,
  isActive,
  leaveActive,
  nextName,
  occupy,
  type PlacementRequest,
  release,
  type Service,
  type Task,
  touch,
} from './cluster.ts';
import { onTaskHealthy, onTaskRunning } from './deployment/failures.ts';
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
    state: 'PENDING',
    healthy: false,
    unhealthy: false,
  };
  cluster.tasks.push(task);
  owner?.deployment.tasks.add(task);
  if (sim.wantsDecision(sim.timeline.entries.length)) {
    const only = owner?.service.scheduling === 'DAEMON' ? [instance] : undefined;
    sim.decisions.set(sim.timeline.entries.length, decide(cluster, { request, chosen: instance, only }));
  }
  occupy(cluster, task);
  touched(sim, task);
  return task;
}

/** Records the placement and sets the timer to RUNNING. */
export function startTask(sim: Simulation, task: Task): void {
  record(sim, task, 'task-placed', `${task.name} (${task.shape.name}) is placed on ${task.instance.name}.`);
  sim.queue.push(sim.nowSeconds + task.shape.startSeconds, EVENT.running, task.index);
}

/** A task that stands, RUNNING and healthy, when the run begins. */
export function standTask(sim: Simulation, task: Task): void {
  task.state = 'RUNNING';
  task.healthy = true;
  record(sim, task, 'task-placed', `${task.name} (${task.shape.name}) stands on ${task.instance.name}.`);
  if (task.shape.crashSeconds !== undefined) sim.queue.push(task.shape.crashSeconds, EVENT.crash, task.index);
}

/** PENDING → RUNNING: the timers of health and of a crash begin. */
export function onRunning(sim: Simulation, task: Task): void {
  task.state = 'RUNNING';
  touch(sim.cluster, task.instance);
  record(sim, task, 'task-running', `${task.name} is RUNNING on ${task.instance.name}.`);
  onTaskRunning(sim, task);
  const { healthySeconds, unhealthySeconds, crashSeconds } = task.shape;
  const now = sim.nowSeconds;
  if (crashSeconds !== undefined) sim.queue.push(now + crashSeconds, EVENT.crash, task.index);
  if (unhealthySeconds !== undefined) sim.queue.push(now + unhealthySeconds, EVENT.unhealthy, task.index);
  if (healthySeconds !== undefined) sim.queue.push(now + healthySeconds, EVENT.healthy, task.index);
  touched(sim, task);
}

/** 3.2: the task counts as healthy from now on. */
export function onHealthy(sim: Simulation, task: Task): void {
  task.healthy = true;
  task.unhealthy = false;
  record(sim, task, 'task-healthy', `${task.name} counts as healthy.`);
  onTaskHealthy(sim, task);
  touched(sim, task);
}

/** 3.2: the container health check failed as often as `retries` allows. */
export function onUnhealthy(sim: Simulation, task: Task): void {
  task.healthy = false;
  task.unhealthy = true;
  record(sim, task, 'task-unhealthy', `${task.name} failed its container health checks.`);
  touched(sim, task);
}

/** Why a task stops: the sentence for people, and AWS's stop code. */
export type StopReason = { code: string; say: string };

/**
 * SIGTERM: the task leaves RUNNING at once, keeps its resources until it exits, and is STOPPED then (3.4).
 * A task that exits in 0 s is STOPPED in the same second.
 */
export function stopTask(sim: Simulation, task: Task, reason: StopReason): void {
  if (!isActive(task)) return;
  task.state = 'STOPPING';
  task.healthy = false;
  leaveActive(sim.cluster, task);
  record(sim, task, 'task-stopping', `${task.name} on ${task.instance.name} stops: ${reason.say}.`, reason.code);
  if (task.shape.stopSeconds === 0) {
    onExit(sim, task, reason.code);
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

/** STOPPED: CPU, memory and ports are free again. */
export function onExit(sim: Simulation, task: Task, code = 'ServiceSchedulerInitiated'): void {
  if (isActive(task)) leaveActive(sim.cluster, task);
  task.state = 'STOPPED';
  task.healthy = false;
  release(sim.cluster, task);
  const where = task.instance.status === 'GONE' ? 'it was on' : 'its resources are free again on';
  record(sim, task, 'task-stopped', `${task.name} is STOPPED; ${where} ${task.instance.name}.`, code);
  sim.capacityChanged = true;
  touched(sim, task);
}

function record(sim: Simulation, task: Task, type: Entry['type'], message: string, reason?: string): void {
  const entry: Entry = { at: sim.nowSeconds, type, message };
  if (task.service) entry.service = task.service.name;
  entry.task = task.name;
  entry.taskDefinition = task.shape.name;
  if (!task.instance.fargate) entry.instance = task.instance.name;
  entry.availabilityZone = task.instance.availabilityZone;
  entry.state = task.state;
  if (reason !== undefined) entry.reason = reason;
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}

/** The task's service looks again, and the metrics of both are read when the second ends. */
function touched(sim: Simulation, task: Task): void {
  sim.touchedInstances.add(task.instance);
  if (task.service === undefined) return;
  task.service.dirty = true;
  sim.touchedServices.add(task.service);
}

/** The task of a timer, if the timer still means anything. */
export function liveTask(cluster: Cluster, kind: number, index: number): Task | undefined {
  const task = cluster.tasks[index];
  if (task === undefined) return undefined;
  if (kind === EVENT.exit) return task.state === 'STOPPING' ? task : undefined;
  if (kind === EVENT.running) return task.state === 'PENDING' ? task : undefined;
  return task.state === 'RUNNING' ? task : undefined;
}
