import type { ManagedInstancesProvider } from '../../scenario/strategy-managed-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { InstanceSize } from '../capacity/estimate.ts';
import type { Instance, Strategy, Task } from '../cluster.ts';
import { INSTANCE_TYPES, registeredResources } from '../instance-types.ts';
import { awsvpcTaskLimit } from '../networking/eni-limits.ts';
import type { ManagedType } from './managed-plan.ts';

/** One instance of a provider: it launches, then it is registered. */
export type ManagedMember = {
  index: number;
  name: string;
  availabilityZone: string;
  instanceType: string;
  instance: Instance | undefined;
  /** Tasks that wait for it while it launches. */
  for: ReadonlySet<Task>;
  /** Since when no task is on it; undefined while one is. */
  idleSince: number | undefined;
};

/** A capacity provider whose instances ECS launches and ends by itself (5.3). */
export type ManagedState = {
  name: string;
  zones: readonly string[];
  types: readonly ManagedType[];
  launchSeconds: number;
  /** Seconds that an idle instance is kept; undefined for ever. */
  scaleInAfter: number | undefined;
  /** AWS's default is not told (A88). */
  isDefault: boolean;
  waiting: Instance;
  /** The services of a steady beginning take their places now. */
  isBeginning: boolean;
  /** Those that launch or stand; `launched` counts all that ever came. */
  members: Set<ManagedMember>;
  launched: number;
  /** Waiting tasks that no instance of the provider will ever take, told once. */
  misfits: WeakSet<Task>;
};

/** A88: what `scaleInAfter` null is taken for. */
const DEFAULT_SCALE_IN_SECONDS = 300;

/** Tasks spread over zones, then instances: while the provider has few of them (5.3). */
export const SPREAD: readonly Strategy[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
];

/** Tasks packed as tightly as they fit (A87). */
export const PACK: readonly Strategy[] = [
  { type: 'binpack', field: 'memory' },
  { type: 'binpack', field: 'cpu' },
];

/** What a provider of the world is at work; `waiting` is where its tasks wait. */
export function managedState(
  name: string,
  spec: ManagedInstancesProvider,
  { world, waiting, trunking }: { world: World; waiting: Instance; trunking: boolean },
): ManagedState {
  const { networkConfiguration, instanceRequirements } = spec.instanceLaunchTemplate;
  const zones = networkConfiguration.subnets.flatMap(
    (subnet) => (world.subnets ?? []).find(({ subnetId }) => subnetId === subnet)?.availabilityZone ?? [],
  );
  const scaleInAfter = spec.infrastructureOptimization?.scaleInAfter ?? undefined;
  return {
    name,
    zones: [...new Set(zones)],
    types: instanceRequirements.allowedInstanceTypes.map((type) => ({ name: type, size: sizeOf(type, trunking) })),
    launchSeconds: spec.launchSeconds ?? 0,
    scaleInAfter: scaleInAfter === -1 ? undefined : (scaleInAfter ?? DEFAULT_SCALE_IN_SECONDS),
    isDefault: scaleInAfter === undefined,
    waiting,
    isBeginning: true,
    members: new Set(),
    launched: 0,
    misfits: new WeakSet(),
  };
}

/** What an instance of the type registers (A20), and how many awsvpc tasks it takes (2.3). */
export function sizeOf(instanceType: string, trunking: boolean): InstanceSize {
  const type = INSTANCE_TYPES.get(instanceType);
  const size = type ? registeredResources(type) : { cpuUnits: 0, memoryMib: 0 };
  return { ...size, interfaces: awsvpcTaskLimit(instanceType, { trunking }) ?? Number.POSITIVE_INFINITY, gpus: 0 };
}

/** Instances that stand or launch, by zone, in the order of the subnets. */
export function zoneCounts({ zones, members }: ManagedState): Map<string, number> {
  const counts = new Map(zones.map((zone) => [zone, 0]));
  for (const { availabilityZone, instance } of members) {
    if (instance === undefined || instance.status === 'ACTIVE') {
      counts.set(availabilityZone, (counts.get(availabilityZone) ?? 0) + 1);
    }
  }
  return counts;
}
