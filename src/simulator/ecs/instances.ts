import type { EntryType } from '../run.ts';
import { type Instance, isActive, touch } from './cluster.ts';
import { onTaskFailed } from './deployment/failures.ts';
import { onExit } from './lifecycle/stopped.ts';
import { type InstanceSpec, instanceMaker } from './make-instance.ts';
import type { Simulation } from './simulation.ts';
import { onStopped } from './task.ts';

/** An instance that registers with the cluster during the run. `name` must be new. The caller records why it came. */
export function addInstance(sim: Simulation, spec: InstanceSpec): Instance {
  const { cluster } = sim;
  const instance = instanceMaker(spec, cluster.trunking)(cluster.instances.length, spec.name);
  cluster.instances.push(instance);
  cluster.instanceByName.set(instance.name, instance);
  // Indexes over instances are as long as the list was: they are built anew.
  sim.indexes = new WeakMap();
  changed(sim, instance);
  return instance;
}

/** DRAINING: it takes no new tasks, and services replace what runs there inside their bounds (3.1.10). */
export function drainInstance(sim: Simulation, instance: Instance): void {
  instance.status = 'DRAINING';
  recordStatus(sim, instance, 'instance-draining', 'it takes no new tasks, and its service tasks are replaced');
}

/** Back from DRAINING (3.1.10): what still runs there stays, and the instance takes tasks again. */
export function activateInstance(sim: Simulation, instance: Instance): void {
  instance.status = 'ACTIVE';
  recordStatus(sim, instance, 'instance-active', 'it takes tasks again');
}

function recordStatus(sim: Simulation, instance: Instance, type: EntryType, say: string): void {
  changed(sim, instance);
  sim.timeline.record({
    at: sim.nowSeconds,
    type,
    instance: instance.name,
    availabilityZone: instance.availabilityZone,
    message: `${instance.name} is ${instance.status}: ${say}.`,
  });
  sim.lastSeconds = sim.nowSeconds;
}

/** The instance is gone, and its tasks with it, without SIGTERM. `code` is the stop code of the tasks. */
export function loseInstance(sim: Simulation, instance: Instance, code = 'InfrastructureHealth'): void {
  if (instance.status === 'GONE') return;
  if (!instance.fargate) recordLoss(sim, instance);
  removeInstance(sim, instance, code);
}

/** What is left of an instance that is gone: nothing. Its tasks end with it; the caller records why. */
export function removeInstance(sim: Simulation, instance: Instance, code = 'InfrastructureHealth'): void {
  instance.status = 'GONE';
  changed(sim, instance);
  for (const task of [...instance.tasks]) {
    if (isActive(task)) {
      onTaskFailed(sim, task, 'lost');
      onExit(sim, task, code);
    } else onStopped(sim, task);
  }
}

function recordLoss(sim: Simulation, instance: Instance): void {
  sim.timeline.record({
    at: sim.nowSeconds,
    type: 'instance-lost',
    instance: instance.name,
    availabilityZone: instance.availabilityZone,
    message: `${instance.name} is lost, with ${instance.tasks.size} task${instance.tasks.size === 1 ? '' : 's'}.`,
  });
  sim.lastSeconds = sim.nowSeconds;
}

/** Its status changed: services with tasks there look again, and so does whoever waits for a place. */
export function changed(sim: Simulation, instance: Instance): void {
  touch(sim.cluster, instance);
  sim.touchedInstances.add(instance);
  sim.capacityChanged = true;
  for (const { service } of instance.tasks) if (service) service.dirty = true;
}
