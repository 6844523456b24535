import type { Task } from '../cluster.ts';
import { drainTargets, removeTargets } from '../load-balancing/target-health.ts';
import { leaveActive } from '../occupancy.ts';
import type { Simulation } from '../simulation.ts';
import { type ContainerState, setTimer } from './detail.ts';
import { onExit, SPOT_INTERRUPTION, type StopReason, stoppedReason } from './stopped.ts';
import { recordTask, touched } from './task-entries.ts';

/**
 * The way down of a task whose containers are followed (3.4): DEACTIVATING while its targets drain, STOPPING from the
 * stop signal on, DEPROVISIONING where an interface is removed, STOPPED. It counts no more from the first step, and
 * keeps its resources until the last. A task whose essential container is gone does not wait for its targets (A42), nor
 * does one that Fargate Spot takes back: SIGTERM comes with the notice (5.3).
 */
export function stopInSteps(sim: Simulation, task: Task, reason: StopReason): void {
  const { detail } = task;
  if (detail === undefined) return;
  const exited = reason.code === 'EssentialContainerExited';
  const serves = task.state === 'RUNNING' && detail.targets.length > 0 && !exited;
  if (exited && detail.targets.length > 0) sim.assumptions.add('A42');
  task.stopCode = reason.code;
  task.healthy = false;
  detail.timers = [];
  task.state = 'DEACTIVATING';
  leaveActive(sim.cluster, task);
  if (task.service) task.service.stopping++;
  touched(sim, task);
  if (!serves) {
    removeTargets(task);
    signalContainers(sim, task, reason);
    return;
  }
  const groups = detail.targets.map(({ group }) => group.name).join(', ');
  const delay = drainTargets(task);
  const isSpot = reason.code === SPOT_INTERRUPTION;
  sim.assumptions.add(isSpot ? 'A83' : 'A13');
  const how = isSpot
    ? `It drains for ${delay} s if it lives so long; SIGTERM comes now`
    : `It drains for ${delay} s before SIGTERM`;
  const message = `${task.name} on ${task.instance.name} is deregistered from (target-group ${groups}): ${reason.say}. ${how}.`;
  recordTask(sim, task, 'task-deactivating', message, {
    reason: reason.code,
    stoppedReason: stoppedReason(task, reason.code),
    targetGroup: groups,
  });
  setTimer(sim, task, sim.nowSeconds + delay, isSpot ? 'deregistered' : 'drained', () => {
    removeTargets(task);
    if (!isSpot) signalContainers(sim, task, { ...reason, say: 'its targets have drained' }, groups);
  });
  if (isSpot) signalContainers(sim, task, reason, groups);
}

/** STOPPING: the stop signal; a container that depends on another one stops before it. */
function signalContainers(sim: Simulation, task: Task, reason: StopReason, targetGroup?: string): void {
  task.state = 'STOPPING';
  const { instance, name } = task;
  recordTask(sim, task, 'task-stopping', `${name} on ${instance.name} stops: ${reason.say}.`, {
    reason: reason.code,
    stoppedReason: stoppedReason(task, reason.code),
    ...(targetGroup === undefined ? {} : { targetGroup }),
  });
  touched(sim, task);
  const containers = task.detail?.containers ?? [];
  const exits = exitTimes(containers);
  for (const [i, container] of containers.entries()) {
    if (container.status !== 'RUNNING') continue;
    setTimer(sim, task, sim.nowSeconds + (exits[i] ?? 0), `exit ${i}`, () => exitOnSignal(sim, task, container));
  }
  const last = Math.max(0, ...exits);
  if (last === 0) finish(sim, task);
  else setTimer(sim, task, sim.nowSeconds + last, 'gone', finish);
}

/** Seconds from the stop signal to each container's exit: dependents first, then what they depend on. */
function exitTimes(containers: readonly ContainerState[]): number[] {
  const known: (number | undefined)[] = [];
  const exitOf = (index: number): number => {
    const found = known[index];
    if (found !== undefined) return found;
    const { plan, status } = containers[index] as ContainerState;
    const dependents = containers.flatMap(({ plan: other }, i) =>
      other.dependsOn.some(({ container }) => container === index) ? [exitOf(i)] : [],
    );
    const own = status === 'RUNNING' ? Math.min(plan.exitSeconds, plan.stopTimeoutSeconds) : 0;
    const at = Math.max(0, ...dependents) + own;
    known[index] = at;
    return at;
  };
  return containers.map((_, i) => exitOf(i));
}

/** 3.4: SIGKILL after the stop timeout gives exit code 137. What an image answers to SIGTERM is 0 here. */
function exitOnSignal(sim: Simulation, task: Task, container: ContainerState): void {
  const { plan } = container;
  const killed = plan.exitSeconds > plan.stopTimeoutSeconds;
  container.status = 'STOPPED';
  container.exitCode = killed ? 137 : 0;
  if (!killed && task.detail?.containers.length === 1) return;
  const message = killed
    ? `Container ${plan.name} of ${task.name} has not exited ${plan.stopTimeoutSeconds} s after ${plan.stopSignal} and gets SIGKILL (exit code 137).`
    : `Container ${plan.name} of ${task.name} exited with code 0 after ${plan.stopSignal}.`;
  recordTask(sim, task, 'container-exited', message, { container: plan.name, exitCode: container.exitCode });
}

function finish(sim: Simulation, task: Task): void {
  if (task.service) task.service.stopping--;
  if (task.shape.awsvpc) {
    task.state = 'DEPROVISIONING';
    recordTask(sim, task, 'task-deprovisioning', `The network interface of ${task.name} is detached and deleted.`);
  }
  onExit(sim, task);
}
