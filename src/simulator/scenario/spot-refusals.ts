import { zonesOf } from '../ecs/build-cluster.ts';
import { isOf, spotGroups } from '../ecs/spot/spot-groups.ts';
import type { Fault } from './fault.ts';
import { unknownName } from './names.ts';
import type { Scenario } from './scenario-schema.ts';
import type { InterruptSpot } from './spot-schema.ts';
import { strategyOf } from './strategy-of.ts';
import type { World } from './world-schema.ts';

type Path = (string | number)[];

/** What is interrupted exists, and is Spot capacity. */
export function checkSpot({ world, events = [] }: Scenario): Fault[] {
  const zones = zonesOf(world);
  return events.flatMap(({ interruptSpot, setSpotCapacity }, i) => {
    const faults: Fault[] = [];
    const zone = interruptSpot?.availabilityZone ?? setSpotCapacity?.availabilityZone;
    const verb = interruptSpot ? 'interruptSpot' : 'setSpotCapacity';
    const path = ['events', i, verb];
    if (zone !== undefined && !zones.includes(zone)) {
      faults.push({ path: [...path, 'availabilityZone'], message: unknownName('Availability Zone', zone, zones) });
    }
    if (interruptSpot) faults.push(...checkTarget(interruptSpot, path, world));
    return faults;
  });
}

function checkTarget({ instance, service, task }: InterruptSpot, path: Path, world: World): Fault[] {
  if (instance !== undefined) {
    const groups = spotGroups(world);
    if (groups.some(({ name }) => isOf(name, instance))) return [];
    const known = groups.map(({ name }) => `${name}-1`);
    const hint = ordinaryGroups(world).some((name) => isOf(name, instance))
      ? `${instance} is no Spot Instance; give its group purchaseOption spot`
      : unknownName('Spot Instance', instance, known);
    return [{ path: [...path, 'instance'], message: hint }];
  }
  const name = service ?? (task === undefined ? undefined : /^(.+)-[1-9]\d*$/.exec(task)?.[1]);
  const spec = world.services?.find(({ serviceName }) => serviceName === name);
  if (service !== undefined && spec === undefined) {
    const names = (world.services ?? []).map(({ serviceName }) => serviceName);
    return [{ path: [...path, 'service'], message: unknownName('service', service, names) }];
  }
  if (service === undefined || spec === undefined || mayUseSpot(world, spec)) return [];
  const message = `${service} has no capacity provider FARGATE_SPOT; write it into its capacityProviderStrategy`;
  return [{ path: [...path, 'service'], message }];
}

/** A strategy may come with an update, so only the service's own and the cluster's are looked at when nothing is said. */
function mayUseSpot(world: World, spec: NonNullable<World['services']>[number]): boolean {
  return strategyOf(spec, world) !== undefined;
}

function ordinaryGroups({ containerInstances, autoScalingGroups = [], capacityProviders = [] }: World): string[] {
  return [
    ...containerInstances.map(({ name }) => name),
    ...autoScalingGroups.map(({ autoScalingGroupName }) => autoScalingGroupName),
    ...capacityProviders.map(({ name }) => name),
  ];
}
