import type { Json } from '../../run.ts';
import type { TaskShape } from '../cluster.ts';
import { type EventBridgeEvent, envelope, type Making } from './event-bridge.ts';
import { healthOf, type KnownContainer, type KnownTask } from './known-task.ts';
import type { Names } from './names.ts';

type Fields = { [field: string]: Json };

/** What a task event needs beside the task: `clock` turns a second of the run into AWS's time. */
export type TaskMaking = Making & {
  clock: (at: number) => string;
  shape: TaskShape;
  subnets: readonly { subnetId: string; availabilityZone: string }[];
};

/** `ECS Task State Change` (10/2), with the fields of AWS's examples in their order. Source: ecs_task_events.html. */
export function taskEvent(task: KnownTask, making: TaskMaking): EventBridgeEvent {
  const { names, shape, time } = making;
  const detail: Fields = {
    attachments: attachmentsOf(task, making),
    availabilityZone: task.availabilityZone,
    ...(task.capacityProvider === undefined ? {} : { capacityProviderName: task.capacityProvider }),
    clusterArn: names.clusterArn,
    connectivity: 'CONNECTED',
    connectivityAt: making.clock(task.createdAt),
    ...(task.instance === undefined ? {} : { containerInstanceArn: names.containerInstanceArn(task.instance) }),
    containers: task.containers.map((container) => containerOf(container, task, making)),
    cpu: String(shape.need.cpuUnits),
    createdAt: making.clock(task.createdAt),
    desiredStatus: task.desiredStatus,
    enableExecuteCommand: false,
    ...(isOnFargate(task) ? { ephemeralStorage: { sizeInGiB: storageOf(task) } } : {}),
    group: task.group,
    healthStatus: healthOf(task),
    launchType: isOnFargate(task) ? 'FARGATE' : 'EC2',
    lastStatus: task.lastStatus,
    memory: String(shape.need.memoryMib),
    overrides: { containerOverrides: task.containers.map(({ name }) => ({ name })) },
    ...(isOnFargate(task) ? { platformVersion: '1.4.0' } : {}),
    ...timesOf(task, making.clock),
    ...(task.service === undefined ? {} : { startedBy: names.deploymentId(task.service, task.deployment) }),
    ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
    taskArn: names.taskArn(task.name),
    taskDefinitionArn: names.taskDefinitionArn(task.taskDefinition),
    updatedAt: time,
    version: task.version,
  };
  return envelope(making, 'ECS Task State Change', names.taskArn(task.name), detail);
}

function isOnFargate({ instance, isWaiting }: KnownTask): boolean {
  return instance === undefined && isWaiting !== true;
}

const TIMES = ['pullStartedAt', 'pullStoppedAt', 'startedAt', 'stoppingAt', 'stoppedAt'] as const;

function timesOf(task: KnownTask, clock: (at: number) => string): Fields {
  return Object.fromEntries(
    TIMES.flatMap((field) => {
      const at = task[field];
      return at === undefined ? [] : [[field, clock(at)]];
    }),
  );
}

function containerOf(container: KnownContainer, task: KnownTask, { names }: Making): Fields {
  const definition = task.definition.containerDefinitions.find(({ name }) => name === container.name);
  const { cpu = 0, memory, memoryReservation } = definition ?? {};
  const mapped = (definition?.portMappings ?? []).map(({ containerPort }) => containerPort);
  const runs = container.lastStatus === 'RUNNING';
  return {
    containerArn: `${names.clusterArn.replace(':cluster/', ':container/')}/${names.taskId(task.name)}/${names.uuid('container', task.name, container.name)}`,
    cpu: String(cpu),
    ...(container.exitCode === undefined ? {} : { exitCode: container.exitCode }),
    ...(container.healthStatus === undefined ? {} : { healthStatus: container.healthStatus }),
    image: definition?.image ?? '',
    lastStatus: container.lastStatus,
    ...(memory === undefined ? {} : { memory: String(memory) }),
    ...(memoryReservation === undefined ? {} : { memoryReservation: String(memoryReservation) }),
    name: container.name,
    networkBindings: runs ? task.bindings.filter(({ containerPort }) => mapped.includes(containerPort)) : [],
    networkInterfaces: interfacesOf(task, names),
    ...(container.reason === undefined ? {} : { reason: container.reason }),
    ...(container.lastStatus === 'PENDING' ? {} : { runtimeId: names.hex(64, 'runtime', task.name, container.name) }),
    taskArn: names.taskArn(task.name),
  };
}

function interfacesOf(task: KnownTask, names: Names): Fields[] {
  if (task.definition.networkMode !== 'awsvpc' || task.lastStatus === 'PROVISIONING') return [];
  const attachmentId = names.uuid('attachment', task.name);
  return [{ attachmentId, privateIpv4Address: addressOf(task, names) }];
}

/** The network interface of an awsvpc task. Attaching takes no time here (A41), so ATTACHING is never seen. */
function attachmentsOf(task: KnownTask, { names, subnets }: TaskMaking): Fields[] {
  if (task.definition.networkMode !== 'awsvpc') return [];
  const id = names.uuid('attachment', task.name);
  const wanted = task.network?.awsvpcConfiguration.subnets ?? [];
  const here = subnets.find(
    ({ subnetId, availabilityZone }) => wanted.includes(subnetId) && availabilityZone === task.availabilityZone,
  );
  const subnet = here ? [{ name: 'subnetId', value: here.subnetId }] : [];
  if (task.lastStatus === 'PROVISIONING') return [{ id, type: 'eni', status: 'PRECREATED', details: subnet }];
  const details = [
    ...subnet,
    { name: 'networkInterfaceId', value: `eni-0${names.hex(16, 'eni', task.name)}` },
    { name: 'macAddress', value: macOf(task, names) },
    { name: 'privateIPv4Address', value: addressOf(task, names) },
  ];
  const gone = task.lastStatus === 'DEPROVISIONING' || task.lastStatus === 'STOPPED';
  return [{ id, type: 'eni', status: gone ? 'DELETED' : 'ATTACHED', details }];
}

/** An address of 10.0.0.0/16; two tasks may get the same one, which means nothing here. */
function addressOf(task: KnownTask, names: Names): string {
  const [third = 0, fourth = 0] = (names.hex(4, 'address', task.name).match(/../g) ?? []).map((h) =>
    Number.parseInt(h, 16),
  );
  return `10.0.${third}.${fourth}`;
}

function macOf(task: KnownTask, names: Names): string {
  return ['02', ...(names.hex(10, 'mac', task.name).match(/../g) ?? [])].join(':');
}

/** Fargate tasks have 20 GiB unless their definition asks for more. */
function storageOf({ definition }: KnownTask): number {
  return definition.ephemeralStorage?.sizeInGiB ?? 20;
}
