import { groupsOf } from '../ecs/traffic/routes.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import type { ListenerSpec, LoadBalancerSpec } from './load-balancer-schema.ts';
import { definitionNamed } from './network-refusals.ts';
import type { TargetGroupSpec } from './target-group-schema.ts';
import type { Service, World } from './world-schema.ts';

const GENEVE_PORT = 6081;

/** What AWS refuses of Gateway Load Balancers, their target groups, and services behind them (6/13). */
export function checkGateways(world: World, faults: Fault[]): void {
  for (const [i, balancer] of (world.loadBalancers ?? []).entries()) {
    if (balancer.type === 'gateway') refuseGateway(balancer, refuseInto(faults, ['world', 'loadBalancers', i]));
  }
  for (const [i, group] of (world.targetGroups ?? []).entries()) {
    refuseGroup(group, refuseInto(faults, ['world', 'targetGroups', i]));
  }
  const groups = (world.targetGroups ?? []).filter(({ protocol }) => protocol === 'GENEVE').map(({ name }) => name);
  for (const [s, service] of (world.services ?? []).entries()) {
    refuseService(service, world, groups, refuseInto(faults, ['world', 'services', s]));
  }
}

/** Source: ELB, listeners for Gateway Load Balancers. */
function refuseGateway(balancer: LoadBalancerSpec, refuse: Refuse): void {
  const { listeners, securityGroups } = balancer;
  if (securityGroups !== undefined) refuse(['securityGroups'], 'securityGroups', 'a Gateway Load Balancer has none');
  if (listeners.length > 1) {
    refuse(['listeners'], `${listeners.length} listeners`, 'one listener takes all packets across all ports');
  }
  for (const [l, listener] of listeners.entries()) {
    refuseListener(listener, (path, what, why) => refuse(['listeners', l, ...path], what, why));
  }
  const groups = groupsOf(balancer);
  if (groups.length > 1) {
    refuse(['listeners'], `${groups.length} target groups`, 'a Gateway Load Balancer forwards to one target group');
  }
}

function refuseListener({ port, protocol, rules = [] }: ListenerSpec, refuse: Refuse): void {
  const why = 'You cannot specify a protocol or port when you create a listener for a Gateway Load Balancer';
  if (port !== undefined) refuse(['port'], `port ${port}`, why);
  if (protocol !== undefined) refuse(['protocol'], `protocol ${protocol}`, why);
  if (rules.length > 0) refuse(['rules'], 'rules', 'a Gateway Load Balancer has the default action only');
}

/** Source: ELB, target groups for Gateway Load Balancers; API TargetGroupAttribute. */
function refuseGroup(group: TargetGroupSpec, refuse: Refuse): void {
  const { protocol = 'HTTP', port } = group;
  const isGeneve = protocol === 'GENEVE';
  if (isGeneve && port !== undefined && port !== GENEVE_PORT) {
    refuse(['port'], `port ${port}`, `target groups of protocol GENEVE have port ${GENEVE_PORT}`);
  }
  const foreign = isGeneve
    ? (['loadBalancingAlgorithmType', 'slowStartSeconds', 'crossZone'] as const)
    : (['stickinessType', 'targetFailover'] as const);
  const whose = isGeneve
    ? 'target groups of protocol GENEVE do not have this attribute'
    : 'only target groups of protocol GENEVE have this attribute';
  for (const key of foreign) if (group[key] !== undefined) refuse([key], `${key} with protocol ${protocol}`, whose);
}

/** Source: ECS, Use a Gateway Load Balancer. */
function refuseService(service: Service, world: World, groups: readonly string[], refuse: Refuse): void {
  for (const [b, { targetGroupArn, advancedConfiguration }] of (service.loadBalancers ?? []).entries()) {
    if (targetGroupArn === undefined || !groups.includes(targetGroupArn)) continue;
    const what = `the Gateway Load Balancer's target group ${targetGroupArn}`;
    const definition = definitionNamed(world, service.taskDefinition);
    if (definition && definition.networkMode !== 'awsvpc') {
      const why = `tasks of another network mode than awsvpc are not supported, and ${service.taskDefinition} has ${definition.networkMode ?? 'bridge'}`;
      refuse(['loadBalancers', b, 'targetGroupArn'], what, why);
    }
    if (service.platformVersion === '1.3.0') {
      refuse(['platformVersion'], 'platformVersion 1.3.0', `${what} needs 1.4.0 or later`);
    }
    if (advancedConfiguration !== undefined) {
      const why = 'traffic is shifted by Application and Network Load Balancers and Service Connect';
      refuse(['loadBalancers', b, 'advancedConfiguration'], `advancedConfiguration with ${what}`, why);
    }
  }
}
