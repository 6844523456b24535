import type { Random } from '../../../random/random.ts';
import type { Candidate, Decision } from '../../run.ts';
import type { Cluster, Instance, PlacementRequest } from '../cluster.ts';
import { countBuckets } from './rules/rank-rule.ts';
import { FILTER_RULES, rankRule } from './rules.ts';

/** The outcome of one placement. `tied` counts the candidates that every strategy ranked equally. */
export type Choice = { instance: Instance | undefined; tied: number; drawn: boolean };

/** Where a task of the request may go at all: container instances, or the zones of Fargate (1.1.4). */
export function hostsOf(cluster: Cluster, { launchType, capacityProvider }: PlacementRequest): readonly Instance[] {
  if (launchType !== 'FARGATE') return cluster.instances;
  return capacityProvider === 'FARGATE_SPOT' ? (cluster.fargateSpot ?? []) : cluster.fargate;
}

/** Whose tasks a spread of the request counts: those of its own kind of Fargate, which are spread apart (1.1.4). */
function countedHosts(cluster: Cluster, request: PlacementRequest): Pick<Cluster, 'instances' | 'fargate'> {
  return request.capacityProvider === 'FARGATE_SPOT' ? { instances: [], fargate: cluster.fargateSpot ?? [] } : cluster;
}

/** Whether every filter rule admits the instance (steps 1 and 2 of 1.1.1). */
export function admits(instance: Instance, request: PlacementRequest): boolean {
  for (const rule of FILTER_RULES) if (!rule.admits(instance, request)) return false;
  return true;
}

/**
 * The whole process of 1.1.1, one pass over all instances a step: filter, then let each strategy in turn keep the
 * best-ranked candidates (1.2.4); `random` draws one of them; what is still tied goes to the lowest index (A1).
 */
export function chooseByScan(cluster: Cluster, request: PlacementRequest, random: Random): Choice {
  let candidates = hostsOf(cluster, request).filter((instance) => admits(instance, request));
  let drawn = false;
  for (const strategy of request.strategies) {
    if (candidates.length <= 1) break;
    if (strategy.type === 'random') {
      candidates = [candidates[random.below(candidates.length)] as Instance];
      drawn = true;
      break;
    }
    const rule = rankRule(strategy);
    const buckets = countBuckets(rule, countedHosts(cluster, request), request.group.active);
    const ranks = candidates.map((instance) => rule.rank(instance, request, buckets));
    let best = Number.POSITIVE_INFINITY;
    for (const rank of ranks) if (rank < best) best = rank;
    candidates = candidates.filter((_, i) => ranks[i] === best);
  }
  return { instance: candidates[0], tied: candidates.length, drawn };
}

/** What a decision is about: the request, who was chosen, and of a DAEMON which instances the task was meant for. */
type Decided = { request: PlacementRequest; chosen: Instance | undefined; only?: readonly Instance[] | undefined };

/** Every candidate with every refusal and every rank, and who was chosen. Built only when somebody asks. */
export function decide(cluster: Cluster, { request, chosen, only }: Decided): Decision {
  const rules = request.strategies.map((strategy) => {
    const rule = rankRule(strategy);
    return { rule, buckets: countBuckets(rule, countedHosts(cluster, request), request.group.active) };
  });
  const candidates = hostsOf(cluster, request).map((instance): Candidate => {
    const refused = FILTER_RULES.filter((rule) => !rule.admits(instance, request)).map((rule) => ({
      rule: rule.rule,
      ...rule.say(instance, request),
    }));
    if (only !== undefined && !only.includes(instance)) {
      refused.push({ rule: 'DAEMON', need: `a task for ${sayNames(only)}`, have: 'one daemon task of its own' });
    }
    if (refused.length > 0) return { instance: instance.name, refused, ranks: [] };
    const ranks: Candidate['ranks'] = rules.map(({ rule, buckets }) => {
      const rank = { rule: rule.name, value: rule.rank(instance, request, buckets) };
      return rule.bucketOf ? { ...rank, note: rule.bucketOf(instance) } : rank;
    });
    ranks.push({ rule: 'lowest index', value: instance.index });
    return { instance: instance.name, refused, ranks };
  });
  return { candidates, chosen: chosen?.name ?? null };
}

function sayNames(instances: readonly Instance[]): string {
  return instances.map(({ name }) => name).join(', ');
}
