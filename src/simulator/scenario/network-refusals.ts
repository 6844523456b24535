import { type FargateTaskSpec, fargateRefusals } from '../ecs/fargate/fargate-refusals.ts';
import type { Refuse } from './aws-refusals.ts';
import { refuseExternal } from './external-refusals.ts';
import { quote } from './fault.ts';
import { unknownName } from './names.ts';
import type { NetworkConfiguration } from './network-schema.ts';
import { launchTypeOf } from './strategy-of.ts';
import type { CapacityProviderStrategy } from './strategy-schema.ts';
import type { Service, TaskDefinition, World } from './world-schema.ts';

/** What a service or RunTask asks of the network and of the capacity its tasks run on. */
export type LaunchAsk = {
  networkConfiguration?: NetworkConfiguration | undefined;
  launchType?: 'EC2' | 'FARGATE' | 'EXTERNAL' | undefined;
  loadBalancers?: readonly unknown[] | undefined;
  serviceConnectConfiguration?: { enabled: boolean } | undefined;
  capacityProviderStrategy?: CapacityProviderStrategy | undefined;
  platformVersion?: string | undefined;
  schedulingStrategy?: string | undefined;
  placementStrategy?: readonly unknown[] | undefined;
  placementConstraints?: readonly unknown[] | undefined;
};

/** What CreateService and RunTask refuse of launch type and network. */
export function refuseLaunch(asked: LaunchAsk, name: string, world: World, refuse: Refuse): void {
  const ask = { ...asked, launchType: launchTypeOf(asked, world) };
  refuseNetwork(ask, name, world, refuse);
  const definition = definitionNamed(world, name);
  const constraints = (ask.placementConstraints ?? []).length;
  const total = constraints + (definition?.placementConstraints ?? []).length;
  if (constraints > 0 && constraints <= 10 && total > 10) {
    refuse(
      ['placementConstraints'],
      `${total} placement constraints`,
      'a task takes at most 10, with those of its definition',
    );
  }
  if (ask.launchType !== 'FARGATE') {
    if (ask.launchType === 'EXTERNAL') refuseExternal(ask, definition, refuse);
    const why = `The platform version must be null when specifying an ${ask.launchType} launch type.`;
    if (ask.platformVersion !== undefined) refuse(['platformVersion'], `platformVersion ${ask.platformVersion}`, why);
    return;
  }
  if (definition !== undefined && !definition.requiresCompatibilities?.includes('FARGATE')) {
    const path = asked.launchType === undefined ? [] : ['launchType'];
    refuse(path, `launchType FARGATE for ${name}`, 'Task definition does not support launch_type FARGATE.');
  }
  if (ask.platformVersion === '1.3.0' && (definition?.cpu ?? 0) >= 8192) {
    refuse(['platformVersion'], 'platformVersion 1.3.0', '8 vCPU and more need platform version 1.4.0 or later');
  }
  if (ask.schedulingStrategy === 'DAEMON') {
    refuse(['schedulingStrategy'], 'schedulingStrategy DAEMON', 'Fargate tasks do not support it');
  }
  if ((ask.placementStrategy ?? []).length > 0) {
    const why = 'Placement strategies are not supported with FARGATE launch type.';
    refuse(['placementStrategy'], 'placementStrategy', why);
  }
  if ((ask.placementConstraints ?? []).length > 0) {
    const why = 'Placement constraints are not supported with FARGATE launch type.';
    refuse(['placementConstraints'], 'placementConstraints', why);
  }
}

/** UpdateService: the task definition fits the network and the launch type that the service has from then on. */
export function refuseNextDefinition(next: Service, world: World, refuse: Refuse): void {
  const { networkConfiguration, launchType, platformVersion, capacityProviderStrategy } = next;
  const ask = { networkConfiguration, launchType, platformVersion, capacityProviderStrategy };
  refuseLaunch(ask, next.taskDefinition, world, refuse);
}

/** 2.4: what Fargate does not take, where the definition says that it is for Fargate. */
export function refuseOnFargate(definition: TaskDefinition, refuse: Refuse): void {
  if (!definition.requiresCompatibilities?.includes('FARGATE')) return;
  for (const { path, parameter, message } of fargateRefusals(definition satisfies FargateTaskSpec, {
    allow32Vcpu: true,
  })) {
    const value = path.reduce<unknown>(
      (at, key) => (at as Record<string | number, unknown> | undefined)?.[key],
      definition,
    );
    refuse([...path], value === undefined ? `no ${parameter}` : `${parameter} ${quote(value)}`, message);
  }
}

/** 2.2: awsvpc mappings give no host port of their own. */
export function refuseAwsvpcPorts(definition: TaskDefinition, refuse: Refuse): void {
  if (definition.networkMode !== 'awsvpc' || definition.requiresCompatibilities?.includes('FARGATE')) return;
  for (const [c, { portMappings = [] }] of definition.containerDefinitions.entries()) {
    for (const [p, { containerPort, hostPort }] of portMappings.entries()) {
      if (hostPort === undefined || hostPort === containerPort) continue;
      const why = 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.';
      refuse(['containerDefinitions', c, 'portMappings', p, 'hostPort'], `hostPort ${hostPort}`, why);
    }
  }
}

/** The definition that a name means: exact, or the latest revision of a family. */
export function definitionNamed(world: World, name: string): TaskDefinition | undefined {
  const revision = ({ revision }: TaskDefinition) => revision ?? 1;
  const exact = world.taskDefinitions.find((task) => `${task.family}:${revision(task)}` === name);
  if (exact) return exact;
  return world.taskDefinitions.filter(({ family }) => family === name).sort((a, b) => revision(b) - revision(a))[0];
}

/** 2.2: awsvpc tasks need a network configuration with subnets that exist; other tasks take none. */
function refuseNetwork(ask: LaunchAsk, name: string, world: World, refuse: Refuse): void {
  const definition = definitionNamed(world, name);
  if (definition === undefined) return;
  const configuration = ask.networkConfiguration;
  if (configuration === undefined) {
    if (definition.networkMode !== 'awsvpc') return;
    refuse(
      [],
      `${name} without networkConfiguration`,
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    );
    return;
  }
  const at = ['networkConfiguration'];
  if (definition.networkMode !== 'awsvpc') {
    const why = 'Network Configuration is not valid for the given networkMode of this task definition.';
    refuse(at, `networkConfiguration for ${name}`, why);
  }
  refuseConfiguration(ask, configuration, world, (path, what, why) =>
    refuse([...at, 'awsvpcConfiguration', ...path], what, why),
  );
}

function refuseConfiguration(
  ask: LaunchAsk,
  { awsvpcConfiguration }: NetworkConfiguration,
  world: World,
  refuse: Refuse,
): void {
  const { subnets, securityGroups = [], assignPublicIp } = awsvpcConfiguration;
  if (subnets.length < 1 || subnets.length > 16) {
    refuse(['subnets'], `${subnets.length} subnets`, 'subnets can have at most 16 items, and at least one');
  }
  if (securityGroups.length > 5) {
    refuse(['securityGroups'], `${securityGroups.length} security groups`, 'securityGroups can have at most 5 items.');
  }
  if (assignPublicIp === 'ENABLED' && ask.launchType !== 'FARGATE') {
    refuse(['assignPublicIp'], 'assignPublicIp ENABLED', 'Assign public IP is not supported for this launch type.');
  }
  const known = (world.subnets ?? []).map(({ subnetId }) => subnetId);
  for (const [i, subnet] of subnets.entries()) {
    if (!known.includes(subnet)) refuse(['subnets', i], `subnet ${subnet}`, unknownName('subnet', subnet, known));
  }
}
