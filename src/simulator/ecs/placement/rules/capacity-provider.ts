import type { FilterRule } from './filter-rule.ts';

/** 5.1: with a capacity provider only its own instances take the task. */
export const capacityProvider: FilterRule = {
  rule: 'CAPACITY_PROVIDER',
  admits: (instance, request) =>
    request.capacityProvider === undefined || instance.capacityProvider === request.capacityProvider,
  say: (instance, request) => ({
    need: `an instance of ${request.capacityProvider}`,
    have: instance.capacityProvider ?? 'no capacity provider',
  }),
};
