import { EC2_PRICES } from '../ecs/cost/prices.ts';
import type { Fault } from './fault.ts';
import type { Scenario, World } from './scenario-schema.ts';

/** What the price table does not know: a world that asks for costs is told, rather than given a sum that leaves it out. */
export function checkPrices({ world }: Scenario): Fault[] {
  if (world.prices === undefined) return [];
  return [
    ...instanceFaults(world),
    ...groupFaults(world),
    ...providerFaults(world),
    ...windowsFaults(world),
    ...gatewayFaults(world),
  ];
}

const NO_TYPE = 'has no price without an instanceType; write one, for example m5.large, or leave prices out';
const NO_SPOT =
  'the price table has no EC2 Spot prices, because they differ by zone and hour; write prices.ec2SpotPercent, what Spot costs in percent of On-Demand';

function unpriced(type: string): string {
  return `${type} is not in the price table; write a type of the families t3, t4g, m5, m6i, m7g, c5, c6i or r5, or leave prices out`;
}

function instanceFaults({ containerInstances, prices }: World): Fault[] {
  return containerInstances.flatMap(({ instanceType, purchaseOption }, i): Fault[] => {
    const path = ['world', 'containerInstances', i];
    if (instanceType === undefined) return [{ path, message: NO_TYPE }];
    const faults = typeFaults([instanceType], path).map(({ message }) => ({
      path: [...path, 'instanceType'],
      message,
    }));
    return [...faults, ...spotFaults(purchaseOption === 'spot', prices, [...path, 'purchaseOption'])];
  });
}

function groupFaults({ autoScalingGroups = [], prices }: World): Fault[] {
  return autoScalingGroups.flatMap(({ instanceType, instanceTypes, purchaseOption }, i) => {
    const path = ['world', 'autoScalingGroups', i];
    const faults = typeFaults(instanceTypes ?? [], [...path, 'instanceTypes']);
    if (instanceType !== undefined && !EC2_PRICES.has(instanceType)) {
      faults.push({ path: [...path, 'instanceType'], message: unpriced(instanceType) });
    }
    return [...faults, ...spotFaults(purchaseOption === 'spot', prices, [...path, 'purchaseOption'])];
  });
}

function providerFaults({ capacityProviders = [], prices }: World): Fault[] {
  return capacityProviders.flatMap((provider, i) => {
    const template = provider.managedInstancesProvider?.instanceLaunchTemplate;
    if (template === undefined) return [];
    const path = ['world', 'capacityProviders', i, 'managedInstancesProvider', 'instanceLaunchTemplate'];
    const types = template.instanceRequirements.allowedInstanceTypes;
    const faults = typeFaults(types, [...path, 'instanceRequirements', 'allowedInstanceTypes']);
    const isSpot = template.capacityOptionType === 'SPOT';
    return [...faults, ...spotFaults(isSpot, prices, [...path, 'capacityOptionType'])];
  });
}

function spotFaults(isSpot: boolean, prices: World['prices'], path: Fault['path']): Fault[] {
  return isSpot && prices?.ec2SpotPercent === undefined ? [{ path, message: NO_SPOT }] : [];
}

function typeFaults(types: readonly string[], path: Fault['path']): Fault[] {
  return types.flatMap((type, i) => (EC2_PRICES.has(type) ? [] : [{ path: [...path, i], message: unpriced(type) }]));
}

function gatewayFaults({ loadBalancers = [] }: World): Fault[] {
  return loadBalancers.flatMap(({ type }, i) => {
    const message = 'the price table has no Gateway Load Balancers; leave prices out';
    return type === 'gateway' ? [{ path: ['world', 'loadBalancers', i, 'type'], message }] : [];
  });
}

function windowsFaults({ taskDefinitions }: World): Fault[] {
  return taskDefinitions.flatMap(({ runtimePlatform, requiresCompatibilities }, i) => {
    const system = runtimePlatform?.operatingSystemFamily ?? 'LINUX';
    if (system === 'LINUX' || !requiresCompatibilities?.includes('FARGATE')) return [];
    const path = ['world', 'taskDefinitions', i, 'runtimePlatform', 'operatingSystemFamily'];
    return [{ path, message: 'the price table has no Fargate on Windows; write LINUX, or leave prices out' }];
  });
}
