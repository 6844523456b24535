import type { Entry } from '../../run.ts';
import { isRealInstance, type Task } from '../cluster.ts';
import { bindPorts } from '../networking/dynamic-ports.ts';
import type { Simulation } from '../simulation.ts';

/** Records an entry of a task, with the state it is in now. */
export function recordTask(
  sim: Simulation,
  task: Task,
  type: Entry['type'],
  message: string,
  more: Partial<Entry> = {},
): void {
  const entry: Entry = { at: sim.nowSeconds, type, message };
  if (task.service) entry.service = task.service.name;
  entry.task = task.name;
  entry.taskDefinition = task.shape.name;
  if (isRealInstance(task.instance)) entry.instance = task.instance.name;
  if (!task.instance.waiting) entry.availabilityZone = task.instance.availabilityZone;
  if (task.capacityProvider !== undefined) entry.capacityProvider = task.capacityProvider;
  entry.state = task.state;
  const runs = type === 'task-running' || (type === 'task-placed' && task.state === 'RUNNING');
  if (runs && task.shape.mappings.length > 0) entry.networkBindings = bindPorts(task);
  Object.assign(entry, more);
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}

/** The task's service looks again, and the metrics of both are read when the second ends. */
export function touched(sim: Simulation, task: Task): void {
  sim.touchedInstances.add(task.instance);
  if (task.service === undefined) return;
  task.service.dirty = true;
  sim.touchedServices.add(task.service);
}
