import type { Json } from '../../run.ts';
import type { PortKey } from '../cluster.ts';
import { type EventBridgeEvent, envelope, type Making } from './event-bridge.ts';
import type { KnownInstance } from './known-cluster.ts';

/** `ECS Container Instance State Change` (10/1), with AWS's fields. Source: ecs_container_instance_events.html. */
export function instanceEvent(known: KnownInstance, making: Making): EventBridgeEvent {
  const { instance } = known;
  const { names, time } = making;
  const arn = names.containerInstanceArn(instance.name);
  return envelope(making, 'ECS Container Instance State Change', arn, {
    agentConnected: known.agentConnected,
    attributes: Object.entries(instance.attributes).map(
      ([name, value]): Json => (value === '' ? { name } : { name, value }),
    ),
    clusterArn: names.clusterArn,
    containerInstanceArn: arn,
    ec2InstanceId: names.ec2InstanceId(instance.name),
    registeredResources: resources(instance.registered.cpuUnits, instance.registered.memoryMib, instance.ports),
    remainingResources: resources(known.cpuUnits, known.memoryMib, known.ports),
    status: known.status,
    version: known.version,
    ...(instance.agentVersion === undefined ? {} : { versionInfo: { agentVersion: instance.agentVersion } }),
    updatedAt: time,
  });
}

/** As AWS lists them: PORTS and PORTS_UDP name the host ports that are taken, not those that are left. */
function resources(cpuUnits: number, memoryMib: number, ports: ReadonlySet<PortKey>): Json {
  const taken = (udp: 0 | 1) =>
    [...ports]
      .filter((key) => key % 2 === udp)
      .sort((a, b) => a - b)
      .map((key) => String((key - udp) / 2));
  return [
    { name: 'CPU', type: 'INTEGER', integerValue: cpuUnits },
    { name: 'MEMORY', type: 'INTEGER', integerValue: memoryMib },
    { name: 'PORTS', type: 'STRINGSET', stringSetValue: taken(0) },
    { name: 'PORTS_UDP', type: 'STRINGSET', stringSetValue: taken(1) },
  ];
}
