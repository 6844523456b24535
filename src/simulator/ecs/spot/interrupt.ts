import type { Instance, Task } from '../cluster.ts';
import { onTaskFailed } from '../deployment/failures.ts';
import { drainInstance } from '../instances.ts';
import { SPOT_INTERRUPTION, stoppedReason } from '../lifecycle/stopped.ts';
import { recordTask } from '../lifecycle/task-entries.ts';
import type { Simulation } from '../simulation.ts';
import { stopTask } from '../task.ts';

/** From the notice until the capacity is gone (5.3). */
export const NOTICE_SECONDS = 120;

/** Kinds of queued events: the notice of a Fargate Spot task, or of a Spot Instance, is over. */
export const SPOT_EVENT = { taskGone: 110, instanceGone: 111 } as const;

/**
 * Fargate Spot takes a task back (5.3): the notice is a task state change, SIGTERM comes with it, the stop timeout
 * follows, and after two minutes nothing is left. Scale-in protection does not hold it (1.3.5). Where the world says how
 * much Spot capacity there is, the place goes with the task (A82).
 */
export function interruptTask(sim: Simulation, task: Task): void {
  const { name, instance } = task;
  const message = `${name} on ${instance.name} is interrupted: SIGTERM now, and the capacity is gone in ${NOTICE_SECONDS} s.`;
  recordTask(sim, task, 'spot-interruption', message, {
    reason: SPOT_INTERRUPTION,
    stoppedReason: stoppedReason(task, SPOT_INTERRUPTION),
    noticeSeconds: NOTICE_SECONDS,
  });
  if (instance.interfaces.limit !== Number.POSITIVE_INFINITY) {
    instance.interfaces.limit = Math.max(0, instance.interfaces.limit - 1);
    instance.interfaces.free--;
    sim.assumptions.add('A82');
  }
  onTaskFailed(sim, task, 'lost');
  sim.spent++;
  stopTask(sim, task, { code: SPOT_INTERRUPTION, say: 'Fargate Spot needs the capacity back' });
  sim.queue.push(sim.nowSeconds + NOTICE_SECONDS, SPOT_EVENT.taskGone, task.index);
}

/** EC2 takes a Spot Instance back: with Spot Instance draining its agent makes it DRAINING at the notice. */
export function interruptInstance(sim: Simulation, instance: Instance, drains: boolean): void {
  const { name, availabilityZone, capacityProvider } = instance;
  const how = drains ? 'Spot Instance draining is on' : 'Spot Instance draining is off, so ECS hears nothing of it';
  sim.timeline.record({
    at: sim.nowSeconds,
    type: 'spot-interruption',
    instance: name,
    availabilityZone,
    ...(capacityProvider === undefined ? {} : { capacityProvider }),
    message: `${name} gets the EC2 Spot Instance interruption notice: it is gone in ${NOTICE_SECONDS} s; ${how}.`,
    noticeSeconds: NOTICE_SECONDS,
  });
  sim.lastSeconds = sim.nowSeconds;
  if (drains && instance.status === 'ACTIVE') drainInstance(sim, instance);
  sim.queue.push(sim.nowSeconds + NOTICE_SECONDS, SPOT_EVENT.instanceGone, instance.index);
}
