import { nameOf } from './arn.ts';
import type { AwsAutoScalingGroup, AwsCapacityProvider } from './capacity-shape.ts';
import type { Collected } from './collect.ts';
import { customOf, sizeOf } from './container-instances.ts';
import { type Fields, fields, unlessEmpty } from './fields.ts';
import { factsOf, type InstanceFacts } from './instance-facts.ts';
import type { AwsService } from './service-shape.ts';
import { isFargateProvider } from './services.ts';
import type { Described, Place } from './source.ts';

/** Auto Scaling groups that stand in a scenario with their capacity providers, in place of the instances they have. */
export type Capacity = {
  /** Capacity providers that a strategy of the scenario may name. */
  providers: ReadonlySet<string>;
  capacityProviders: { value: Fields; from: Place }[];
  autoScalingGroups: { value: Fields; from: Place }[];
  /** What each of their container instances is called in the scenario, by ARN. */
  members: ReadonlyMap<string, string>;
  notes: string[];
};

/** Seconds from launch to ACTIVE, where nobody measured. */
const LAUNCH = '90s';

/**
 * Capacity providers that a service names, where both they and their Auto Scaling groups are described. The instances of
 * a group are then made by the group: it knows one size, so the one that most of its instances have stands for all.
 */
export function capacityOf(services: readonly AwsService[], collected: Collected): Capacity {
  const used = new Set(
    services.flatMap(({ capacityProviderStrategy = [] }) =>
      capacityProviderStrategy.map((item) => item.capacityProvider),
    ),
  );
  const capacity = {
    providers: new Set<string>(),
    capacityProviders: [] as Capacity['capacityProviders'],
    autoScalingGroups: [] as Capacity['autoScalingGroups'],
    members: new Map<string, string>(),
    notes: [] as string[],
  };
  for (const { value: provider, file, path } of collected.capacityProviders.toSorted(byName)) {
    const group = groupOf(provider, collected.autoScalingGroups);
    if (!used.has(provider.name) || group === undefined) continue;
    const instances = membersOf(provider, group.value, collected);
    const spec = specOf(group.value, instances);
    if (spec === undefined) {
      capacity.notes.push(
        `no file says which instance type ${group.value.AutoScalingGroupName} launches, so it is not simulated`,
      );
      continue;
    }
    if (spec.mixed) {
      capacity.notes.push(`the instances of ${group.value.AutoScalingGroupName} differ; all stand with ${spec.mixed}`);
    }
    capacity.providers.add(provider.name);
    capacity.capacityProviders.push({ value: providerValue(provider, group.value), from: { file, path } });
    capacity.autoScalingGroups.push({ value: spec.value, from: { file: group.file, path: group.path } });
    nameMembers(group.value, instances, capacity.members);
  }
  for (const name of [...used].sort()) {
    if (isFargateProvider(name) || capacity.providers.has(name)) continue;
    capacity.notes.push(
      `the container instances of the capacity provider ${name} stand as they are and do not scale; to simulate it, run and add: aws ecs describe-capacity-providers --capacity-providers ${name} > providers.json, and aws autoscaling describe-auto-scaling-groups > groups.json`,
    );
  }
  return capacity;
}

function byName(a: Described<AwsCapacityProvider>, b: Described<AwsCapacityProvider>): number {
  return a.value.name < b.value.name ? -1 : 1;
}

function groupOf({ autoScalingGroupProvider: of }: AwsCapacityProvider, groups: Collected['autoScalingGroups']) {
  return groups.find(({ value }) => of !== undefined && value.AutoScalingGroupName === nameOf(of.autoScalingGroupArn));
}

function membersOf({ name }: AwsCapacityProvider, group: AwsAutoScalingGroup, { instances }: Collected) {
  const ids = new Set((group.Instances ?? []).map(({ InstanceId }) => InstanceId));
  return instances
    .filter(({ value }) => value.capacityProviderName === name || ids.has(value.ec2InstanceId ?? ''))
    .map(({ value }) => factsOf(value))
    .sort((a, b) => (a.arn < b.arn ? -1 : 1));
}

type Spec = { value: Fields; mixed: string | undefined };

function specOf(group: AwsAutoScalingGroup, instances: readonly InstanceFacts[]): Spec | undefined {
  const sizes = instances.map(sizeOf);
  const size = mostOften(sizes.map((each) => JSON.stringify(each)));
  const launched = mostOften((group.Instances ?? []).flatMap(({ InstanceType }) => InstanceType ?? []));
  const chosen = size === undefined ? fields({ instanceType: launched }) : (JSON.parse(size) as Fields);
  if (chosen.instanceType === undefined) return undefined;
  const { OnDemandBaseCapacity: base = 0, OnDemandPercentageAboveBaseCapacity: percent = 100 } =
    group.MixedInstancesPolicy?.InstancesDistribution ?? {};
  const custom = mostOften(instances.map(({ attributes }) => JSON.stringify(customOf(attributes, '') ?? {})));
  const value = fields({
    autoScalingGroupName: group.AutoScalingGroupName,
    minSize: group.MinSize,
    maxSize: group.MaxSize,
    desiredCapacity: group.DesiredCapacity ?? instances.length,
    ...chosen,
    availabilityZones: unlessEmpty(group.AvailabilityZones?.toSorted()),
    launchSeconds: LAUNCH,
    newInstancesProtectedFromScaleIn: group.NewInstancesProtectedFromScaleIn === true ? true : undefined,
    purchaseOption: base === 0 && percent === 0 ? 'spot' : undefined,
    attributes: custom === undefined || custom === '{}' ? undefined : (JSON.parse(custom) as Fields),
  });
  const isMixed = new Set(sizes.map((each) => JSON.stringify(each))).size > 1;
  return { value, mixed: isMixed ? JSON.stringify(chosen) : undefined };
}

/** The value that comes most often, the first of those that come as often. */
function mostOften(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function providerValue(
  { name, autoScalingGroupProvider: of }: AwsCapacityProvider,
  group: AwsAutoScalingGroup,
): Fields {
  return {
    name,
    autoScalingGroupProvider: fields({
      autoScalingGroup: group.AutoScalingGroupName,
      managedScaling: of?.managedScaling && fields({ status: 'DISABLED', ...of.managedScaling }),
      managedTerminationProtection: of?.managedTerminationProtection,
      managedDraining: of?.managedDraining,
    }),
  };
}

/** A group stands its instances in the zones in turn; each real one gets the next name of its zone, else the next left. */
function nameMembers(
  { AutoScalingGroupName: name, AvailabilityZones = [] }: AwsAutoScalingGroup,
  instances: readonly InstanceFacts[],
  members: Map<string, string>,
): void {
  const zones = AvailabilityZones.toSorted();
  const left = instances.map((_, i) => ({ name: `${name}-${i + 1}`, zone: zones[i % Math.max(1, zones.length)] }));
  const waiting: InstanceFacts[] = [];
  for (const each of instances) {
    const at = left.findIndex(({ zone }) => zone === each.attributes.get('ecs.availability-zone'));
    const [place] = at < 0 ? [] : left.splice(at, 1);
    if (place) members.set(each.arn, place.name);
    else waiting.push(each);
  }
  for (const each of waiting) members.set(each.arn, left.shift()?.name ?? name);
}
