import { giveBack, take } from '../kernel/resources.ts';
import { type Cluster, countAt, type Instance, type Task, touch } from './cluster.ts';
import { freeDynamicPorts } from './networking/dynamic-ports.ts';

function add(counts: number[], instance: Instance, amount: number): void {
  counts[instance.index] = countAt(counts, instance) + amount;
}

/** Puts a task on its instance: CPU, memory and ports are reserved from this moment (2.1.3, 2.2). */
export function occupy(cluster: Cluster, task: Task): void {
  const { instance, shape } = task;
  take(instance.free, shape.need);
  for (const port of shape.ports) instance.ports.add(port);
  if (shape.awsvpc) instance.interfaces.free--;
  instance.gpus.free -= shape.gpus;
  instance.tasks.add(task);
  add(task.group.active, instance, 1);
  touch(cluster, instance);
}

/** A task that waited takes its place on an instance. */
export function moveTask(cluster: Cluster, task: Task, instance: Instance): void {
  add(task.group.active, task.instance, -1);
  release(cluster, task);
  task.instance = instance;
  occupy(cluster, task);
}

/** The task leaves RUNNING: it keeps its resources but no longer counts for spread. */
export function leaveActive(cluster: Cluster, task: Task): void {
  add(task.group.active, task.instance, -1);
  task.deployment?.tasks.delete(task);
  touch(cluster, task.instance);
}

/** The task is STOPPED: its resources and ports are free again. */
export function release(cluster: Cluster, task: Task): void {
  const { instance, shape } = task;
  giveBack(instance.free, shape.need);
  for (const port of shape.ports) instance.ports.delete(port);
  if (shape.awsvpc) instance.interfaces.free++;
  instance.gpus.free += shape.gpus;
  freeDynamicPorts(task);
  instance.tasks.delete(task);
  touch(cluster, instance);
}
