import { zonesOf } from '../ecs/build-cluster.ts';
import { isAddress } from '../ecs/traffic/cidr.ts';
import { groupsOf } from '../ecs/traffic/routes.ts';
import { refuseInto } from './aws-refusals.ts';
import { type Fault, list } from './fault.ts';
import { checkGateways } from './gateway-refusals.ts';
import { checkLoadBalancers } from './load-balancer-refusals.ts';
import { checkServiceBalancers } from './load-balancer-services.ts';
import type { LoadSpec } from './load-schema.ts';
import { duplicates, unknownName } from './names.ts';
import type { Scenario } from './read-scenario.ts';
import type { World } from './world-schema.ts';

const TARGETS = ['service', 'loadBalancer', 'queue', 'appRunnerService'] as const;

/** Everything about load balancers, loads and security groups that no single field shows. */
export function checkLoad({ world, events = [] }: Scenario): Fault[] {
  const faults: Fault[] = [];
  checkLoadBalancers(world, zonesOf(world), faults);
  checkServiceBalancers(world, faults);
  checkGateways(world, faults);
  checkSecurityGroups(world, faults);
  refuseTargetGroups(world, faults);
  const loads = world.load ?? [];
  const names = loads.map(({ name }) => name ?? '');
  faults.push(
    ...duplicates(names, (i) => ['world', 'load', i, 'name'], 'load').filter(
      ({ path }) => names[Number(path[2])] !== '',
    ),
  );
  for (const [i, load] of loads.entries()) checkLine(load, world, { faults, path: ['world', 'load', i] });
  for (const [i, event] of events.entries()) {
    const input = event.setLoad;
    if (input === undefined) continue;
    const path = ['events', i, 'setLoad'];
    const given = [...(input.load === undefined ? [] : ['load']), ...TARGETS.filter((key) => input[key] !== undefined)];
    if (given.length !== 1) {
      faults.push({ path, message: `names ${given.length} loads; write one of load, ${list(TARGETS, 'or')}` });
      continue;
    }
    const key = given[0] as 'load' | (typeof TARGETS)[number];
    const known = loads.flatMap((load) => (key === 'load' ? load.name : load[key]) ?? []);
    const name = input[key] as string;
    if (!known.includes(name)) faults.push({ path: [...path, key], message: unknownName('load of', name, known) });
  }
  return faults;
}

function checkLine(
  load: LoadSpec,
  world: World,
  { faults, path }: { faults: Fault[]; path: (string | number)[] },
): void {
  const given = TARGETS.filter((key) => load[key] !== undefined);
  if (given.length !== 1) {
    faults.push({ path, message: `goes to ${given.length} places; write one of ${list(TARGETS, 'or')}` });
    return;
  }
  const services = (world.services ?? []).map(({ serviceName }) => serviceName);
  if (load.service !== undefined && !services.includes(load.service)) {
    faults.push({ path: [...path, 'service'], message: unknownName('service', load.service, services) });
  }
  if (load.sourceIp !== undefined && !isAddress(load.sourceIp)) {
    faults.push({ path: [...path, 'sourceIp'], message: 'is not an address; write for example 198.51.100.1' });
  }
  if (load.loadBalancer === undefined) return;
  const balancers = world.loadBalancers ?? [];
  const balancer = balancers.find(({ name }) => name === load.loadBalancer);
  if (balancer === undefined) {
    const known = balancers.map(({ name }) => name);
    faults.push({ path: [...path, 'loadBalancer'], message: unknownName('load balancer', load.loadBalancer, known) });
    return;
  }
  const ports = balancer.listeners.flatMap(({ port }) => port ?? []);
  if (load.port !== undefined && balancer.type !== 'gateway' && !ports.includes(load.port)) {
    const message = `${balancer.name} has no listener on port ${load.port}; write ${list(ports.map(String), 'or')}`;
    faults.push({ path: [...path, 'port'], message });
  }
  if (load.flows !== undefined && balancer.type !== 'network' && balancer.type !== 'gateway') {
    const message = 'only Network and Gateway Load Balancers keep connections; remove it';
    faults.push({ path: [...path, 'flows'], message });
  }
}

/** Security groups that instances and services name exist. */
function checkSecurityGroups(world: World, faults: Fault[]): void {
  const groups = world.securityGroups;
  const known = (groups ?? []).map(({ groupId }) => groupId);
  faults.push(...duplicates(known, (i) => ['world', 'securityGroups', i, 'groupId'], 'security group'));
  const check = (names: readonly string[] | undefined, path: (string | number)[]) => {
    for (const [i, name] of (names ?? []).entries()) {
      if (!known.includes(name))
        faults.push({ path: [...path, i], message: unknownName('security group', name, known) });
    }
  };
  for (const [i, { securityGroups }] of world.containerInstances.entries()) {
    check(securityGroups, ['world', 'containerInstances', i, 'securityGroups']);
  }
  if (groups === undefined) return;
  for (const [i, { networkConfiguration }] of (world.services ?? []).entries()) {
    const path = ['world', 'services', i, 'networkConfiguration', 'awsvpcConfiguration', 'securityGroups'];
    check(networkConfiguration?.awsvpcConfiguration.securityGroups, path);
  }
  for (const [i, { securityGroups, type }] of (world.loadBalancers ?? []).entries()) {
    if (type !== 'classic') check(securityGroups, ['world', 'loadBalancers', i, 'securityGroups']);
  }
}

/** 6/4, 6/5: attributes of target groups. */
function refuseTargetGroups(world: World, faults: Fault[]): void {
  for (const [i, group] of (world.targetGroups ?? []).entries()) {
    const refuse = refuseInto(faults, ['world', 'targetGroups', i]);
    const { slowStartSeconds = 0, loadBalancingAlgorithmType: algorithm = 'round_robin', protocol = 'HTTP' } = group;
    if (slowStartSeconds !== 0 && (slowStartSeconds < 30 || slowStartSeconds > 900)) {
      refuse(['slowStartSeconds'], `slowStartSeconds ${slowStartSeconds}`, 'it is 30 to 900, or 0 for none');
    }
    if (slowStartSeconds > 0 && algorithm !== 'round_robin') {
      refuse(['slowStartSeconds'], `slowStartSeconds with ${algorithm}`, 'slow start works with round_robin only');
    }
    const balancer = (world.loadBalancers ?? []).find((candidate) => groupsOf(candidate).includes(group.name));
    if (balancer === undefined) continue;
    const { type = 'application' } = balancer;
    if (typeFor(protocol) !== type) {
      const why = `${balancer.name} is a load balancer of type ${type}`;
      refuse(['protocol'], `protocol ${protocol}`, why);
    }
  }
}

/** 6/10: the type of load balancer that a target group of this protocol stands behind. */
function typeFor(protocol: string): 'application' | 'network' | 'gateway' {
  if (protocol === 'GENEVE') return 'gateway';
  return protocol === 'HTTP' || protocol === 'HTTPS' ? 'application' : 'network';
}
