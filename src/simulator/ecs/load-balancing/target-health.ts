import type { Task } from '../cluster.ts';
import { type ContainerState, followProbe } from '../lifecycle/detail.ts';
import { recordTask } from '../lifecycle/task-entries.ts';
import { weighHealth } from '../lifecycle/task-health.ts';
import type { Simulation } from '../simulation.ts';
import { type LoadBalancer, moveTarget, type TargetState } from './target-group.ts';

/** The target groups that a task registers with: those of its deployment's side (3.7). Standalone tasks have none. */
export function loadBalancersOf({ service, deployment }: Task): readonly LoadBalancer[] {
  const balancers = service?.loadBalancers ?? [];
  if (deployment?.isAlternate !== true) return balancers;
  return balancers.map((balancer) => ({ ...balancer, group: balancer.alternate ?? balancer.group }));
}

/** ACTIVATING: registers the task with every target group of its service; checks begin (3.3). */
export function registerTargets(sim: Simulation, task: Task): void {
  const { detail } = task;
  if (detail === undefined) return;
  for (const balancer of loadBalancersOf(task)) {
    const target = addTarget(sim, task, balancer, 'initial');
    if (target) follow(sim, task, target);
  }
  if (detail.targets.length > 0) sim.assumptions.add('A40');
}

/** A target that is registered and healthy when the run begins. */
export function standTargets(sim: Simulation, task: Task): void {
  for (const balancer of loadBalancersOf(task)) {
    const target = addTarget(sim, task, balancer, 'healthy');
    if (target) follow(sim, task, target);
  }
}

function addTarget(
  sim: Simulation,
  task: Task,
  balancer: LoadBalancer,
  health: 'initial' | 'healthy',
): TargetState | undefined {
  const { group, containerName } = balancer;
  const container = task.detail?.containers.find(({ plan }) => plan.name === containerName);
  if (container === undefined) return undefined;
  const now = sim.nowSeconds;
  const status = health === 'healthy' ? 'healthy' : 'unknown';
  const target: TargetState = {
    group,
    container,
    health,
    probe: { checks: group.checks, beganAt: now, status, doneAt: now },
    blocked: sim.cluster.isReachable?.(task, balancer) === false,
  };
  group.counts[health]++;
  task.detail?.targets.push(target);
  return target;
}

function follow(sim: Simulation, task: Task, target: TargetState): void {
  const { probe, container, group, blocked } = target;
  const key = `target ${group.name}`;
  followProbe(sim, task, { key, probe, container, blocked, changed: () => onTargetChange(sim, task, target) });
}

function onTargetChange(sim: Simulation, task: Task, target: TargetState): void {
  const { group, probe, container } = target;
  if (probe.status === 'unknown') return;
  moveTarget(target, probe.status);
  const { intervalSeconds, failures } = group.checks;
  const message =
    probe.status === 'healthy'
      ? `${task.name} is healthy in (target-group ${group.name}).`
      : `${whoIs(task)} is unhealthy in (target-group ${group.name}) due to (reason Health checks failed): ${failures} failures in a row, one every ${intervalSeconds} s.`;
  recordTask(sim, task, `target-${probe.status}`, message, { targetGroup: group.name, container: container.plan.name });
  weighHealth(sim, task);
}

/** As AWS names a task in its service events. */
function whoIs(task: Task): string {
  const where = task.instance.fargate ? '' : ` (instance ${task.instance.name})`;
  return `(service ${task.service?.name}) (task ${task.name})${where}`;
}

/** The container behind some targets stopped or started again: its checks have a new future. */
export function containerChanged(sim: Simulation, task: Task, container: ContainerState, stopped: boolean): void {
  for (const target of task.detail?.targets ?? []) {
    if (target.container !== container || target.health === 'draining' || target.health === 'left') continue;
    if (stopped) target.probe.doneAt = sim.nowSeconds;
    follow(sim, task, target);
  }
}

/**
 * DEACTIVATING: no new requests go to the targets; requests under way may end during the deregistration delay (3.3).
 * Returns the seconds until none is draining any more.
 */
export function drainTargets(task: Task): number {
  let delay = 0;
  for (const target of task.detail?.targets ?? []) {
    moveTarget(target, 'draining');
    delay = Math.max(delay, target.group.deregistrationDelaySeconds);
  }
  return delay;
}

/** The targets are registered no more. */
export function removeTargets(task: Task): void {
  if (task.detail === undefined) return;
  for (const target of task.detail.targets) moveTarget(target, 'left');
  task.detail.targets = [];
}
