import type { AutoScalingGroup, CapacityProvider } from '../../scenario/capacity-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import { zonesOf } from '../build-cluster.ts';
import type { Cluster, Instance } from '../cluster.ts';
import { INSTANCE_TYPES, registeredResources } from '../instance-types.ts';
import { awsvpcTaskLimit } from '../networking/eni-limits.ts';
import type { InstanceSize } from './estimate.ts';
import { DEFAULT_MANAGED_SCALING, type ManagedScaling } from './managed-scaling.ts';

/** An instance of a group from the second of its launch: one to come, or one that is registered. */
export type Member = {
  /** Position among all members of the run: what queued events carry. */
  index: number;
  name: string;
  availabilityZone: string;
  launchedAtSeconds: number;
  /** One of the beginning: it has warmed up long ago. */
  isOld: boolean;
  /** Once it is registered with the cluster. */
  instance: Instance | undefined;
  /** The group lets it go; it is there until its tasks have left. */
  isTerminating: boolean;
};

export type GroupState = {
  name: string;
  spec: AutoScalingGroup;
  zones: readonly string[];
  /** Sizes of its instance types, in the order of the list. */
  sizes: readonly InstanceSize[];
  desired: number;
  /** How many it launched so far: the last number given to a name. */
  launched: number;
  /** Everything that was launched and is not gone. */
  members: Set<Member>;
  provider: ProviderState | undefined;
  /** What is in the way of its desired capacity, so that it is said once. */
  complaint: string | undefined;
};

export type ProviderState = {
  name: string;
  group: GroupState;
  /** Undefined where managed scaling is off. */
  scaling: ManagedScaling | undefined;
  /** managedScaling was left out (A70). */
  isUnsaid: boolean;
  managedTerminationProtection: boolean;
  managedDraining: boolean;
  /** Where its tasks wait; undefined where managed scaling is off. */
  waiting: Instance | undefined;
  /** The last value of CapacityProviderReservation that was published. */
  published: number | undefined;
  /** The minute of the first of the latest values in a row that lie below the target. */
  belowSinceMinute: number | undefined;
  /** The state of its two alarms together, as it was last said. */
  alarm: 'OK' | 'high' | 'low';
  /** What keeps it from scaling out, so that it is said once. */
  complaint: string | undefined;
  /** It said that tasks wait which fit no instance of the group. */
  saysIncompatible: boolean;
  /** The second of its next evaluation that is queued. */
  nextLookAt: number | undefined;
  /** Its evaluation is due in this second; the second of its last one. */
  isDue: boolean;
  lookedAt: number;
};

/** Everything that Auto Scaling groups and their capacity providers know during a run. */
export type CapacityState = {
  groups: GroupState[];
  providers: ProviderState[];
  members: Member[];
  /** Changes of instances when the controller last looked; undefined when it has to look in any case. */
  seen: number | undefined;
};

/** The groups and capacity providers of a checked world, before any instance is there. */
export function capacityStateOf(world: World): CapacityState {
  const zones = zonesOf(world);
  const trunking = world.accountSettings?.awsvpcTrunking === 'enabled';
  const groups = (world.autoScalingGroups ?? []).map(
    (spec): GroupState => ({
      name: spec.autoScalingGroupName,
      spec,
      zones: spec.availabilityZones ?? (zones.length > 0 ? zones : ['zone']),
      sizes: typesOf(spec).map((type) => sizeOf(type, spec, trunking)),
      desired: spec.desiredCapacity ?? spec.minSize,
      launched: 0,
      members: new Set(),
      provider: undefined,
      complaint: undefined,
    }),
  );
  const providers = (world.capacityProviders ?? []).flatMap((spec) => providerOf(spec, groups) ?? []);
  return { groups, providers, members: [], seen: undefined };
}

function providerOf({ name, autoScalingGroupProvider: spec }: CapacityProvider, groups: readonly GroupState[]) {
  const group = groups.find((one) => one.name === spec?.autoScalingGroup);
  if (spec === undefined || group === undefined) return undefined;
  const managed = spec.managedScaling?.status === 'ENABLED' ? spec.managedScaling : undefined;
  const provider: ProviderState = {
    name,
    group,
    scaling: managed && {
      targetCapacity: managed.targetCapacity ?? DEFAULT_MANAGED_SCALING.targetCapacity,
      minimumScalingStepSize: managed.minimumScalingStepSize ?? DEFAULT_MANAGED_SCALING.minimumScalingStepSize,
      maximumScalingStepSize: managed.maximumScalingStepSize ?? DEFAULT_MANAGED_SCALING.maximumScalingStepSize,
      instanceWarmupPeriod: managed.instanceWarmupPeriod ?? DEFAULT_MANAGED_SCALING.instanceWarmupPeriod,
    },
    isUnsaid: spec.managedScaling === undefined,
    managedTerminationProtection: spec.managedTerminationProtection === 'ENABLED',
    managedDraining: spec.managedDraining !== 'DISABLED',
    waiting: undefined,
    published: undefined,
    belowSinceMinute: undefined,
    alarm: 'OK',
    complaint: undefined,
    saysIncompatible: false,
    nextLookAt: undefined,
    isDue: false,
    lookedAt: 0,
  };
  group.provider = provider;
  return provider;
}

/** The instance types of a group, the one that is launched first (A73). */
export function typesOf({ instanceType, instanceTypes }: AutoScalingGroup): string[] {
  return instanceTypes ?? (instanceType === undefined ? [] : [instanceType]);
}

function sizeOf(name: string, { reservedMemory = 0, registeredResources: own }: AutoScalingGroup, trunking: boolean) {
  const type = INSTANCE_TYPES.get(name);
  if (type === undefined && own === undefined)
    throw new Error(`no instance type ${name}: the scenario was not checked`);
  const table = type && registeredResources(type);
  const interfaces = awsvpcTaskLimit(name, { trunking }) ?? Number.POSITIVE_INFINITY;
  return {
    cpuUnits: own?.cpu ?? table?.cpuUnits ?? 0,
    memoryMib: (own?.memory ?? table?.memoryMib ?? 0) - reservedMemory,
    interfaces,
    gpus: 0,
  } satisfies InstanceSize;
}

/** Members that count for the desired capacity: those that terminate do not (A71). */
export function standing({ members }: GroupState): Member[] {
  return [...members].filter(({ isTerminating, instance }) => !isTerminating && instance?.status !== 'GONE');
}

/** Whether a task that is not a daemon is on the instance (5.2.1, 5.2.8). */
export function isBusy(instance: Instance | undefined): boolean {
  if (instance === undefined) return false;
  for (const { service } of instance.tasks) if (service?.scheduling !== 'DAEMON') return true;
  return false;
}

/** A zone that failed stays down for the rest of the run. */
export function isZoneUp(cluster: Cluster, zone: string): boolean {
  return cluster.fargate.find(({ availabilityZone }) => availabilityZone === zone)?.status !== 'GONE';
}
