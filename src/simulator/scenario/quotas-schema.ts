import * as z from 'zod/mini';

const amount = z.optional(z.int().check(z.gte(1), z.lte(1_000_000)));

/**
 * Quotas of the account that a scenario wants kept (3.8). They can be raised, so none applies unless it is written; the
 * figures are those that AWS starts with.
 */
export const quotasSchema = z.strictObject({
  /** By each service: 500 on EC2 and on Fargate. */
  tasksLaunchedPerMinute: amount,
  /** 5,000. */
  tasksPerService: amount,
  /** 5,000. */
  instancesPerCluster: amount,
  /** With capacity providers: 500, and that many without this field too. */
  tasksInProvisioning: amount,
  /** On Fargate, by the whole account: 100 at once, then 20 a second. Either brings the other with AWS's figure. */
  fargateLaunchBurst: amount,
  fargateLaunchesPerSecond: amount,
});

export type Quotas = z.infer<typeof quotasSchema>;
