import fc from 'fast-check';
import type { WorldDraft } from './whole-world.fixture.ts';

/** An Auto Scaling group with its capacity provider. */
export type GroupDraft = {
  minSize: number;
  more: number;
  first: number;
  instanceType: string;
  launchSeconds: number;
  isSpot: boolean;
  isProtected: boolean;
  isManaged: boolean;
  managedDraining: string;
  spotInstanceDraining: boolean;
  targetCapacity: number;
  minimumScalingStepSize: number;
  maximumScalingStepSize: number;
  instanceWarmupPeriod: number;
};

export const aGroup: fc.Arbitrary<GroupDraft> = fc.record({
  minSize: fc.nat(2),
  more: fc.nat(4),
  first: fc.nat(3),
  instanceType: fc.constantFrom('m5.large', 'm5.xlarge', 't3.medium'),
  launchSeconds: fc.constantFrom(0, 45, 120),
  isSpot: fc.boolean(),
  isProtected: fc.boolean(),
  isManaged: fc.constantFrom(true, true, true, false),
  managedDraining: fc.constantFrom('ENABLED', 'DISABLED'),
  spotInstanceDraining: fc.boolean(),
  targetCapacity: fc.integer({ min: 20, max: 100 }),
  minimumScalingStepSize: fc.integer({ min: 1, max: 3 }),
  maximumScalingStepSize: fc.constantFrom(1, 3, 10_000),
  instanceWarmupPeriod: fc.constantFrom(0, 60, 300),
});

/** The limits of a group. */
export function sizesOf({ minSize, more, first }: GroupDraft) {
  const maxSize = minSize + more;
  return { minSize, maxSize, desiredCapacity: Math.min(maxSize, minSize + first) };
}

/** Auto Scaling groups, their providers `cp0` and `cp1`, Managed Instances and the room on Fargate Spot. */
export function capacityOf({ groups, managedTypes, scaleInAfter, spotRoom }: WorldDraft): object {
  return {
    autoScalingGroups: groups.map((group, i) => ({
      autoScalingGroupName: `g${i}`,
      ...sizesOf(group),
      instanceType: group.instanceType,
      launchSeconds: group.launchSeconds,
      newInstancesProtectedFromScaleIn: group.isProtected,
      purchaseOption: group.isSpot ? 'spot' : 'on-demand',
      spotInstanceDraining: group.spotInstanceDraining,
    })),
    capacityProviders: [
      ...groups.map((group, i) => ({ name: `cp${i}`, autoScalingGroupProvider: providerOf(group, i) })),
      {
        name: 'managed',
        managedInstancesProvider: {
          instanceLaunchTemplate: {
            networkConfiguration: { subnets: ['subnet-z1', 'subnet-z2'] },
            instanceRequirements: { allowedInstanceTypes: managedTypes },
          },
          infrastructureOptimization: { scaleInAfter },
          launchSeconds: 60,
        },
      },
    ],
    ...(spotRoom === null ? {} : { spotCapacity: { z1: spotRoom, z2: spotRoom, z3: spotRoom } }),
  };
}

function providerOf(group: GroupDraft, i: number): object {
  const { targetCapacity, minimumScalingStepSize, maximumScalingStepSize, instanceWarmupPeriod } = group;
  const numbers = { targetCapacity, minimumScalingStepSize, maximumScalingStepSize, instanceWarmupPeriod };
  return {
    autoScalingGroup: `g${i}`,
    managedScaling: { status: group.isManaged ? 'ENABLED' : 'DISABLED', ...numbers },
    managedTerminationProtection: group.isManaged && group.isProtected ? 'ENABLED' : 'DISABLED',
    managedDraining: group.managedDraining,
  };
}
