import type { Cluster, Instance, PlacementRequest, Task } from '../../cluster.ts';

/** A placement strategy: ranks instances, the lower the better, and says which task goes first when scaling in. */
export type RankRule = {
  /** As the explanation names it, for example `binpack(memory)`. */
  name: string;
  /** The rank depends on the instance alone, not on other instances that share an attribute with it. */
  perInstance: boolean;
  /** Where the instance stands in the ranking; `buckets` holds the counts of `bucketOf`. */
  rank(instance: Instance, request: PlacementRequest, buckets: ReadonlyMap<string, number>): number;
  /** Instances of one bucket are counted together. Undefined for rules that count nothing. */
  bucketOf?(instance: Instance): string;
  /** For scale-in: the task whose stop serves the strategy best has the lowest value (1.3). */
  stopRank(task: Task, buckets: ReadonlyMap<string, number>): number;
};

/** How many active tasks of the group stand in each bucket. */
export function countBuckets(
  rule: RankRule,
  { instances, fargate }: Pick<Cluster, 'instances' | 'fargate'>,
  active: readonly number[],
): Map<string, number> {
  const buckets = new Map<string, number>();
  if (!rule.bucketOf) return buckets;
  for (const instance of [...instances, ...fargate]) {
    const count = active[instance.index] ?? 0;
    const bucket = rule.bucketOf(instance);
    if (count > 0) buckets.set(bucket, (buckets.get(bucket) ?? 0) + count);
  }
  return buckets;
}
