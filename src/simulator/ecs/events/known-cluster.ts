import type { Entry, Run, RunInput } from '../../run.ts';
import type { ClusterEvent } from '../../scenario/event-schema.ts';
import type { TaskDefinition } from '../../scenario/world-schema.ts';
import { buildCluster } from '../build-cluster.ts';
import type { Cluster, Instance, PortKey, TaskShape } from '../cluster.ts';
import { type InstanceSpec, instanceMaker } from '../make-instance.ts';
import { applyToTask, type KnownTask } from './known-task.ts';

/** A container instance as DescribeContainerInstances would show it right after an entry. */
export type KnownInstance = {
  instance: Instance;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  agentConnected: boolean;
  cpuUnits: number;
  memoryMib: number;
  ports: Set<PortKey>;
  version: number;
};

type Asked = NonNullable<ClusterEvent['runTask']>;

/** What AWS knows after some entries of a run. */
export class KnownCluster {
  readonly input: RunInput;
  readonly tasks = new Map<string, KnownTask>();
  readonly instances = new Map<string, KnownInstance>();
  readonly #cluster: Cluster;
  readonly #definitions: Map<string, TaskDefinition>;
  /** Service → task definition → number of its newest deployment with it. */
  readonly #deployments = new Map<string, Map<string, number>>();

  /** Service → unhealthy tasks that no new task made up for yet. */
  readonly #unhealthy = new Map<string, number>();

  /** The RunTask that an EventBridge rule called last, until somebody else calls one. */
  #ruleAsked: Asked | undefined;

  /** Services whose last failed deployment was ended by the circuit breaker. */
  readonly #broken = new Set<string>();

  constructor({ input }: Pick<Run, 'input'>) {
    this.input = input;
    this.#cluster = buildCluster(input.world);
    this.#definitions = new Map(input.world.taskDefinitions.map((d) => [`${d.family}:${d.revision ?? 1}`, d]));
    for (const instance of this.#cluster.instances) {
      const { registered, ports, agentConnected } = instance;
      const status = instance.status === 'DRAINING' ? 'DRAINING' : 'ACTIVE';
      this.instances.set(instance.name, {
        instance,
        status,
        agentConnected,
        ...registered,
        ports: new Set(ports),
        version: 1,
      });
    }
  }

  /** Takes over what an entry says; returns the task and the instance it speaks of. */
  apply(entry: Entry): { task?: KnownTask | undefined; instance?: KnownInstance | undefined } {
    this.#noteDeployment(entry);
    this.#noteRule(entry);
    this.#noteUnhealthy(entry);
    const instance = this.#instanceOf(entry);
    if (instance && entry.type === 'instance-draining') instance.status = 'DRAINING';
    if (instance && entry.type === 'instance-active') instance.status = 'ACTIVE';
    if (instance && (entry.type === 'instance-lost' || entry.type === 'instance-terminated')) {
      instance.status = 'INACTIVE';
      instance.agentConnected = false;
    }
    if (entry.task === undefined || entry.state === undefined) return { instance };
    if (entry.type === 'task-waiting' || (entry.type === 'task-placed' && !this.tasks.has(entry.task))) {
      this.#create(entry, entry.task);
    }
    const task = this.tasks.get(entry.task);
    if (task === undefined) return { instance };
    if (entry.type === 'task-placed') {
      task.instance = entry.instance;
      task.availabilityZone = entry.availabilityZone ?? '';
    }
    task.isWaiting = entry.type === 'task-waiting' || (task.isWaiting === true && task.instance === undefined);
    applyToTask(task, entry, this.input.world.images);
    if (instance && entry.type === 'task-placed') this.#reserve(instance, task, 1);
    if (instance && entry.type === 'task-stopped') this.#reserve(instance, task, -1);
    return { task, instance };
  }

  /** Whether the circuit breaker ended the last deployment of this service that failed. */
  isBreakers(service: string): boolean {
    return this.#broken.has(service);
  }

  shapeOf(task: KnownTask): TaskShape | undefined {
    return this.#cluster.shapes.get(task.taskDefinition);
  }

