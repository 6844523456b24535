import { groupsOf } from '../ecs/traffic/routes.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import { unknownName } from './names.ts';
import { definitionNamed } from './network-refusals.ts';
import type { Service, World } from './world-schema.ts';

/** What CreateService refuses of load balancers: target groups that belong to none, and Classic Load Balancers (6/10, 6/11). */
export function checkServiceBalancers(world: World, faults: Fault[]): void {
  const balancers = world.loadBalancers ?? [];
  const used = balancers.flatMap(groupsOf);
  const classics = balancers.filter(({ type }) => type === 'classic').map(({ name }) => name);
  for (const [s, service] of (world.services ?? []).entries()) {
    const path = ['world', 'services', s];
    const refuse = refuseInto(faults, path);
    for (const [b, { targetGroupArn, loadBalancerName }] of (service.loadBalancers ?? []).entries()) {
      if (targetGroupArn !== undefined && balancers.length > 0 && !used.includes(targetGroupArn)) {
        const why = `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`;
        refuse(['loadBalancers', b, 'targetGroupArn'], `target group ${targetGroupArn}`, why);
      }
      if (loadBalancerName !== undefined && !classics.includes(loadBalancerName)) {
        const message = unknownName('Classic Load Balancer', loadBalancerName, classics);
        faults.push({ path: [...path, 'loadBalancers', b, 'loadBalancerName'], message });
      }
    }
    refuseClassic(service, world, refuse);
  }
}

/** 6/11: one Classic Load Balancer a service, with a fixed host port, and not for awsvpc tasks. */
function refuseClassic(service: Service, world: World, refuse: Refuse): void {
  const entries = service.loadBalancers ?? [];
  const [name] = entries.flatMap(({ loadBalancerName }) => loadBalancerName ?? []);
  if (name === undefined) return;
  if (entries.length > 1)
    refuse(
      ['loadBalancers'],
      `${entries.length} load balancers`,
      'a service takes one Classic Load Balancer and nothing beside it',
    );
  const definition = definitionNamed(world, service.taskDefinition);
  if (definition?.networkMode === 'awsvpc') {
    const why =
      'Services with tasks that use the awsvpc network mode only support Application Load Balancers and Network Load Balancers. Classic Load Balancers are not supported.';
    refuse(['loadBalancers', 0, 'loadBalancerName'], `Classic Load Balancer ${name}`, why);
    return;
  }
  if ((definition?.networkMode ?? 'bridge') === 'host') return;
  for (const [b, { containerName, containerPort }] of entries.entries()) {
    const container = definition?.containerDefinitions.find((candidate) => candidate.name === containerName);
    const mapping = container?.portMappings?.find((candidate) => candidate.containerPort === containerPort);
    if (mapping === undefined || (mapping.hostPort ?? 0) !== 0) continue;
    const why = 'it sends to the same port of every instance, so that the host port cannot be dynamic';
    refuse(['loadBalancers', b], `Classic Load Balancer ${name} with hostPort 0`, why);
  }
}
