import { needOf, zonesOf } from './ecs/build-cluster.ts';
import { INSTANCE_TYPES, registeredResources } from './ecs/instance-types.ts';
import type { Run, RunInput, TaskState } from './run.ts';

/** A task at one moment. Amounts are what it reserves: CPU units and MiB. */
export type TaskAt = {
  id: string;
  service?: string;
  taskDefinition: string;
  /** Undefined for a Fargate task: it has a zone only. */
  instance?: string;
  availabilityZone: string;
  state: TaskState;
  healthy: boolean;
  cpu: number;
  memory: number;
};

/** An instance at one moment: what it registered, what is reserved, and the tasks on it in order of placement. */
export type InstanceAt = {
  id: string;
  availabilityZone: string;
  status: 'ACTIVE' | 'DRAINING' | 'GONE';
  cpu: { registered: number; reserved: number };
  memory: { registered: number; reserved: number };
  tasks: string[];
};

export type StateAt = { tasks: TaskAt[]; instances: InstanceAt[] };

const LOST_HEALTH: readonly string[] = ['task-unhealthy', 'task-health-lost'];

/** The cluster right after an entry (-1: before the first), folded from the entries up to it. STOPPED tasks are left out. */
export function stateAt(run: Run, entryIndex: number): StateAt {
  const instances = new Map(instancesOf(run.input.world).map((instance) => [instance.id, instance]));
  const tasks = new Map<string, TaskAt>();
  const needs = new Map(
    run.input.world.taskDefinitions.map((task) => [`${task.family}:${task.revision ?? 1}`, needOf(task)]),
  );
  for (const entry of run.entries.slice(0, entryIndex + 1)) {
    const instance = instances.get(entry.instance ?? '');
    if (entry.type === 'instance-draining' && instance) instance.status = 'DRAINING';
    if (entry.type === 'instance-active' && instance) instance.status = 'ACTIVE';
    if (entry.type === 'instance-lost' && instance) instance.status = 'GONE';
    if (entry.task === undefined || entry.state === undefined) continue;
    if (entry.type === 'task-placed') {
      const need = needs.get(entry.taskDefinition ?? '');
      const task: TaskAt = {
        id: entry.task,
        taskDefinition: entry.taskDefinition ?? '',
        availabilityZone: entry.availabilityZone ?? '',
        state: entry.state,
        healthy: entry.state === 'RUNNING',
        cpu: need?.cpuUnits ?? 0,
        memory: need?.memoryMib ?? 0,
      };
      if (entry.service !== undefined) task.service = entry.service;
      if (entry.instance !== undefined) task.instance = entry.instance;
      tasks.set(task.id, task);
      continue;
    }
    const task = tasks.get(entry.task);
    if (task === undefined) continue;
    task.state = entry.state;
    if (entry.type === 'task-healthy') task.healthy = true;
    else if (entry.state !== 'RUNNING' || LOST_HEALTH.includes(entry.type)) task.healthy = false;
    if (task.state === 'STOPPED') tasks.delete(task.id);
  }
  for (const task of tasks.values()) {
    const instance = instances.get(task.instance ?? '');
    if (instance === undefined) continue;
    instance.tasks.push(task.id);
    instance.cpu.reserved += task.cpu;
    instance.memory.reserved += task.memory;
  }
  return { tasks: [...tasks.values()], instances: [...instances.values()] };
}

/** Every instance of a world, empty, in the order of the cluster. */
function instancesOf(world: RunInput['world']): InstanceAt[] {
  const firstZone = zonesOf(world)[0] ?? 'zone';
  return world.containerInstances.flatMap((group) => {
    const type = INSTANCE_TYPES.get(group.instanceType ?? '');
    const size = type ? registeredResources(type) : { cpuUnits: group.cpu ?? 0, memoryMib: group.memory ?? 0 };
    return Array.from({ length: group.count ?? 1 }, (_, i) => ({
      id: `${group.name}-${i + 1}`,
      availabilityZone: group.availabilityZone ?? firstZone,
      status: group.status ?? 'ACTIVE',
      cpu: { registered: size.cpuUnits, reserved: 0 },
      memory: { registered: size.memoryMib - (group.reservedMemory ?? 0), reserved: 0 },
      tasks: [],
    }));
  });
}
