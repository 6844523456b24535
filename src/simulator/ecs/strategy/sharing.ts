import type { Random } from '../../../random/random.ts';
import type { Entry } from '../../run.ts';
import { isFargate } from '../../scenario/strategy-of.ts';
import type { Deployment, PlacementRequest, Service, Task } from '../cluster.ts';
import type { Victim } from '../placement/scale-in.ts';
import type { Simulation } from '../simulation.ts';
import { requestOn } from './provider-requests.ts';
import { nextStart, nextStop, type StrategyItem, sayShares, split } from './split.ts';
import { ProviderPickers } from './victims.ts';

/**
 * How a service shares its tasks out over capacity providers (5.1). The service scheduler asks it; a service without one
 * has one request for all its tasks.
 */
export type Sharing = {
  /** Every provider that its tasks have been shared out over. */
  providers(): readonly string[];
  /** The requests of the next `count` tasks of a deployment: one a call, each counted in the calls after it. */
  turn(deployment: Deployment, count: number): () => PlacementRequest;
  /** Says again and again which of the candidates stops next; the caller stops each before it asks for the next. */
  picker(candidates: readonly Task[], random: Random | undefined): { next(): Victim | undefined };
  /**
   * Providers whose tasks are balanced over the zones, each by itself: Fargate and Fargate Spot, or the one Auto Scaling
   * group. Managed Instances, and several Auto Scaling groups, are not rebalanced (A85).
   */
  balanced(): readonly string[];
  /** The request of a task of the deployment on one of its providers. */
  requestOn(deployment: Deployment, capacityProvider: string): PlacementRequest;
};

/** A service's strategy. A new one holds for the deployments that begin with it; older ones keep theirs. */
export class ServiceSharing implements Sharing {
  readonly #sim: Simulation;
  readonly #service: Service;
  #items: readonly StrategyItem[] = [];
  readonly #providers = new Set<string>();
  readonly #itemsOf = new WeakMap<Deployment, readonly StrategyItem[]>();
  /** What was last said of each deployment, so that it is said once. */
  readonly #said = new WeakMap<Deployment, number>();

  constructor(sim: Simulation, service: Service, items: readonly StrategyItem[]) {
    this.#sim = sim;
    this.#service = service;
    this.change(items);
  }

  /** UpdateService: deployments that are there keep what they began with. */
  change(items: readonly StrategyItem[]): void {
    for (const deployment of this.#service.deployments.slice(1)) this.#itemsFor(deployment);
    this.#items = items;
    for (const { capacityProvider } of items) this.#providers.add(capacityProvider);
  }

  providers(): readonly string[] {
    return [...this.#providers];
  }

  balanced(): readonly string[] {
    const names = this.#items.map(({ capacityProvider }) => capacityProvider);
    const isManaged = names.some((name) => this.#sim.cluster.managedStrategies?.has(name));
    if (isManaged || (names.length > 1 && !names.every(isFargate))) {
      this.#sim.assumptions.add('A85');
      return [];
    }
    return names;
  }

  turn(deployment: Deployment, count: number): () => PlacementRequest {
    const items = this.#itemsFor(deployment);
    if (items.length === 0) return () => deployment.request;
    const placed = countByProvider(items, deployment.tasks);
    noteWeights(this.#sim, items);
    if (count > 0) this.#explain(deployment, items);
    return () => {
      const next = nextStart(items, placed) ?? { index: 0, tied: false };
      placed[next.index] = (placed[next.index] as number) + 1;
      return this.requestOn(deployment, (items[next.index] as StrategyItem).capacityProvider);
    };
  }

  requestOn(deployment: Deployment, capacityProvider: string): PlacementRequest {
    return requestOn(this.#sim.cluster, deployment.request, capacityProvider);
  }

  picker(candidates: readonly Task[], random: Random | undefined): { next(): Victim | undefined } {
    const { cluster, assumptions } = this.#sim;
    const deployment = candidates[0]?.deployment;
    const items = deployment ? this.#itemsFor(deployment) : this.#items;
    const pickers = new ProviderPickers(cluster, this.#service, candidates, random);
    const deployments = new Set(candidates.flatMap((task) => task.deployment ?? []));
    const placed = items.map(() => 0);
    for (const { tasks } of deployments) {
      for (const [i, count] of countByProvider(items, tasks).entries()) placed[i] = (placed[i] as number) + count;
    }
    return {
      next: () => {
        const pick = nextStop(items, placed, ({ capacityProvider }) => pickers.has(capacityProvider));
        // A provider that the strategy no longer names goes first.
        const stray = pickers.next(undefined);
        if (stray) return stray;
        if (pick === undefined) return undefined;
        if (items.length > 1) assumptions.add('A9');
        placed[pick.index] = (placed[pick.index] as number) - 1;
        return pickers.next((items[pick.index] as StrategyItem).capacityProvider);
      },
    };
  }

  #itemsFor(deployment: Deployment): readonly StrategyItem[] {
    const found = this.#itemsOf.get(deployment);
    if (found) return found;
    this.#itemsOf.set(deployment, this.#items);
    return this.#items;
  }

  /** The whole share-out of the desired count, said once a deployment and count. */
  #explain(deployment: Deployment, items: readonly StrategyItem[]): void {
    const { desired, name } = this.#service;
    if (items.length === 1 || this.#said.get(deployment) === desired) return;
    this.#said.set(deployment, desired);
    recordShares(this.#sim, items, { count: desired, who: `(service ${name})`, service: name });
  }
}

/** Records how a strategy splits a count, with the arithmetic written out. */
export function recordShares(
  sim: Simulation,
  items: readonly StrategyItem[],
  { count, who, service }: { count: number; who: string; service?: string },
): void {
  const shares = split(items, count);
  const entry: Entry = {
    at: sim.nowSeconds,
    type: 'tasks-shared-out',
    message: `${who} shares ${count} task${count === 1 ? '' : 's'} out over its capacity providers: ${sayShares(items, count)}.`,
    shares: items.map((item, i) => ({ ...item, tasks: shares[i] as number })),
  };
  if (service !== undefined) entry.service = service;
  sim.timeline.record(entry);
}

/** Pending and running tasks of each provider of the strategy. */
function countByProvider(items: readonly StrategyItem[], tasks: Iterable<Task>): number[] {
  const indexOf = new Map(items.map(({ capacityProvider }, i) => [capacityProvider, i]));
  const counts = items.map(() => 0);
  for (const { capacityProvider } of tasks) {
    const index = indexOf.get(capacityProvider ?? '');
    if (index !== undefined) counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}

/** The requests of one RunTask, in the order of its tasks. */
export function shareRun(
  sim: Simulation,
  items: readonly StrategyItem[],
  request: PlacementRequest,
  count: number,
): PlacementRequest[] {
  const placed = items.map(() => 0);
  noteWeights(sim, items);
  if (items.length > 1) recordShares(sim, items, { count, who: 'RunTask' });
  return Array.from({ length: count }, () => {
    const next = nextStart(items, placed) ?? { index: 0, tied: false };
    placed[next.index] = (placed[next.index] as number) + 1;
    return requestOn(sim.cluster, request, (items[next.index] as StrategyItem).capacityProvider);
  });
}

/** A8: with more than one weight, somebody has to come first. */
function noteWeights(sim: Simulation, items: readonly StrategyItem[]): void {
  if (items.filter(({ weight }) => weight > 0).length > 1) sim.assumptions.add('A8');
}
