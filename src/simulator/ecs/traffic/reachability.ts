import type { SecurityGroup } from '../../scenario/load-world-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { Task } from '../cluster.ts';
import type { LoadBalancer } from '../load-balancing/target-group.ts';
import { groupsOf } from './routes.ts';

/**
 * Whether one of these security groups lets a load balancer in at a port (6/9). Rules without a source let anybody in.
 * Source: ECS developer guide, Application Load Balancer: instances have to allow the range of dynamic host ports.
 */
export function letsIn(groups: readonly SecurityGroup[], port: number, balancerGroups: readonly string[]): boolean {
  return groups.some(({ ipPermissions = [] }) =>
    ipPermissions.some(({ fromPort, toPort, ipRanges, userIdGroupPairs }) => {
      if (port < fromPort || port > toPort) return false;
      if (ipRanges === undefined && userIdGroupPairs === undefined) return true;
      return (
        (ipRanges ?? []).length > 0 || (userIdGroupPairs ?? []).some(({ groupId }) => balancerGroups.includes(groupId))
      );
    }),
  );
}

/** The port of a task that a target group sends to: its own for ip targets, the host's for instance targets (2.2). */
export function targetPort({ shape, dynamicPorts = [] }: Task, containerPort: number): number {
  if (shape.mappings.length === 0) return containerPort;
  let dynamic = 0;
  for (const mapping of shape.mappings) {
    const isHere = mapping.containerPort === containerPort;
    if (mapping.hostPort !== 0) {
      if (isHere) return mapping.hostPort;
    } else {
      const key = dynamicPorts[dynamic++];
      if (isHere) return key === undefined ? 0 : key >> 1;
    }
  }
  return containerPort;
}

/** Asks the security groups of the world; undefined where it has none, so that every port is open. */
export function reachability(world: World): ((task: Task, balancer: LoadBalancer) => boolean) | undefined {
  if (world.securityGroups === undefined) return undefined;
  const named = new Map(world.securityGroups.map((group) => [group.groupId, group]));
  const groupsNamed = (names: readonly string[]) => names.flatMap((name) => named.get(name) ?? []);
  const ofInstance = new Map<string, readonly string[]>();
  for (const { name, count = 1, securityGroups } of world.containerInstances) {
    for (let n = 1; n <= count; n++) if (securityGroups) ofInstance.set(`${name}-${n}`, securityGroups);
  }
  const ofTask = (task: Task): readonly string[] | undefined => {
    if (!task.shape.awsvpc) return ofInstance.get(task.instance.name);
    const spec = world.services?.find(({ serviceName }) => serviceName === task.service?.name);
    return spec?.networkConfiguration?.awsvpcConfiguration.securityGroups;
  };
  return (task, { group, containerPort }) => {
    const names = ofTask(task);
    if (names === undefined) return true;
    const balancer = world.loadBalancers?.find((candidate) => groupsOf(candidate).includes(group.name));
    return letsIn(groupsNamed(names), targetPort(task, containerPort), balancer?.securityGroups ?? []);
  };
}
