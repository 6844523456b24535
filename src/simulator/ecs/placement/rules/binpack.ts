import type { Resources } from '../../../kernel/resources.ts';
import type { RankRule } from './rank-rule.ts';

/**
 * 1.2.1: the least remaining amount that still fits wins.
 * 1.3.2: scaling in, the instance that would be left with the most goes first, so that emptying instances become empty.
 */
export function binpack(field: 'cpu' | 'memory'): RankRule {
  const amount = (resources: Readonly<Resources>) => (field === 'cpu' ? resources.cpuUnits : resources.memoryMib);
  return {
    name: `binpack(${field})`,
    perInstance: true,
    rank: (instance) => amount(instance.free),
    stopRank: (task) => -(amount(task.instance.free) + amount(task.shape.need)),
  };
}
