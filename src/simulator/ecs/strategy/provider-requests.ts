import { isFargate } from '../../scenario/strategy-of.ts';
import type { Cluster, PlacementRequest, Strategy } from '../cluster.ts';

/** Requests made from a service's own, by provider: the same object each time, because indexes belong to a request. */
const made = new WeakMap<PlacementRequest, Map<string, PlacementRequest>>();

/** The request of a task on one capacity provider: only its capacity takes it, and there it may wait (5.1, 5.2.10). */
export function requestOn(cluster: Cluster, request: PlacementRequest, capacityProvider: string): PlacementRequest {
  const strategies = cluster.managedStrategies?.get(capacityProvider)?.() ?? request.strategies;
  const known = made.get(request) ?? new Map<string, PlacementRequest>();
  made.set(request, known);
  const key = `${capacityProvider} ${nameOf(strategies)}`;
  const found = known.get(key);
  if (found) return found;
  const waitingPlace = cluster.waitingPlaces.get(capacityProvider);
  const derived: PlacementRequest = {
    ...request,
    strategies,
    capacityProvider,
    launchType: isFargate(capacityProvider) ? 'FARGATE' : 'EC2',
    ...(waitingPlace === undefined ? {} : { waitingPlace }),
  };
  known.set(key, derived);
  return derived;
}

function nameOf(strategies: readonly Strategy[]): string {
  return strategies
    .map((strategy) => (strategy.type === 'random' ? 'random' : `${strategy.type}(${strategy.field})`))
    .join();
}
