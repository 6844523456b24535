import * as z from 'zod/mini';
import { durationSchema } from './duration-schema.ts';

/**
 * ManagedInstancesProvider of CreateCapacityProvider (5.3): instances that ECS launches and ends by itself. Its instances
 * are named `<capacity provider>-1`, `-2` … in the order in which they come.
 */
export const managedInstancesProviderSchema = z.strictObject({
  instanceLaunchTemplate: z.strictObject({
    /** Where its instances may stand: subnets of the world. One subnet: tasks are packed and not spread. */
    networkConfiguration: z.strictObject({ subnets: z.array(z.string()).check(z.minLength(1)) }),
    instanceRequirements: z.strictObject({
      /** Instance types of the table. */
      allowedInstanceTypes: z.array(z.string()).check(z.minLength(1)),
    }),
    /** Default ON_DEMAND. */
    capacityOptionType: z.optional(
      z.enum(['ON_DEMAND', 'SPOT'], { error: 'capacity reservations are not simulated; write ON_DEMAND or SPOT' }),
    ),
    /** GiB, 30 to 16,384. Default 80. */
    storageConfiguration: z.optional(z.strictObject({ storageSizeGiB: z.optional(z.int()) })),
  }),
  infrastructureOptimization: z.optional(
    z.strictObject({
      /** Seconds that an instance without tasks is kept: 0 to 3,600; -1: for ever; null: AWS's default (A88). */
      scaleInAfter: z.optional(z.nullable(z.int())),
    }),
  ),
  /** What AWS cannot know: from the launch of an instance until it takes tasks. Default 0 s. */
  launchSeconds: z.optional(durationSchema),
});

export type ManagedInstancesProvider = z.infer<typeof managedInstancesProviderSchema>;
