import { type Refuse, refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import { duplicates, unknownName } from './names.ts';
import { definitionNamed } from './network-refusals.ts';
import type { TargetGroupSpec } from './target-group-schema.ts';
import { refuseLoadBalancers, refuseUnshiftable } from './traffic-shift-refusals.ts';
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
    refuseLoadBalancers(service, refuseInto(faults, path));
    refuseUnshiftable(service, refuseInto(faults, path));
    const balancers = service.loadBalancers ?? [];
    for (const [b, { targetGroupArn, loadBalancerName, advancedConfiguration }] of balancers.entries()) {
      if ((targetGroupArn === undefined) === (loadBalancerName === undefined)) {
        const message = 'needs a target group or a Classic Load Balancer; write targetGroupArn or loadBalancerName';
        faults.push({ path: [...path, 'loadBalancers', b], message });
      }
      const named = {
        targetGroupArn,
        'advancedConfiguration.alternateTargetGroupArn': advancedConfiguration?.alternateTargetGroupArn,
      };
      for (const [field, name] of Object.entries(named)) {
        if (name === undefined || names.includes(name)) continue;
        const message =
          names.length === 0
            ? 'the world has no target group; write one in targetGroups'
            : unknownName('target group', name, names);
        faults.push({ path: [...path, 'loadBalancers', b, ...field.split('.')], message });
      }
    }
    const definition = definitionNamed(world, service.taskDefinition);
    if (definition) refuseBalancers(service, definition, groups, refuseInto(faults, path));
  }
}

/** UpdateService: the next definition has the container and the port that the target groups were told of. */
export function refuseNextTargets(next: Service, world: World, refuse: Refuse): void {
  const definition = definitionNamed(world, next.taskDefinition);
  if (definition === undefined) return;
  refuseBalancers(next, definition, world.targetGroups ?? [], (_, what, why) => refuse(['taskDefinition'], what, why));
}

function refuseGroup(group: TargetGroupSpec, refuse: Refuse): void {
  for (const [field, [low, high]] of Object.entries(RANGES)) {
    const value = group[field as keyof typeof RANGES];
    if (value !== undefined && (value < low || value > high)) {
      refuse([field], `${field} ${value}`, `it is ${low} to ${high}`);
    }
  }
  const isGeneve = group.protocol === 'GENEVE';
  const { healthCheckIntervalSeconds: interval = isGeneve ? 10 : 30, healthCheckTimeoutSeconds: timeout = 5 } = group;
  if (timeout >= interval + (isGeneve ? 1 : 0) && interval >= 5) {
    const path =
      group.healthCheckTimeoutSeconds === undefined ? 'healthCheckIntervalSeconds' : 'healthCheckTimeoutSeconds';
    refuse(
      [path],
      `healthCheckTimeoutSeconds ${timeout}`,
      `it is ${isGeneve ? 'at most' : 'smaller than'} the interval, ${interval}`,
    );
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
  for (const [i, balancer] of (service.loadBalancers ?? []).entries()) {
    const { targetGroupArn, advancedConfiguration, containerName, containerPort } = balancer;
    const container = definition.containerDefinitions.find(({ name }) => name === containerName);
    const name = service.taskDefinition;
    if (container === undefined) {
      const why = `The container ${containerName} does not exist in the task definition ${name}`;
      refuse(['loadBalancers', i, 'containerName'], `container ${containerName}`, why);
    } else if (!(container.portMappings ?? []).some((mapping) => mapping.containerPort === containerPort)) {
      const why = `The container ${containerName} did not have a container port ${containerPort} defined`;
      refuse(['loadBalancers', i, 'containerPort'], `containerPort ${containerPort}`, why);
    }
    const mode = definition.networkMode ?? 'bridge';
    for (const group of groups) {
      if (group.name !== targetGroupArn && group.name !== advancedConfiguration?.alternateTargetGroupArn) continue;
      const type = group.targetType ?? 'instance';
      if ((type === 'ip') === (mode === 'awsvpc')) continue;
      const why = `target type ${type} is incompatible with the ${mode} network mode of ${name}`;
      const field =
        group.name === targetGroupArn ? ['targetGroupArn'] : ['advancedConfiguration', 'alternateTargetGroupArn'];
      refuse(['loadBalancers', i, ...field], `target group ${group.name}`, why);
    }
  }
}
