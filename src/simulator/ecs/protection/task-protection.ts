import type { Entry } from '../../run.ts';
import type { Service, Task } from '../cluster.ts';
import { isActive } from '../cluster.ts';
import { recordTask } from '../lifecycle/task-entries.ts';
import { say } from '../service-reports.ts';
import { EVENT, type Simulation } from '../simulation.ts';

/** Minutes that protection lasts when nobody says otherwise (1.3.5). */
export const DEFAULT_PROTECTION_MINUTES = 120;

/** UpdateTaskProtection. */
export type ProtectionUpdate = {
  tasks: readonly string[];
  protectionEnabled: boolean;
  expiresInMinutes?: number | undefined;
};

/** 1.3.5: whether scale-in and deployments must leave the task alone. An unhealthy one is replaced all the same (A31). */
export function isProtected(task: Task): boolean {
  return task.protectedUntil !== undefined && !task.unhealthy;
}

/** The tasks that may be stopped. */
export function unprotected(tasks: readonly Task[]): Task[] {
  return tasks.filter((task) => !isProtected(task));
}

/** UpdateTaskProtection: each task on its own; what cannot be protected is a failure of the call (1.3.5). */
export function updateTaskProtection(sim: Simulation, input: ProtectionUpdate): void {
  for (const name of input.tasks) {
    const task = sim.cluster.tasks.find((each) => each.name === name);
    const failure = failureOf(task, input);
    if (task === undefined || failure !== undefined) {
      refuse(sim, name, failure ?? 'MISSING');
      continue;
    }
    if (input.protectionEnabled) protect(sim, task, input.expiresInMinutes ?? DEFAULT_PROTECTION_MINUTES);
    else unprotect(sim, task, 'is no longer protected from scale-in');
  }
}

function failureOf(task: Task | undefined, { protectionEnabled }: ProtectionUpdate): string | undefined {
  if (task === undefined || !isActive(task)) return 'MISSING: no such task is running';
  const { service } = task;
  if (service === undefined) return 'TASK_NOT_VALID: only tasks of a service can be protected';
  if (!protectionEnabled || task.protectedUntil !== undefined) return undefined;
  const already = protectedTasks(service).length;
  if (already < service.desired) return undefined;
  return `DEPLOYMENT_BLOCKED: ${already} tasks are protected and the desired count is ${service.desired}`;
}

function refuse(sim: Simulation, task: string, failure: string): void {
  const entry: Entry = {
    at: sim.nowSeconds,
    type: 'task-protection',
    reason: failure.split(':')[0] ?? failure,
    message: `UpdateTaskProtection failed for ${task}: ${failure}.`,
  };
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}

function protect(sim: Simulation, task: Task, minutes: number): void {
  task.protectedUntil = sim.nowSeconds + minutes * 60;
  sim.queue.push(task.protectedUntil, EVENT.protection, task.index);
  recordTask(sim, task, 'task-protection', `${task.name} is protected from scale-in for ${minutes} min.`);
}

function unprotect(sim: Simulation, task: Task, say: string): void {
  task.protectedUntil = undefined;
  recordTask(sim, task, 'task-protection', `${task.name} ${say}.`);
  if (task.service) task.service.dirty = true;
}

/** Whether the timer still means something: protection was not renewed, and somebody waits for its end. */
export function awaitsProtectionEnd(task: Task | undefined, atSeconds: number): boolean {
  return task?.protectedUntil === atSeconds && isActive(task) && task.service?.steady === false;
}

/** The time is over. */
export function onProtectionEnd(sim: Simulation, task: Task | undefined): void {
  if (task?.protectedUntil === sim.nowSeconds && isActive(task))
    unprotect(sim, task, 'is protected no longer: the time is over');
}

function protectedTasks(service: Service): Task[] {
  return service.deployments.flatMap(({ tasks }) => [...tasks].filter((task) => task.protectedUntil !== undefined));
}

/**
 * 1.3.5: protection is all that keeps `held` tasks from stopping. Said once for each state of affairs; returns whether
 * it is so.
 */
export function reportProtection(sim: Simulation, service: Service, held: number): boolean {
  if (held <= 0) return false;
  sim.assumptions.add('A31');
  const complaint = `protected ${held}`;
  if (service.complaint === complaint) return true;
  service.complaint = complaint;
  const ends = Math.min(...protectedTasks(service).map(({ protectedUntil }) => protectedUntil ?? 0));
  const message = `was unable to reach steady state because ${sayUnderProtection(service)}: ${held} should stop, the first protection ends at ${ends} s.`;
  say(sim, service, 'scale-in-blocked', message);
  return true;
}

/** In the words of AWS's service events. */
export function sayUnderProtection(service: Service): string {
  const count = protectedTasks(service).length;
  return `(taskSet ecs-svc/${service.deployments[0]?.number}) was unable to scale in due to (reason ${count} tasks under protection)`;
}
