import type { ContainerInstances } from '../scenario/world-schema.ts';
import type { Instance } from './cluster.ts';
import { architectureOf, INSTANCE_TYPES, registeredResources } from './instance-types.ts';
import { dynamicPortsOf } from './networking/dynamic-ports.ts';
import { awsvpcTaskLimit } from './networking/eni-limits.ts';
import { portKey, RESERVED_TCP_PORTS } from './networking/ports.ts';
import { readTimestamp } from './placement/query-subjects.ts';
import { EXTERNAL, TASK_ENI } from './placement/rules/attribute.ts';

export const ZONE = 'ecs.availability-zone';

/** What a group of instances says of each of them; `name` is the instance's own. */
export type InstanceSpec = Omit<ContainerInstances, 'count'> & {
  availabilityZone: string;
  /** The Auto Scaling group that it belongs to. */
  autoScalingGroup?: string;
  /** The capacity provider whose tasks it takes. */
  capacityProvider?: string;
};

/** The attributes and sizes that all instances of a spec share; several may be made from them. */
export function instanceMaker(spec: InstanceSpec, trunking: boolean): (index: number, name: string) => Instance {
  const type = INSTANCE_TYPES.get(spec.instanceType ?? '');
  const { cpu = 0, memory = 0 } = spec.registeredResources ?? spec;
  const size = type && !spec.registeredResources ? registeredResources(type) : { cpuUnits: cpu, memoryMib: memory };
  const registered = { ...size, memoryMib: size.memoryMib - (spec.reservedMemory ?? 0) };
  const { availabilityZone } = spec;
  const attributes = {
    [ZONE]: availabilityZone,
    'ecs.os-type': 'linux',
    'ecs.os-family': 'LINUX',
    ...(spec.instanceType === undefined
      ? {}
      : { 'ecs.instance-type': spec.instanceType, 'ecs.cpu-architecture': architectureOf(spec.instanceType) }),
    ...(spec.taskEni === false || spec.external ? {} : { [TASK_ENI]: '' }),
    ...(spec.external ? { [EXTERNAL]: '' } : {}),
    ...spec.attributes,
  };
  const limit = awsvpcTaskLimit(spec.instanceType ?? '', { trunking }) ?? Number.POSITIVE_INFINITY;
  return (index, name) => ({
    index,
    name,
    availabilityZone,
    attributes,
    registered,
    free: { ...registered },
    ports: new Set(RESERVED_TCP_PORTS.map((port) => portKey(port, 'tcp'))),
    dynamicPorts: dynamicPortsOf(spec.dynamicHostPortRange),
    gpus: { registered: spec.gpus ?? 0, free: spec.gpus ?? 0 },
    interfaces: { limit, free: limit },
    status: spec.status ?? 'ACTIVE',
    agentConnected: spec.agentConnected ?? true,
    agentVersion: spec.agentVersion,
    registeredAt: spec.registeredAt === undefined ? undefined : readTimestamp(spec.registeredAt),
    tasks: new Set(),
    ...(spec.autoScalingGroup === undefined ? {} : { autoScalingGroup: spec.autoScalingGroup }),
    ...(spec.capacityProvider === undefined ? {} : { capacityProvider: spec.capacityProvider }),
  });
}
