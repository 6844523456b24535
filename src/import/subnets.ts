import type { Collected } from './collect.ts';
import { ZONE } from './container-instances.ts';
import type { Fields } from './fields.ts';
import type { AwsService } from './service-shape.ts';

export type Subnets = {
  subnets: Fields[];
  /** Subnets of the services whose zone no file says. */
  guessed: string[];
};

/** Every subnet that a service names, with its zone: from describe-subnets, from instances and tasks that lie in it, else dealt out. */
export function subnetsOf(services: readonly AwsService[], collected: Collected, zones: readonly string[]): Subnets {
  const named = new Set(
    services.flatMap(({ networkConfiguration }) => networkConfiguration?.awsvpcConfiguration?.subnets ?? []),
  );
  const known = zoneBySubnet(collected);
  const guessed: string[] = [];
  const subnets = [...named].sort().map((subnetId) => {
    const zone = known.get(subnetId);
    if (zone === undefined) guessed.push(subnetId);
    return { subnetId, availabilityZone: zone ?? zones[(guessed.length - 1) % zones.length] ?? 'zone' };
  });
  return { subnets, guessed };
}

/** Zones that the files name, in order of name. */
export function zonesIn({ instances, tasks, subnets }: Collected): string[] {
  const named = [
    ...instances.map(({ value }) => value.attributes?.find(({ name }) => name === ZONE)?.value),
    ...tasks.map(({ value }) => value.availabilityZone),
    ...subnets.map(({ value }) => value.AvailabilityZone),
  ];
  return [...new Set(named.filter((zone) => zone !== undefined))].sort();
}

function zoneBySubnet({ instances, tasks, subnets }: Collected): Map<string, string> {
  const known = new Map<string, string>();
  const learn = (subnet: string | undefined, zone: string | undefined) => {
    if (subnet !== undefined && zone !== undefined && !known.has(subnet)) known.set(subnet, zone);
  };
  for (const { value } of subnets) learn(value.SubnetId, value.AvailabilityZone);
  for (const { value } of instances) {
    const attribute = (wanted: string) => value.attributes?.find(({ name }) => name === wanted)?.value;
    learn(attribute('ecs.subnet-id'), attribute(ZONE));
  }
  for (const { value } of tasks) {
    for (const { details = [] } of value.attachments ?? []) {
      learn(details.find(({ name }) => name === 'subnetId')?.value, value.availabilityZone);
    }
  }
  return known;
}
