import type { FilterRule } from './filter-rule.ts';

/** 1.1.1: enough free memory. */
export const memory: FilterRule = {
  rule: 'RESOURCE:MEMORY',
  admits: (instance, { shape }) => instance.free.memoryMib >= shape.need.memoryMib,
  say: (instance, { shape }) => ({
    need: `${shape.need.memoryMib} MiB`,
    have: `${instance.free.memoryMib} of ${instance.registered.memoryMib} MiB free`,
  }),
};
