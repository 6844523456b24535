import type { Random } from '../../../random/random.ts';
import type { Cluster, Instance, Service, Task } from '../cluster.ts';
import { countBuckets, type RankRule } from './rules/rank-rule.ts';
import { rankRule } from './rules.ts';

/** Which task stops next, and whether the last word was drawn or fell to the tie rule. */
export type Victim = { task: Task; drawn: boolean; tied: boolean };

/** Tasks that are the same to every rule: of one shape on one instance. Oldest first; `next` is the oldest left. */
type Pile = { tasks: Task[]; next: number };

/** What a rule says of each pile: its own rank, or the count of the bucket it lies in (negative: more is better). */
type Ranking = { rule: RankRule; ranks: Float64Array; bucketOf: Int32Array | undefined; counts: Float64Array };

/**
 * Says again and again which of some tasks of a service stops first. The service's strategies guide it (1.3.1 to
 * 1.3.4): each in turn keeps the tasks whose stop serves it best. What is left is random where a strategy was given and
 * AWS says so (A7: from the seed), else it goes to the lowest instance index, then the oldest task (A1).
 *
 * The caller stops each task before it asks for the next one. Tasks of one shape on one instance are looked at as one,
 * and only the ranks of the instance that lost a task are taken again: asking is one pass over numbers.
 */
export class VictimPicker {
  readonly #piles: readonly Pile[];
  readonly #pilesOn: ReadonlyMap<Instance, readonly number[]>;
  readonly #rankings: readonly Ranking[];
  readonly #random: Random | undefined;
  #lost: Instance | undefined;

  /** Without `random` every tie falls to A1: a deployment does not draw. */
  constructor(cluster: Cluster, service: Service, candidates: readonly Task[], random: Random | undefined) {
    this.#piles = pilesOf(candidates);
    this.#pilesOn = indexByInstance(this.#piles);
    this.#rankings = service.strategies.map((strategy) => prepare(rankRule(strategy), this.#piles, cluster, service));
    const draws = !service.isDefaultStrategy && service.strategies.some(({ type }) => type !== 'binpack');
    this.#random = draws ? random : undefined;
  }

  /** The task to stop now; undefined when none is left. */
  next(): Victim | undefined {
    if (this.#lost) this.#refresh(this.#lost);
    const { best, total } = this.#scan();
    if (best === undefined) return undefined;
    const isDrawn = this.#random !== undefined && total > 1;
    const task = isDrawn ? this.#takeAt(best, this.#random?.below(total) ?? 0) : takeNext(this.#piles[best] as Pile, 0);
    this.#lost = task.instance;
    return { task, drawn: isDrawn, tied: !isDrawn && total > 1 };
  }

  /** The best pile (of equals the one that A1 prefers: they lie by instance), and how many tasks rank like it. */
  #scan(): { best: number | undefined; total: number } {
    let best: number | undefined;
    let total = 0;
    for (let i = 0; i < this.#piles.length; i++) {
      const count = remaining(this.#piles[i] as Pile);
      if (count === 0) continue;
      const order = best === undefined ? -1 : this.#compare(i, best);
      if (order > 0) continue;
      if (order < 0) total = 0;
      if (order < 0 || this.#isOlder(i, best as number)) best = i;
      total += count;
    }
    return { best, total };
  }

  /** Piles of one instance that rank the same: the oldest task goes first. */
  #isOlder(i: number, than: number): boolean {
    const [a, b] = [head(this.#piles[i] as Pile), head(this.#piles[than] as Pile)];
    return a.instance === b.instance && a.index < b.index;
  }

  #compare(a: number, b: number): number {
    for (const ranking of this.#rankings) {
      const difference = valueAt(ranking, a) - valueAt(ranking, b);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The `n`th of all tasks that rank like the best pile. */
  #takeAt(best: number, n: number): Task {
    let rest = n;
    for (let i = 0; i < this.#piles.length; i++) {
      const pile = this.#piles[i] as Pile;
      if (remaining(pile) === 0 || this.#compare(i, best) !== 0) continue;
      if (rest < remaining(pile)) return takeNext(pile, rest);
      rest -= remaining(pile);
    }
    throw new Error('drew a task beyond the last one');
  }

  /** Takes over what the stop of a task changed on its instance, and in the buckets that it counted in. */
  #refresh(instance: Instance): void {
    const piles = this.#pilesOn.get(instance) ?? [];
    for (const { rule, ranks, bucketOf, counts } of this.#rankings) {
      const bucket = bucketOf?.[piles[0] ?? 0];
      if (bucket !== undefined) counts[bucket] = (counts[bucket] as number) - 1;
      else for (const i of piles) ranks[i] = rule.stopRank(sample(this.#piles[i] as Pile), NO_BUCKETS);
    }
  }
}

const NO_BUCKETS: ReadonlyMap<string, number> = new Map();

function prepare(rule: RankRule, piles: readonly Pile[], cluster: Cluster, service: Service): Ranking {
  const bucketName = rule.bucketOf;
  if (bucketName === undefined) {
    const ranks = Float64Array.from(piles, (pile) => rule.stopRank(sample(pile), NO_BUCKETS));
    return { rule, ranks, bucketOf: undefined, counts: new Float64Array(0) };
  }
  const buckets = countBuckets(rule, cluster, service.group.active);
  const names = [...buckets.keys()];
  const ids = new Map(names.map((name, id) => [name, id]));
  return {
    rule,
    ranks: new Float64Array(0),
    bucketOf: Int32Array.from(piles, (pile) => ids.get(bucketName(sample(pile).instance)) ?? 0),
    counts: Float64Array.from(names, (name) => buckets.get(name) ?? 0),
  };
}

function valueAt({ ranks, bucketOf, counts }: Ranking, i: number): number {
  return bucketOf === undefined ? (ranks[i] as number) : -(counts[bucketOf[i] as number] as number);
}

/** Piles by the lowest instance index, then the oldest task. */
function pilesOf(candidates: readonly Task[]): Pile[] {
  const inOrder = [...candidates].sort((a, b) => a.instance.index - b.instance.index || a.index - b.index);
  const piles: Pile[] = [];
  let here = new Map<Task['shape'], Pile>();
  let instance: Instance | undefined;
  for (const task of inOrder) {
    if (task.instance !== instance) here = new Map();
    instance = task.instance;
    const pile = here.get(task.shape) ?? { tasks: [], next: 0 };
    if (pile.tasks.length === 0) piles.push(pile);
    here.set(task.shape, pile);
    pile.tasks.push(task);
  }
  return piles;
}

function indexByInstance(piles: readonly Pile[]): Map<Instance, number[]> {
  const result = new Map<Instance, number[]>();
  for (const [i, pile] of piles.entries()) {
    const { instance } = sample(pile);
    result.set(instance, [...(result.get(instance) ?? []), i]);
  }
  return result;
}

/** Any task of the pile: they are the same to every rule. */
function sample({ tasks }: Pile): Task {
  return tasks[0] as Task;
}

/** The task that goes next. */
function head({ tasks, next }: Pile): Task {
  return tasks[next] as Task;
}

function remaining({ tasks, next }: Pile): number {
  return tasks.length - next;
}

/** The `n`th task that is left; the oldest one moves into its place. */
function takeNext(pile: Pile, n: number): Task {
  const at = pile.next + n;
  const task = pile.tasks[at] as Task;
  pile.tasks[at] = pile.tasks[pile.next] as Task;
  pile.next++;
  return task;
}
