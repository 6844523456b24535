import * as z from 'zod/mini';

/** Keys of `world`. */
export const pricesWorldFields = {
  /** Switches the estimate of costs on: `cost.usd` and `cost.usdPerHour`. */
  prices: z.optional(
    z.strictObject({
      /** The Region of the price table. */
      region: z.literal('us-east-1', { error: 'has no price table; write us-east-1' }),
      /** What EC2 Spot costs, in percent of On-Demand: it differs by zone and hour, so the table has no figure. */
      ec2SpotPercent: z.optional(z.int().check(z.gte(1), z.lte(100))),
    }),
  ),
};

export type Prices = NonNullable<z.infer<typeof pricesWorldFields.prices>>;
