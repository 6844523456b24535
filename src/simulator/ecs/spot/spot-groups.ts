import type { World } from '../../scenario/world-schema.ts';

/** Groups whose instances are Spot Instances. */
export function spotGroups(world: World): { name: string; drains: boolean }[] {
  const { containerInstances, autoScalingGroups = [], capacityProviders = [] } = world;
  return [
    ...containerInstances.map(({ name, purchaseOption, spotInstanceDraining }) => ({
      name,
      isSpot: purchaseOption === 'spot',
      drains: spotInstanceDraining === true,
    })),
    ...autoScalingGroups.map(({ autoScalingGroupName: name, purchaseOption, spotInstanceDraining }) => ({
      name,
      isSpot: purchaseOption === 'spot',
      drains: spotInstanceDraining === true,
    })),
    // ECS drains its own instances (A89).
    ...capacityProviders.map(({ name, managedInstancesProvider }) => ({
      name,
      isSpot: managedInstancesProvider?.instanceLaunchTemplate.capacityOptionType === 'SPOT',
      drains: true,
    })),
  ].flatMap(({ name, isSpot, drains }) => (isSpot ? [{ name, drains }] : []));
}

/** Instances are named after their group: `<group>-<n>`. */
export function isOf(group: string, instance: string): boolean {
  return instance.startsWith(`${group}-`) && /^[1-9]\d*$/.test(instance.slice(group.length + 1));
}