  /** A deployment replaces every task anyway, and a steady service has nothing to make up for. */
  #noteUnhealthy({ type, service = '' }: Entry): void {
    if (type === 'task-unhealthy') this.#unhealthy.set(service, (this.#unhealthy.get(service) ?? 0) + 1);
    if (type === 'deployment-started' || type === 'service-steady') this.#unhealthy.delete(service);
  }

  /** An instance of an Auto Scaling group is known from the first entry that names it as one of the cluster. */
  #instanceOf({ instance: name = '', availabilityZone = '', type }: Entry): KnownInstance | undefined {
    const found = this.instances.get(name);
    if (found || type === 'instance-launching' || type === 'instance-terminated') return found;
    const group = (this.input.world.autoScalingGroups ?? []).find((one) => one.autoScalingGroupName === groupOf(name));
    if (group === undefined) return undefined;
    const { instanceTypes, instanceType = instanceTypes?.[0], attributes, reservedMemory } = group;
    const spec: InstanceSpec = {
      name,
      availabilityZone,
      ...(instanceType === undefined ? {} : { instanceType }),
      ...(attributes ? { attributes } : {}),
      ...(reservedMemory === undefined ? {} : { reservedMemory }),
    };
    const instance = instanceMaker(spec, this.#cluster.trunking)(this.instances.size, name);
    const known: KnownInstance = {
      instance,
      status: 'ACTIVE',
      agentConnected: true,
      ...instance.registered,
      ports: new Set(instance.ports),
      version: type === 'instance-registered' ? 0 : 1,
    };
    this.instances.set(name, known);
    return known;
  }

  #noteRule({ rule, verb, input }: Entry): void {
    if (verb === undefined) return;
    this.#ruleAsked = rule === undefined ? undefined : (input as Asked);
  }

  #noteDeployment({ type, service, message }: Entry): void {
    if (service !== undefined && type === 'deployment-failed') {
      if (message.includes('circuit breaker')) this.#broken.add(service);
      else this.#broken.delete(service);
    }
    if (service === undefined || (type !== 'deployment-started' && type !== 'deployment-rolling-back')) return;
    const number = deploymentNumberIn(message);
    const definition = /begins: (\S+) replaces|\((\S+:\d+)\)\.$/.exec(message);
    const taskDefinition = definition?.[1] ?? definition?.[2];
    if (number === undefined || taskDefinition === undefined) return;
    const known = this.#deployments.get(service) ?? new Map<string, number>();
    known.set(taskDefinition, number);
    this.#deployments.set(service, known);
  }

  #create(entry: Entry, name: string): void {
    const { service, taskDefinition = '', instance, availabilityZone = '', at, state = 'PENDING' } = entry;
    const definition = this.#definitions.get(taskDefinition);
    if (definition === undefined) return;
    const unhealthy = this.#unhealthy.get(service ?? '') ?? 0;
    if (unhealthy > 0) this.#unhealthy.set(service ?? '', unhealthy - 1);
    const stands = state === 'RUNNING';
    const asked = service === undefined ? this.#askedFor(definition, taskDefinition, at) : undefined;
    const owner = this.input.world.services?.find(({ serviceName }) => serviceName === service);
    this.tasks.set(name, {
      name,
      service,
      deployment: this.#deployments.get(service ?? '')?.get(taskDefinition) ?? 1,
      definition,
      taskDefinition,
      group: service === undefined ? (asked?.group ?? `family:${definition.family}`) : `service:${service}`,
      network: owner?.networkConfiguration ?? asked?.networkConfiguration,
      instance,
      availabilityZone,
      lastStatus: state,
      desiredStatus: 'RUNNING',
      containers: definition.containerDefinitions.map(({ name: container, healthCheck }) => ({
        name: container,
        lastStatus: 'PENDING',
        ...(healthCheck ? { healthStatus: stands ? ('HEALTHY' as const) : ('UNKNOWN' as const) } : {}),
      })),
      bindings: [],
      createdAt: at,
      ...(unhealthy > 0 ? { replacesUnhealthy: true } : {}),
      version: 0,
    });
  }

  /** The RunTask or StartTask that a standalone task comes from: that of a rule, or of the scenario. */
  #askedFor({ family }: TaskDefinition, taskDefinition: string, at: number) {
    if (this.#ruleAsked !== undefined) return this.#ruleAsked;
    const asked = (this.input.events ?? []).findLast(({ at: then, runTask, startTask }) => {
      const named = (runTask ?? startTask)?.taskDefinition;
      return then === at && (named === taskDefinition || named === family);
    });
    return asked?.runTask ?? asked?.startTask;
  }

  #reserve(known: KnownInstance, task: KnownTask, sign: 1 | -1): void {
    const shape = this.#cluster.shapes.get(task.taskDefinition);
    if (shape === undefined) return;
    known.cpuUnits -= sign * shape.need.cpuUnits;
    known.memoryMib -= sign * shape.need.memoryMib;
    for (const port of shape.ports) {
      if (sign > 0) known.ports.add(port);
      else known.ports.delete(port);
    }
  }
}

/** `fleet` of `fleet-12`. */
function groupOf(instance: string): string {
  return instance.replace(/-\d{1,9}$/, '');
}

/** The number in `ecs-svc/2`, by which the entries of a run call a deployment of their service. */
export function deploymentNumberIn(message: string): number | undefined {
  const found = /ecs-svc\/(\d+)/.exec(message);
  return found ? Number(found[1]) : undefined;
}
