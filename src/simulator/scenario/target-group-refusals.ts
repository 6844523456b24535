import { type Refuse, refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import { duplicates, unknownName } from './names.ts';
import { definitionNamed } from './network-refusals.ts';
import type { TargetGroupSpec } from './target-group-schema.ts';
import type { Service, TaskDefinition, World } from './world-schema.ts';

const RANGES = {
  healthCheckIntervalSeconds: [5, 300],
  healthCheckTimeoutSeconds: [2, 120],
  healthyThresholdCount: [2, 10],
  unhealthyThresholdCount: [2, 10],
  deregistrationDelaySeconds: [0, 3600],
} as const;

/** A health check grace period is a whole number of seconds up to here (3.2). */
const MAX_GRACE_SECONDS = 2_147_483_647;

/** Target groups, and the services that name them (3.3). */
export function checkTargetGroups(world: World, faults: Fault[]): void {
  const groups = world.targetGroups ?? [];
  const names = groups.map(({ name }) => name);
  faults.push(...duplicates(names, (i) => ['world', 'targetGroups', i, 'name'], 'target group'));
  for (const [i, group] of groups.entries()) refuseGroup(group, refuseInto(faults, ['world', 'targetGroups', i]));
  for (const [s, service] of (world.services ?? []).entries()) {
    const path = ['world', 'services', s];
    refuseGrace(service, refuseInto(faults, path));
    const balancers = service.loadBalancers ?? [];
    if (balancers.length > 5) {
      refuseInto(faults, path)(['loadBalancers'], `${balancers.length} target groups`, 'a service takes at most 5');
    }
    for (const [b, { targetGroupArn, loadBalancerName }] of balancers.entries()) {
      if ((targetGroupArn === undefined) === (loadBalancerName === undefined)) {
        const message = 'needs a target group or a Classic Load Balancer; write targetGroupArn or loadBalancerName';
        faults.push({ path: [...path, 'loadBalancers', b], message });
      }
      if (targetGroupArn === undefined || names.includes(targetGroupArn)) continue;
      const message =
        names.length === 0
          ? 'the world has no target group; write one in targetGroups'
          : unknownName('target group', targetGroupArn, names);
      faults.push({ path: [...path, 'loadBalancers', b, 'targetGroupArn'], message });
    }
    const definition = definitionNamed(world, service.taskDefinition);
    if (definition) refuseBalancers(service, definition, groups, refuseInto(faults, path));
  }
}

/** UpdateService: the next definition has the container and the port that the target groups were told of. */
export function refuseNextTargets(
  update: { service: string; taskDefinition?: string | undefined },
  world: World,
  refuse: Refuse,
): void {
  const service = world.services?.find(({ serviceName }) => serviceName === update.service);
  if (service === undefined || update.taskDefinition === undefined) return;
  const definition = definitionNamed(world, update.taskDefinition);
  if (definition === undefined) return;
  const next = { ...service, taskDefinition: update.taskDefinition };
  refuseBalancers(next, definition, world.targetGroups ?? [], (_, what, why) => refuse(['taskDefinition'], what, why));
}

function refuseGroup(group: TargetGroupSpec, refuse: Refuse): void {
  for (const [field, [low, high]] of Object.entries(RANGES)) {
    const value = group[field as keyof typeof RANGES];
    if (value !== undefined && (value < low || value > high)) {
      refuse([field], `${field} ${value}`, `it is ${low} to ${high}`);
    }
  }
  const { healthCheckIntervalSeconds: interval = 30, healthCheckTimeoutSeconds: timeout = 5 } = group;
  if (timeout >= interval && interval >= 5) {
    const path =
      group.healthCheckTimeoutSeconds === undefined ? 'healthCheckIntervalSeconds' : 'healthCheckTimeoutSeconds';
    refuse([path], `healthCheckTimeoutSeconds ${timeout}`, `it is smaller than the interval, ${interval}`);
  }
}

function refuseGrace({ healthCheckGracePeriodSeconds: grace }: Service, refuse: Refuse): void {
  if (grace === undefined || (grace >= 0 && grace <= MAX_GRACE_SECONDS)) return;
  const why = `it is 0 to ${MAX_GRACE_SECONDS}`;
  refuse(['healthCheckGracePeriodSeconds'], `healthCheckGracePeriodSeconds ${grace}`, why);
}

function refuseBalancers(
  service: Service,
  definition: TaskDefinition,
  groups: readonly TargetGroupSpec[],
  refuse: Refuse,
): void {
  for (const [i, { targetGroupArn, containerName, containerPort }] of (service.loadBalancers ?? []).entries()) {
    const container = definition.containerDefinitions.find(({ name }) => name === containerName);
    const name = service.taskDefinition;
    if (container === undefined) {
      const why = `The container ${containerName} does not exist in the task definition ${name}`;
      refuse(['loadBalancers', i, 'containerName'], `container ${containerName}`, why);
    } else if (!(container.portMappings ?? []).some((mapping) => mapping.containerPort === containerPort)) {
      const why = `The container ${containerName} did not have a container port ${containerPort} defined`;
      refuse(['loadBalancers', i, 'containerPort'], `containerPort ${containerPort}`, why);
    }
    if (targetGroupArn === undefined) continue;
    const type = groups.find((group) => group.name === targetGroupArn)?.targetType ?? 'instance';
    const mode = definition.networkMode ?? 'bridge';
    if ((type === 'ip') === (mode === 'awsvpc') || !groups.some((group) => group.name === targetGroupArn)) continue;
    const why = `target type ${type} is incompatible with the ${mode} network mode of ${name}`;
    refuse(['loadBalancers', i, 'targetGroupArn'], `target group ${targetGroupArn}`, why);
  }
}
