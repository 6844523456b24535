import type { Instance } from '../cluster.ts';
import { dynamicPortsOf } from '../networking/dynamic-ports.ts';
import { TASK_ENI } from '../placement/rules/attribute.ts';

/**
 * Fargate in each zone, as placement sees it: room without end for awsvpc tasks, so that only zones decide and tasks
 * are spread over them (1.1.4). `firstIndex` comes after all instances.
 */
export function fargatePlaces(zones: readonly string[], firstIndex: number): Instance[] {
  const endless = { cpuUnits: Number.POSITIVE_INFINITY, memoryMib: Number.POSITIVE_INFINITY };
  return zones.map((availabilityZone, i) => ({
    index: firstIndex + i,
    name: `Fargate in ${availabilityZone}`,
    availabilityZone,
    attributes: { 'ecs.availability-zone': availabilityZone, [TASK_ENI]: '' },
    registered: endless,
    free: { ...endless },
    ports: new Set(),
    dynamicPorts: dynamicPortsOf(undefined),
    gpus: { registered: 0, free: 0 },
    interfaces: { limit: Number.POSITIVE_INFINITY, free: Number.POSITIVE_INFINITY },
    status: 'ACTIVE',
    agentConnected: true,
    agentVersion: undefined,
    registeredAt: undefined,
    fargate: true,
    tasks: new Set(),
  }));
}
