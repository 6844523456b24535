import type { Random } from '../../../random/random.ts';
import type { Cluster, Service, Task } from '../cluster.ts';
import { countBuckets } from './rules/rank-rule.ts';
import { rankRule } from './rules.ts';

/** Which task stops next, and whether the last word was drawn or fell to the tie rule. */
export type Victim = { task: Task; drawn: boolean; tied: boolean };

/**
 * Which of `candidates` stops first. The service's strategies guide it (1.3.1 to 1.3.4): each in turn keeps the tasks
 * whose stop serves it best. What is left is random where a strategy was given and AWS says so (A7: seeded), else it
 * goes to the lowest instance index, then the oldest task (A1).
 */
export function chooseVictim(
  cluster: Cluster,
  service: Service,
  candidates: readonly Task[],
  random: Random | undefined,
): Victim | undefined {
  let left = candidates;
  for (const strategy of service.strategies) {
    if (left.length <= 1) break;
    const rule = rankRule(strategy);
    const buckets = countBuckets(rule, cluster, service.group.active);
    const ranks = left.map((task) => rule.stopRank(task, buckets));
    let best = Number.POSITIVE_INFINITY;
    for (const rank of ranks) if (rank < best) best = rank;
    left = left.filter((_, i) => ranks[i] === best);
  }
  if (left.length === 0) return undefined;
  const isRandom = !service.isDefaultStrategy && service.strategies.some(({ type }) => type !== 'binpack');
  if (isRandom && random && left.length > 1) {
    return { task: left[random.below(left.length)] as Task, drawn: true, tied: false };
  }
  const first = left.reduce((a, b) => (before(b, a) ? b : a));
  return { task: first, drawn: false, tied: left.length > 1 };
}

function before(a: Task, b: Task): boolean {
  return a.instance.index - b.instance.index < 0 || (a.instance === b.instance && a.index < b.index);
}
