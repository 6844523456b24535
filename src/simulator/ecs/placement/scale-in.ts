import type { Random } from '../../../random/random.ts';
import type { Cluster, Instance, Service, Task } from '../cluster.ts';
import { countBuckets, type RankRule } from './rules/rank-rule.ts';
import { rankRule } from './rules.ts';
import { type Contest, Tournament } from './tournament.ts';

/** Which task stops next, and whether the last word was drawn or fell to the tie rule. */
export type Victim = { task: Task; drawn: boolean; tied: boolean };

/** Tasks that are the same to every rule: of one shape on one instance. Oldest first; `next` is the oldest left. */
type Pile = { tasks: Task[]; next: number };

/**
 * What a rule says of each pile: its own rank, or the count of the bucket it lies in (negative: more is better). Piles
 * of few buckets are pooled by them; with many, the count is a rank of each pile, and `members` says whose.
 */
type Ranking = {
  rule: RankRule;
  ranks: Float64Array;
  bucketOf: Int32Array | undefined;
  counts: Float64Array;
  members: readonly number[][];
};

/** A rule with more buckets than this pools no piles by them. */
const FEW_BUCKETS = 32;

/**
 * Says again and again which of some tasks of a service stops first. The service's strategies guide it (1.3.1 to
 * 1.3.4): each in turn keeps the tasks whose stop serves it best. What is left is random where a strategy was given and
 * AWS says so (A7: from the seed), else it goes to the lowest instance index, then the oldest task (A1).
 *
 * The caller stops each task before it asks for the next one. Tasks of one shape on one instance are looked at as one
 * pile. Piles that share their buckets keep their order among themselves whatever stops elsewhere, so each such pool is
 * a tournament, and asking costs about log(instances) plus the number of pools.
 */
export class VictimPicker {
  readonly #piles: readonly Pile[];
  readonly #pilesOn: ReadonlyMap<Instance, readonly number[]>;
  readonly #rankings: readonly Ranking[];
  readonly #pools: readonly Tournament[];
  readonly #poolOf: readonly Tournament[];
  readonly #random: Random | undefined;
  #lost: Instance | undefined;

  /** Without `random` every tie falls to A1: a deployment does not draw. */
  constructor(cluster: Cluster, service: Service, candidates: readonly Task[], random: Random | undefined) {
    this.#piles = pilesOf(candidates);
    this.#pilesOn = indexByInstance(this.#piles);
    this.#rankings = service.strategies.map((strategy) => prepare(rankRule(strategy), this.#piles, cluster, service));
    const draws = !service.isDefaultStrategy && service.strategies.some(({ type }) => type !== 'binpack');
    this.#random = draws ? random : undefined;
    const contest: Contest = {
      compare: (a, b) => this.#compare(a, b),
      goesFirst: (a, b) => this.#goesFirst(a, b),
      tasksOf: (i) => remaining(this.#piles[i] as Pile),
    };
    const pools = groupBy(this.#piles.keys(), (i) => this.#rankings.map((ranking) => poolOf(ranking, i)).join());
    this.#pools = pools.map((players) => new Tournament(players, contest));
    const poolByPile: Tournament[] = [];
    for (const pool of this.#pools) for (const i of pool.players) poolByPile[i] = pool;
    this.#poolOf = poolByPile;
  }

  /** The task to stop now; undefined when none is left. */
  next(): Victim | undefined {
    if (this.#lost) this.#refresh(this.#lost);
    let best = -1;
    let equals: Tournament[] = [];
    for (const pool of this.#pools) {
      const { winner } = pool;
      const order = winner < 0 ? 1 : best < 0 ? -1 : this.#compare(winner, best);
      if (order > 0) continue;
      if (order < 0) equals = [];
      equals.push(pool);
      if (order < 0 || this.#goesFirst(winner, best)) best = winner;
    }
    if (best < 0) return undefined;
    const total = equals.reduce((sum, { tied }) => sum + tied, 0);
    const isDrawn = this.#random !== undefined && total > 1;
    const task = isDrawn
      ? this.#takeAt(equals, this.#random?.below(total) ?? 0)
      : takeNext(this.#piles[best] as Pile, 0);
    this.#lost = task.instance;
    return { task, drawn: isDrawn, tied: !isDrawn && total > 1 };
  }

  #compare(a: number, b: number): number {
    for (const ranking of this.#rankings) {
      const difference = valueAt(ranking, a) - valueAt(ranking, b);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Piles lie by instance; of two on one instance the one with the oldest task goes first. */
  #goesFirst(a: number, b: number): boolean {
    const [one, other] = [head(this.#piles[a] as Pile), head(this.#piles[b] as Pile)];
    return one.instance === other.instance ? one.index < other.index : a < b;
  }

  /** The `n`th of all tasks that rank like the best pile, in the order of the piles. */
  #takeAt(equals: readonly Tournament[], n: number): Task {
    const below = (end: number) => equals.reduce((sum, pool) => sum + pool.tiedBelow(end), 0);
    let [low, high] = [0, this.#piles.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (below(middle + 1) > n) high = middle;
      else low = middle + 1;
    }
    return takeNext(this.#piles[low] as Pile, n - below(low));
  }

  /** Takes over what the stop of a task changed on its instance, and in the buckets that it counted in. */
  #refresh(instance: Instance): void {
    const here = this.#pilesOn.get(instance) ?? [];
    const changed = new Set(here);
    for (const { rule, ranks, bucketOf, counts, members } of this.#rankings) {
      const bucket = bucketOf?.[here[0] ?? 0];
      if (bucket === undefined) {
        for (const i of here) ranks[i] = rule.stopRank(sample(this.#piles[i] as Pile), NO_BUCKETS);
        continue;
      }
      counts[bucket] = (counts[bucket] as number) - 1;
      for (const i of members[bucket] ?? []) changed.add(i);
    }
    for (const i of changed) this.#poolOf[i]?.recount(i);
    for (const i of changed) this.#poolOf[i]?.replay(i);
  }
}

const NO_BUCKETS: ReadonlyMap<string, number> = new Map();

function prepare(rule: RankRule, piles: readonly Pile[], cluster: Cluster, service: Service): Ranking {
  const bucketName = rule.bucketOf;
  if (bucketName === undefined) {
    const ranks = Float64Array.from(piles, (pile) => rule.stopRank(sample(pile), NO_BUCKETS));
    return { rule, ranks, bucketOf: undefined, counts: new Float64Array(0), members: [] };
  }
  const buckets = countBuckets(rule, cluster, service.group.active);
  const ids = new Map([...buckets.keys()].map((name, id) => [name, id]));
  const bucketOf = Int32Array.from(piles, (pile) => ids.get(bucketName(sample(pile).instance)) ?? 0);
  const members: number[][] = buckets.size > FEW_BUCKETS ? [...buckets].map(() => []) : [];
  for (const [i, bucket] of bucketOf.entries()) members[bucket]?.push(i);
  return { rule, ranks: new Float64Array(0), bucketOf, counts: Float64Array.from(buckets.values()), members };
}

/** What of a ranking decides in which pool a pile is. */
function poolOf({ bucketOf, members }: Ranking, i: number): number | undefined {
  return members.length > 0 ? undefined : bucketOf?.[i];
}

function groupBy(items: Iterable<number>, keyOf: (item: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
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

/** The task that goes next; the last one where none is left, which a tournament may ask until it has played again. */
function head({ tasks, next }: Pile): Task {
  return tasks[Math.min(next, tasks.length - 1)] as Task;
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
