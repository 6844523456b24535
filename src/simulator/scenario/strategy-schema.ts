import * as z from 'zod/mini';

/** CapacityProviderStrategyItem (5.1). FARGATE and FARGATE_SPOT need no definition. */
export const capacityProviderStrategySchema = z.array(
  z.strictObject({
    capacityProvider: z.string().check(z.minLength(1)),
    /** 0 to 100,000: this many tasks go here before weights count; for one provider only. Default 0. */
    base: z.optional(z.int()),
    /** 0 to 1,000: the share of what lies above the base. Default 0. */
    weight: z.optional(z.int()),
  }),
);

export type CapacityProviderStrategy = z.infer<typeof capacityProviderStrategySchema>;

/** Of CreateService, UpdateService and RunTask. */
export const strategyFields = {
  /** In place of launchType. Default: the world's defaultCapacityProviderStrategy, where there is one. */
  capacityProviderStrategy: z.optional(capacityProviderStrategySchema),
};
