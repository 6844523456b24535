import { INSTANCE_TYPES } from '../ecs/instance-types.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import type { AutoScalingGroup, AutoScalingGroupProvider, CapacityProvider } from './capacity-schema.ts';
import { type Fault, list, nearest } from './fault.ts';
import { duplicates, unknownName } from './names.ts';

/** The part of a world that has Auto Scaling groups and capacity providers. */
export type CapacityWorld = {
  containerInstances: readonly { name: string }[];
  autoScalingGroups?: readonly AutoScalingGroup[] | undefined;
  capacityProviders?: readonly CapacityProvider[] | undefined;
};

/** A number of instances beyond this is no scenario but a slip. */
const MAX_SIZE = 10_000;

/** What AWS refuses of Auto Scaling groups and of capacity providers that use them, with AWS's sentences where known. */
export function checkCapacity(world: CapacityWorld): Fault[] {
  const { autoScalingGroups: groups = [], capacityProviders: providers = [] } = world;
  const faults: Fault[] = [
    ...duplicates(
      [
        ...groups.map(({ autoScalingGroupName }) => autoScalingGroupName),
        ...world.containerInstances.map(({ name }) => name),
      ],
      (i) =>
        i < groups.length
          ? ['world', 'autoScalingGroups', i, 'autoScalingGroupName']
          : ['world', 'containerInstances', i - groups.length, 'name'],
      'group of instances',
    ),
    ...duplicates(
      providers.map(({ name }) => name),
      (i) => ['world', 'capacityProviders', i, 'name'],
      'capacity provider',
    ),
  ];
  for (const [i, group] of groups.entries()) refuseGroup(group, refuseInto(faults, ['world', 'autoScalingGroups', i]));
  const taken = new Set<string>();
  for (const [i, provider] of providers.entries()) {
    const path = ['world', 'capacityProviders', i];
    refuseProviderName(provider.name, refuseInto(faults, path));
    const { autoScalingGroupProvider } = provider;
    if (autoScalingGroupProvider === undefined) continue;
    const at = [...path, 'autoScalingGroupProvider'];
    const { autoScalingGroup } = autoScalingGroupProvider;
    const group = groups.find(({ autoScalingGroupName }) => autoScalingGroupName === autoScalingGroup);
    if (group === undefined) {
      const known = groups.map(({ autoScalingGroupName }) => autoScalingGroupName);
      const message = unknownName('Auto Scaling group', autoScalingGroup, known);
      faults.push({ path: [...at, 'autoScalingGroup'], message });
      continue;
    }
    const refuse = refuseInto(faults, at);
    if (taken.has(autoScalingGroup)) refuse(['autoScalingGroup'], `the Auto Scaling group ${autoScalingGroup}`, TAKEN);
    taken.add(autoScalingGroup);
    refuseProvider(autoScalingGroupProvider, group, refuse);
  }
  return faults;
}

/** Source: https://github.com/aws/containers-roadmap/issues/632 */
const TAKEN =
  'The specified Auto Scaling group ARN is already being used by another capacity provider. Specify a unique Auto Scaling group ARN and try again';

/** Source: https://github.com/aws/containers-roadmap/issues/653 */
const NEEDS_PROTECTION =
  'The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled';

function refuseGroup(group: AutoScalingGroup, refuse: Refuse): void {
  const { minSize, maxSize, desiredCapacity = minSize } = group;
  for (const [field, size] of Object.entries({ minSize, maxSize })) {
    if (size < 0 || size > MAX_SIZE) refuse([field], `${field} ${size}`, `it is a whole number from 0 to ${MAX_SIZE}`);
  }
  if (maxSize < minSize) {
    refuse(['maxSize'], `maxSize ${maxSize}`, `it is at least minSize ${minSize}`);
  } else if (desiredCapacity < minSize || desiredCapacity > maxSize) {
    // Source of the sentence: https://github.com/convox/praxis/pull/258
    const why = `Desired capacity:${desiredCapacity} must be between the specified min size:${minSize} and max size:${maxSize}`;
    refuse(['desiredCapacity'], `desiredCapacity ${desiredCapacity}`, why);
  }
  refuseTypes(group, refuse);
}

function refuseTypes({ instanceType, instanceTypes, registeredResources }: AutoScalingGroup, refuse: Refuse): void {
  if ((instanceType === undefined) === (instanceTypes === undefined)) {
    refuse([], 'the group', 'write either instanceType or instanceTypes');
  }
  const named = (type: string, path: (string | number)[]) => {
    if (INSTANCE_TYPES.has(type) || registeredResources !== undefined) return;
    const near = nearest(type, [...INSTANCE_TYPES.keys()]);
    const instead = near === undefined ? `write ${list([...INSTANCE_TYPES.keys()], 'or')}` : `did you mean ${near}?`;
    refuse(path, `instance type ${type}`, `it is not in the table; ${instead}`);
  };
  if (instanceType !== undefined) named(instanceType, ['instanceType']);
  for (const [i, type] of (instanceTypes ?? []).entries()) named(type, ['instanceTypes', i]);
}

/** Source: ECS API, CreateCapacityProvider. */
function refuseProviderName(name: string, refuse: Refuse): void {
  if (/^(aws|ecs|fargate)/i.test(name)) {
    refuse(['name'], `the name ${name}`, `The name can't be prefixed with "aws", "ecs", or "fargate"`);
  }
}

const RANGES = {
  targetCapacity: [1, 100],
  minimumScalingStepSize: [1, 10_000],
  maximumScalingStepSize: [1, 10_000],
  instanceWarmupPeriod: [0, 10_000],
} as const;

/** 5.2.5, 5.2.6, 5.2.8. */
function refuseProvider(provider: AutoScalingGroupProvider, group: AutoScalingGroup, refuse: Refuse): void {
  const { managedScaling, managedTerminationProtection } = provider;
  for (const [field, [low, high]] of Object.entries(RANGES)) {
    const value = managedScaling?.[field as keyof typeof RANGES];
    if (value !== undefined && (value < low || value > high)) {
      refuse(['managedScaling', field], `${field} ${value}`, `it is ${low} to ${high}`);
    }
  }
  if (managedTerminationProtection !== 'ENABLED') return;
  const what = 'managedTerminationProtection ENABLED';
  if (managedScaling?.status !== 'ENABLED') {
    const why = "managed scaling must also be used, otherwise managed termination protection doesn't work";
    refuse(['managedTerminationProtection'], what, why);
  } else if (group.newInstancesProtectedFromScaleIn !== true) {
    refuse(['managedTerminationProtection'], what, NEEDS_PROTECTION);
  }
}
