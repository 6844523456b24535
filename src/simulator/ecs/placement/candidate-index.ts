import type { Cluster, Instance, PlacementRequest } from '../cluster.ts';
import { admits, type Choice } from './place.ts';
import type { RankRule } from './rules/rank-rule.ts';
import { rankRule } from './rules.ts';

/** Instances that share every bucket of the request's spread rules, as a binary heap with the best-ranked on top. */
type Pool = { heap: number[] };

/** A rule with what it says of each instance: its own rank, or the bucket it is counted in. */
type PerInstance = { kind: 'instance'; rule: RankRule; ranks: Float64Array };
type PerBucket = { kind: 'bucket'; rule: RankRule; bucketOf: Int32Array; counts: number[] };

const NO_BUCKETS: ReadonlyMap<string, number> = new Map();

/**
 * Answers the same request again and again without looking at every instance: what `chooseByScan` would choose.
 *
 * Inside a pool the counts of zones and other attributes are the same for all, so only ranks that belong to the
 * instance itself order it: one heap a pool. Across pools the tops compete with their whole tuple of ranks. Only
 * instances that changed since the last question are looked at again (`ChangeLog`), so a placement costs about
 * log(instances) plus the number of pools.
 */
export class CandidateIndex {
  readonly #cluster: Cluster;
  readonly #request: PlacementRequest;
  readonly #rules: (PerInstance | PerBucket)[];
  readonly #own: Float64Array[];
  readonly #pools: Pool[] = [];
  readonly #poolOf: Int32Array;
  /** Where an instance stands in its pool's heap; -1 when it is refused. */
  readonly #position: Int32Array;
  /** Active tasks of the group by instance, as last seen. */
  readonly #seenActive: Int32Array;
  #seenChanges: number;

  constructor(cluster: Cluster, request: PlacementRequest) {
    const count = cluster.instances.length;
    this.#cluster = cluster;
    this.#request = request;
    this.#rules = request.strategies.map((strategy) => prepare(rankRule(strategy), cluster));
    this.#own = this.#rules.flatMap((prepared) => (prepared.kind === 'instance' ? [prepared.ranks] : []));
    this.#poolOf = this.#makePools(count);
    this.#position = new Int32Array(count).fill(-1);
    this.#seenActive = new Int32Array(count);
    this.#seenChanges = cluster.changes.total;
    for (const instance of cluster.instances) this.#refresh(instance);
  }

  /** The instance that the request goes to now. */
  choose(): Choice {
    this.#catchUp();
    let best: number | undefined;
    let tied = 0;
    for (const { heap } of this.#pools) {
      const top = heap[0];
      if (top === undefined) continue;
      const order = best === undefined ? -1 : this.#compareRanks(top, best);
      if (order === 0) {
        tied++;
        if (top < (best as number)) best = top;
      } else if (order < 0) {
        best = top;
        tied = 1;
      }
    }
    if (best === undefined) return { instance: undefined, tied: 0, drawn: false };
    if (tied === 1) tied += this.#equalsBelow(best);
    return { instance: this.#cluster.instances[best], tied, drawn: false };
  }

  #makePools(count: number): Int32Array {
    const poolOf = new Int32Array(count);
    const poolByKey = new Map<string, number>();
    for (let i = 0; i < count; i++) {
      const key = this.#rules.map((prepared) => (prepared.kind === 'bucket' ? prepared.bucketOf[i] : '')).join();
      let pool = poolByKey.get(key);
      if (pool === undefined) {
        pool = this.#pools.push({ heap: [] }) - 1;
        poolByKey.set(key, pool);
      }
      poolOf[i] = pool;
    }
    return poolOf;
  }

  #catchUp(): void {
    const { ring, total } = this.#cluster.changes;
    const { instances } = this.#cluster;
    if (total - this.#seenChanges > ring.length) for (const instance of instances) this.#refresh(instance);
    else {
      for (let n = this.#seenChanges; n < total; n++)
        this.#refresh(instances[ring[n % ring.length] as number] as Instance);
    }
    this.#seenChanges = total;
  }

  /** Takes over an instance's present ranks and puts it where it belongs in its heap, or out of it. */
  #refresh(instance: Instance): void {
    const i = instance.index;
    const active = this.#request.group.active[i] ?? 0;
    const change = active - (this.#seenActive[i] as number);
    this.#seenActive[i] = active;
    for (const prepared of this.#rules) {
      if (prepared.kind === 'instance') prepared.ranks[i] = prepared.rule.rank(instance, this.#request, NO_BUCKETS);
      else if (change !== 0) {
        const bucket = prepared.bucketOf[i] as number;
        prepared.counts[bucket] = (prepared.counts[bucket] ?? 0) + change;
      }
    }
    const { heap } = this.#pools[this.#poolOf[i] as number] as Pool;
    const isIn = (this.#position[i] as number) >= 0;
    if (!admits(instance, this.#request)) {
      if (isIn) this.#remove(heap, i);
      return;
    }
    if (!isIn) this.#position[i] = heap.push(i) - 1;
    this.#restore(heap, i);
  }

  #remove(heap: number[], i: number): void {
    const at = this.#position[i] as number;
    const last = heap.pop() as number;
    this.#position[i] = -1;
    if (last === i) return;
    heap[at] = last;
    this.#position[last] = at;
    this.#restore(heap, last);
  }

  /** Moves an instance up, then down, until its heap is in order again. */
  #restore(heap: number[], i: number): void {
    let at = this.#position[i] as number;
    while (at > 0 && this.#before(i, heap[(at - 1) >> 1] as number)) {
      at = this.#put(heap, at, heap[(at - 1) >> 1] as number, (at - 1) >> 1);
    }
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.#before(heap[child + 1] as number, heap[child] as number)) child++;
      if (!this.#before(heap[child] as number, i)) break;
      at = this.#put(heap, at, heap[child] as number, child);
    }
    heap[at] = i;
    this.#position[i] = at;
  }

  /** Moves `moved` into the hole; the hole is where it came from. */
  #put(heap: number[], hole: number, moved: number, from: number): number {
    heap[hole] = moved;
    this.#position[moved] = hole;
    return from;
  }

  #before(a: number, b: number): boolean {
    for (const ranks of this.#own) {
      const difference = (ranks[a] as number) - (ranks[b] as number);
      if (difference !== 0) return difference < 0;
    }
    return a < b;
  }

  #compareRanks(a: number, b: number): number {
    for (const prepared of this.#rules) {
      const difference = valueAt(prepared, a) - valueAt(prepared, b);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** 1 when another instance of the same pool ranks the same: it would stand right below the top. */
  #equalsBelow(top: number): number {
    const { heap } = this.#pools[this.#poolOf[top] as number] as Pool;
    return [heap[1], heap[2]].some((below) => below !== undefined && this.#compareRanks(below, top) === 0) ? 1 : 0;
  }
}

function prepare(rule: RankRule, cluster: Cluster): PerInstance | PerBucket {
  const { bucketOf } = rule;
  const { instances } = cluster;
  if (bucketOf === undefined) return { kind: 'instance', rule, ranks: new Float64Array(instances.length) };
  const ids = new Map<string, number>();
  const buckets = Int32Array.from(instances, (instance) => {
    const name = bucketOf(instance);
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  });
  return { kind: 'bucket', rule, bucketOf: buckets, counts: [] };
}

function valueAt(prepared: PerInstance | PerBucket, i: number): number {
  if (prepared.kind === 'instance') return prepared.ranks[i] as number;
  return prepared.counts[prepared.bucketOf[i] as number] ?? 0;
}
