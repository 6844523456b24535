import { countAt } from '../../cluster.ts';
import type { FilterRule } from './filter-rule.ts';

/** 1.4.2: no task of the same service or task group on the instance yet. */
export const distinctInstance: FilterRule = {
  rule: 'distinctInstance',
  admits: (instance, request) => !request.distinctInstance || countAt(request.group.present, instance) === 0,
  say: (instance, { group }) => ({
    need: `no task of ${group.name}`,
    have: `${countAt(group.present, instance)} of them`,
  }),
};
