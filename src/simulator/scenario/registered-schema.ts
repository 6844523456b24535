import * as z from 'zod/mini';

/** Of container instances and Auto Scaling groups. */
export const registeredFields = {
  /**
   * What an instance registers, where that is known, in place of the table's figures for its type (A20); with it the
   * type may be any. CPU units and MiB.
   */
  registeredResources: z.optional(
    z.strictObject({
      cpu: z.int().check(z.gte(1), z.lte(1_000_000)),
      memory: z.int().check(z.gte(1), z.lte(100_000_000)),
    }),
  ),
};
