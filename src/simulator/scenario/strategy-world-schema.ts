import * as z from 'zod/mini';
import { capacityProviderStrategySchema } from './strategy-schema.ts';

/** Keys of `world`. */
export const strategyWorldFields = {
  /** PutClusterCapacityProviders: for services and tasks that name neither a launch type nor a strategy. */
  defaultCapacityProviderStrategy: z.optional(capacityProviderStrategySchema),
  /** What AWS cannot tell: how many Fargate Spot tasks fit into each zone. Zones left out take any number. */
  spotCapacity: z.optional(z.record(z.string(), z.int().check(z.gte(0), z.lte(1_000_000)))),
};
