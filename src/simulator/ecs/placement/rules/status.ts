import type { FilterRule } from './filter-rule.ts';

/** 1.1.2: only ACTIVE instances take tasks. */
export const status: FilterRule = {
  rule: 'INACTIVE',
  admits: (instance) => instance.status === 'ACTIVE',
  say: (instance) => ({ need: 'ACTIVE', have: instance.status === 'GONE' ? 'lost' : instance.status }),
};
