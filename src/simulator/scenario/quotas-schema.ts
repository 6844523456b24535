import * as z from 'zod/mini';

/**
 * Quotas of the account that a scenario wants kept (3.8). They can be raised, so none applies unless it is written; AWS
 * starts at 500 tasks launched per minute and service on EC2, and 5,000 tasks a service.
 */
export const quotasSchema = z.strictObject({
  tasksLaunchedPerMinute: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  tasksPerService: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
});
