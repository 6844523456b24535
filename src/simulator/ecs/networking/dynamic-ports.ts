import type { NetworkBinding } from '../../run.ts';
import type { TaskDefinition } from '../../scenario/world-schema.ts';
import type { Instance, PortKey, Task } from '../cluster.ts';
import { dynamicPortRange, KERNEL_PORT_RANGE, type PortRange } from './ports.ts';

/** A port mapping in bridge mode; hostPort 0 asks for a dynamic one. */
export type PortMapping = { containerPort: number; hostPort: number; protocol: 'tcp' | 'udp' };

/** Dynamic host ports of an instance: the range, where the search goes on, and what is taken. */
export type DynamicPorts = { range: PortRange; next: number; taken: Set<PortKey> };

/** Ports of an instance that nobody uses yet: of the range that its agent was told, else of the kernel's (2.2). */
export function dynamicPortsOf(configured: string | undefined): DynamicPorts {
  const [first = 0, last = 0] = (configured ?? '').split('-').map(Number);
  const range = dynamicPortRange({
    operatingSystem: 'LINUX',
    configured: configured === undefined ? undefined : { first, last },
    kernel: KERNEL_PORT_RANGE,
  });
  return { range, next: range.first, taken: new Set() };
}

/** Mappings that become bindings of the host: those of bridge mode. */
export function bridgeMappings({ networkMode = 'bridge', containerDefinitions }: TaskDefinition): PortMapping[] {
  if (networkMode !== 'bridge') return [];
  return containerDefinitions.flatMap(({ portMappings = [] }) =>
    portMappings.map(({ containerPort, hostPort = 0, protocol = 'tcp' }) => ({ containerPort, hostPort, protocol })),
  );
}

/**
 * Gives the task its host ports when its containers run: static ones as they are, dynamic ones the next free port of the
 * range upwards, from the beginning again after the last (2.2, A34).
 */
export function bindPorts(task: Task): NetworkBinding[] {
  const { instance } = task;
  const taken: PortKey[] = [];
  const bindings = task.shape.mappings.map(({ containerPort, hostPort, protocol }): NetworkBinding => {
    const port = hostPort === 0 ? takeNext(instance, protocol, taken) : hostPort;
    return { bindIP: '0.0.0.0', containerPort, hostPort: port, protocol };
  });
  if (taken.length > 0) task.dynamicPorts = taken;
  return bindings;
}

function takeNext({ ports, dynamicPorts }: Instance, protocol: 'tcp' | 'udp', mine: PortKey[]): number {
  const { range, taken } = dynamicPorts;
  for (let tries = range.last - range.first; tries >= 0; tries--) {
    const port = dynamicPorts.next;
    dynamicPorts.next = port === range.last ? range.first : port + 1;
    const key = port * 2 + (protocol === 'udp' ? 1 : 0);
    if (ports.has(key) || taken.has(key)) continue;
    taken.add(key);
    mine.push(key);
    return port;
  }
  return 0;
}

/** The task is STOPPED: others may have its ports. */
export function freeDynamicPorts({ instance, dynamicPorts }: Task): void {
  if (dynamicPorts) for (const port of dynamicPorts) instance.dynamicPorts.taken.delete(port);
}
