import { countAt, type Instance } from '../../cluster.ts';
import type { RankRule } from './rank-rule.ts';

/** The bucket of instances without the attribute (A2). No attribute value of AWS contains parentheses. */
export const NONE = '(none)';

/**
 * 1.2.2: the attribute value with the fewest tasks of the service, or of the task group, wins.
 * 1.3.1: scaling in, the most loaded value goes first.
 */
export function spread(field: string): RankRule {
  if (field === 'instanceId' || field === 'host') return spreadInstances;
  const name = field.startsWith('attribute:') ? field.slice('attribute:'.length) : field;
  const bucketOf = (instance: Instance) =>
    Object.hasOwn(instance.attributes, name) ? (instance.attributes[name] as string) : NONE;
  return {
    name: `spread(${field})`,
    perInstance: false,
    bucketOf,
    rank: (instance, _request, buckets) => buckets.get(bucketOf(instance)) ?? 0,
    stopRank: (task, buckets) => -(buckets.get(bucketOf(task.instance)) ?? 0),
  };
}

const spreadInstances: RankRule = {
  name: 'spread(instanceId)',
  perInstance: true,
  rank: (instance, { group }) => countAt(group.active, instance),
  stopRank: (task) => -countAt(task.group.active, task.instance),
};
