import { countAt } from '../../cluster.ts';
import type { FilterRule } from './filter-rule.ts';

/**
 * 1.4.2: no task of the same service or task group on the instance whose desired status is RUNNING. One that was told
 * to stop does not count, even while it is still shutting down (task-placement-constraints.html).
 */
export const distinctInstance: FilterRule = {
  rule: 'distinctInstance',
  admits: (instance, request) => !request.distinctInstance || countAt(request.group.active, instance) === 0,
  say: (instance, { group }) => ({
    need: `no task of ${group.name}`,
    have: `${countAt(group.active, instance)} of them`,
  }),
};
