import type { FilterRule } from './filter-rule.ts';

/** 1.1.1: enough free CPU units. */
export const cpu: FilterRule = {
  rule: 'RESOURCE:CPU',
  admits: (instance, { shape }) => instance.free.cpuUnits >= shape.need.cpuUnits,
  say: (instance, { shape }) => ({
    need: `${shape.need.cpuUnits} CPU units`,
    have: `${instance.free.cpuUnits} of ${instance.registered.cpuUnits} CPU units free`,
  }),
};
