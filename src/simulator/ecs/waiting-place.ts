import type { Instance, Task } from './cluster.ts';
import { touched } from './lifecycle/task-entries.ts';
import { dynamicPortsOf } from './networking/dynamic-ports.ts';
import { moveTask } from './occupancy.ts';
import { admits, decide } from './placement/place.ts';
import { choose } from './placement/place-task.ts';
import type { Simulation } from './simulation.ts';
import { startTask } from './task.ts';

/** Above every index of an instance or of Fargate. */
const FIRST_INDEX = 2_000_000;

/**
 * Where tasks of a capacity provider wait in PROVISIONING while no instance has room (5.2.10): no instance at all, but a
 * place without end, so that a waiting task is counted, stopped and explained like any other. `order` tells several apart.
 */
export function waitingPlace(capacityProvider: string, order: number): Instance {
  const endless = { cpuUnits: Number.POSITIVE_INFINITY, memoryMib: Number.POSITIVE_INFINITY };
  return {
    index: FIRST_INDEX + order,
    name: `capacity provider ${capacityProvider}`,
    availabilityZone: '',
    attributes: {},
    registered: endless,
    free: { ...endless },
    ports: new Set(),
    dynamicPorts: dynamicPortsOf(undefined),
    gpus: { registered: Number.POSITIVE_INFINITY, free: Number.POSITIVE_INFINITY },
    interfaces: { limit: Number.POSITIVE_INFINITY, free: Number.POSITIVE_INFINITY },
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: undefined,
    registeredAt: undefined,
    waiting: true,
    capacityProvider,
    tasks: new Set(),
  };
}

/** The tasks that wait at a place, oldest first. */
export function waitingTasks(place: Instance): Task[] {
  return [...place.tasks];
}

/**
 * Places a waiting task if an instance takes it now: it leaves the waiting place and starts. `on` is asked first, where
 * an instance came for this task. Returns whether it did.
 */
export function placeWaiting(sim: Simulation, task: Task, on?: Instance): boolean {
  const request = task.waitsFor;
  // It may have been told to stop while it waited.
  if (request === undefined || task.state !== 'PROVISIONING') return false;
  const instance = on && admits(on, request) ? on : choose(sim, request);
  sim.spent++;
  if (instance === undefined) return false;
  const entry = sim.timeline.entries.length;
  if (sim.wantsDecision(entry)) sim.decisions.set(entry, decide(sim.cluster, { request, chosen: instance }));
  moveTask(sim.cluster, task, instance);
  delete task.waitsFor;
  if (!task.shape.awsvpc) task.state = 'PENDING';
  startTask(sim, task);
  touched(sim, task);
  return true;
}
