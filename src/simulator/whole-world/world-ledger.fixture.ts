import { needOf } from '../ecs/build-cluster.ts';
import { INSTANCE_TYPES, registeredResources } from '../ecs/instance-types.ts';
import { awsvpcTaskLimit } from '../ecs/networking/eni-limits.ts';
import type { Entry, Run } from '../run.ts';

/** An instance as the entries tell of it. `isOpen`: it takes tasks. */
export type LedgerInstance = {
  cpu: number;
  memory: number;
  zone: string;
  interfaces: number;
  isOpen: boolean;
  tasks: Set<string>;
};

export type LedgerTask = { name: string; service: string; taskDefinition: string; instance: string };

/** What a task of a definition takes of its instance. */
export type Needs = { cpu: number; memory: number; interfaces: number; ports: number[] };

const CLOSED: readonly Entry['type'][] = [
  'instance-draining',
  'instance-lost',
  'instance-terminating',
  'instance-terminated',
];

/** The books of a cluster, kept from the entries and the written world alone. */
export class Ledger {
  readonly instances = new Map<string, LedgerInstance>();
  readonly tasks = new Map<string, LedgerTask>();
  readonly needs: Map<string, Needs>;

  constructor({ input: { world } }: Run) {
    this.needs = new Map(
      world.taskDefinitions.map((definition) => {
        const { cpuUnits, memoryMib } = needOf(definition);
        const ports = definition.containerDefinitions.flatMap(({ portMappings = [] }) =>
          portMappings.flatMap(({ hostPort = 0 }) => (hostPort > 0 ? [hostPort] : [])),
        );
        const interfaces = definition.networkMode === 'awsvpc' ? 1 : 0;
        return [
          `${definition.family}:${definition.revision ?? 1}`,
          { cpu: cpuUnits, memory: memoryMib, interfaces, ports: interfaces === 1 ? [] : ports },
        ];
      }),
    );
    for (const { name, count = 1, instanceType = '', availabilityZone = '' } of world.containerInstances) {
      for (let n = 1; n <= count; n++) this.#stand(`${name}-${n}`, instanceType, availabilityZone);
    }
  }

  /** What is reserved on an instance, and the ports that are taken more than once. */
  reserved(instance: LedgerInstance): Needs {
    const sum: Needs = { cpu: 0, memory: 0, interfaces: 0, ports: [] };
    for (const name of instance.tasks) {
      const needs = this.needs.get(this.tasks.get(name)?.taskDefinition ?? '');
      if (needs === undefined) continue;
      sum.cpu += needs.cpu;
      sum.memory += needs.memory;
      sum.interfaces += needs.interfaces;
      sum.ports.push(...needs.ports);
    }
    return sum;
  }

  post(entry: Entry): void {
    const { type, instance = '', task, availabilityZone = '' } = entry;
    if (type === 'instance-registered' || type === 'instance-stands') {
      this.#stand(instance, entry.instanceType ?? '', availabilityZone, entry.registered);
    }
    const known = this.instances.get(instance);
    if (known && type === 'instance-active') known.isOpen = true;
    if (known && CLOSED.includes(type)) known.isOpen = false;
    if (task === undefined) return;
    if (type === 'task-placed') {
      const { service = '', taskDefinition = '' } = entry;
      this.tasks.set(task, { name: task, service, taskDefinition, instance });
      known?.tasks.add(task);
    }
    if (type === 'task-stopped') {
      known?.tasks.delete(task);
      this.tasks.delete(task);
    }
  }

  #stand(name: string, instanceType: string, zone: string, registered?: { cpu: number; memory: number }): void {
    const type = INSTANCE_TYPES.get(instanceType);
    const size = type ? registeredResources(type) : { cpuUnits: 0, memoryMib: 0 };
    const { cpu, memory } = registered ?? { cpu: size.cpuUnits, memory: size.memoryMib };
    const interfaces = awsvpcTaskLimit(instanceType, { trunking: false }) ?? 0;
    const tasks = this.instances.get(name)?.tasks ?? new Set();
    this.instances.set(name, { cpu, memory, zone, interfaces, isOpen: true, tasks });
  }
}
