import { type Fault, list, nearest } from './fault.ts';
import type { World } from './world-schema.ts';

/** `"x" does not exist; did you mean …?`, listing what there is. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `there is no ${what} ${name}; did you mean ${near}?`;
  return `there is no ${what} ${name}; ${known.length === 0 ? 'the world has none' : `write ${list(known, 'or')}`}`;
}

/** Faults of names that are given twice. */
export function duplicates(names: readonly string[], path: (i: number) => (string | number)[], what: string): Fault[] {
  const first = new Map<string, number>();
  return names.flatMap((name, i) => {
    if (!first.has(name)) {
      first.set(name, i);
      return [];
    }
    return [{ path: path(i), message: `${what} ${name} is there twice; give each its own name` }];
  });
}

/** Every name a task definition answers to: `web:2`, and `web` for the latest. */
export function taskDefinitionNames(world: World): string[] {
  const names = world.taskDefinitions.map(({ family, revision }) => `${family}:${revision ?? 1}`);
  return [...names, ...new Set(world.taskDefinitions.map(({ family }) => family))];
}

/** Managed Instances have no largest number: a scenario may name this many. */
const MANAGED_NAMES = 50;

/** Every container instance a world names: `<group>-1` … of its groups, of Auto Scaling groups up to their maxSize, of Managed Instances. */
export function instanceNames({ containerInstances, autoScalingGroups = [], capacityProviders = [] }: World): string[] {
  const groups = [
    ...containerInstances.map(({ name, count }) => ({ name, count: count ?? 1 })),
    ...autoScalingGroups.map(({ autoScalingGroupName, maxSize }) => ({ name: autoScalingGroupName, count: maxSize })),
    ...capacityProviders.flatMap(({ name, managedInstancesProvider }) =>
      managedInstancesProvider ? [{ name, count: MANAGED_NAMES }] : [],
    ),
  ];
  return groups.flatMap(({ name, count }) => Array.from({ length: count }, (_, i) => `${name}-${i + 1}`));
}
