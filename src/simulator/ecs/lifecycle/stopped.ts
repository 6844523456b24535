import { isActive, type Task } from '../cluster.ts';
import { removeTargets } from '../load-balancing/target-health.ts';
import { leaveActive, release } from '../occupancy.ts';
import type { Simulation } from '../simulation.ts';
import { recordTask, touched } from './task-entries.ts';

/** Why a task stops: AWS's stop code, and the sentence for people. */
export type StopReason = { code: string; say: string };

/** AWS's stop code of a task that Fargate Spot took back. */
export const SPOT_INTERRUPTION = 'SpotInterruption';

/** AWS's `stoppedReason`, in its wording where its pages have it. */
export function stoppedReason(task: Task, code: string): string {
  if (code === 'EssentialContainerExited') return 'Essential container in task exited';
  if (code === 'UserInitiated') return 'Task stopped by user';
  if (code === SPOT_INTERRUPTION) return 'Your Spot Task was interrupted.';
  if (code === 'InfrastructureHealth') return `Host EC2 (instance ${task.instance.name}) terminated.`;
  if (task.failure !== undefined) return task.failure;
  return `Scaling activity initiated by (deployment ecs-svc/${task.service?.deployments[0]?.number ?? 1})`;
}

/** STOPPED: CPU, memory, ports and interfaces are free again. */
export function onExit(sim: Simulation, task: Task, code = task.stopCode ?? 'ServiceSchedulerInitiated'): void {
  if (isActive(task)) leaveActive(sim.cluster, task);
  task.stopCode = code;
  task.state = 'STOPPED';
  task.healthy = false;
  if (task.detail) {
    removeTargets(task);
    task.detail.timers = [];
  }
  release(sim.cluster, task);
  const where = task.instance.status === 'GONE' ? 'it was on' : 'its resources are free again on';
  recordTask(sim, task, 'task-stopped', `${task.name} is STOPPED; ${where} ${task.instance.name}.`, {
    reason: code,
    stoppedReason: stoppedReason(task, code),
  });
  sim.capacityChanged = true;
  touched(sim, task);
}
