import type { FilterRule } from './filter-rule.ts';

/** 5.1: with a capacity provider only its own instances take the task; Managed Instances take no other (5.3). */
export const capacityProvider: FilterRule = {
  rule: 'CAPACITY_PROVIDER',
  admits: (instance, request) =>
    request.capacityProvider === undefined
      ? instance.managed === undefined
      : instance.capacityProvider === request.capacityProvider,
  say: (instance, request) => ({
    need:
      request.capacityProvider === undefined ? 'an instance of your own' : `capacity of ${request.capacityProvider}`,
    have: instance.capacityProvider ?? 'no capacity provider',
  }),
};
