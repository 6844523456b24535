import type { Cluster, Instance } from '../cluster.ts';
import { fargatePlaces } from '../fargate/fargate-places.ts';

/**
 * Fargate Spot in each zone: a second set of places, because Fargate and Fargate Spot are spread independently of each
 * other (1.1.4). A zone takes as many tasks as the world says, else any number; each task takes one interface.
 */
export function addFargateSpot(cluster: Cluster, capacity: Readonly<Record<string, number>>): void {
  const first = (cluster.fargate.at(-1)?.index ?? cluster.instances.length - 1) + 1;
  cluster.fargateSpot = fargatePlaces(cluster.availabilityZones, first);
  for (const place of cluster.fargateSpot) {
    place.name = `Fargate Spot in ${place.availabilityZone}`;
    place.capacityProvider = 'FARGATE_SPOT';
    setRoom(place, capacity[place.availabilityZone] ?? Number.POSITIVE_INFINITY);
  }
}

/** How many tasks the place takes from now on; those that stand there stay, even beyond it. */
export function setRoom(place: Instance, tasks: number): void {
  place.interfaces.limit = tasks;
  place.interfaces.free = tasks - place.tasks.size;
}
