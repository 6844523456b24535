import * as z from 'zod/mini';
import { durationSchema } from './duration-schema.ts';
import { registeredFields } from './registered-schema.ts';
import { spotInstanceFields } from './spot-schema.ts';
import { managedInstancesProviderSchema } from './strategy-managed-schema.ts';

const name = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/, {
    error: 'is not a name; write letters, digits, - and _ (at most 255), beginning with a letter or digit',
  }),
);

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));
const onOff = z.enum(['ENABLED', 'DISABLED']);

/** CreateAutoScalingGroup. Its instances are named `<autoScalingGroupName>-1`, `-2` … in the order in which they come. */
const autoScalingGroupSchema = z.strictObject({
  autoScalingGroupName: name,
  minSize: whole,
  maxSize: whole,
  /** Default: minSize. The instances that are there when the run begins. */
  desiredCapacity: z.optional(whole),
  /** One type of the table, or several with the first as the one that is launched (A73). */
  instanceType: z.optional(z.string()),
  instanceTypes: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** Default: every zone of the world. */
  availabilityZones: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1))),
  /** What AWS cannot know: from launch until the instance is registered and ACTIVE. Default 0 s. */
  launchSeconds: z.optional(durationSchema),
  /** Default false. */
  newInstancesProtectedFromScaleIn: z.optional(z.boolean()),
  /** Default on-demand. */
  purchaseOption: z.optional(z.enum(['on-demand', 'spot'])),
  ...spotInstanceFields,
  ...registeredFields,
  /** Custom attributes of the container instances (ECS_INSTANCE_ATTRIBUTES). */
  attributes: z.optional(z.record(z.string(), z.string())),
  /** ECS_RESERVED_MEMORY of the agent, MiB. Default 0. */
  reservedMemory: z.optional(z.int().check(z.gte(0), z.lte(100_000_000))),
});

/** ManagedScaling (5.2.5, 5.2.6). */
const managedScalingSchema = z.strictObject({
  status: onOff,
  /** 1 to 100. Default 100. */
  targetCapacity: z.optional(whole),
  /** 1 to 10,000. Default 1. */
  minimumScalingStepSize: z.optional(whole),
  /** 1 to 10,000. Default 10,000. */
  maximumScalingStepSize: z.optional(whole),
  /** Seconds, 0 to 10,000. Default 300. */
  instanceWarmupPeriod: z.optional(whole),
});

/** AutoScalingGroupProvider. */
const autoScalingGroupProviderSchema = z.strictObject({
  /** autoScalingGroupName of one of the world's groups. */
  autoScalingGroup: z.string(),
  /** Left out: not managed (A70). */
  managedScaling: z.optional(managedScalingSchema),
  /** Default DISABLED. */
  managedTerminationProtection: z.optional(onOff),
  /** Default ENABLED. */
  managedDraining: z.optional(onOff),
});

/** CreateCapacityProvider, already associated with the cluster. FARGATE and FARGATE_SPOT are built in. */
const capacityProviderSchema = z.strictObject({
  name,
  autoScalingGroupProvider: z.optional(autoScalingGroupProviderSchema),
  managedInstancesProvider: z.optional(managedInstancesProviderSchema),
});

/** Keys of `world`. */
export const capacityWorldFields = {
  /** CreateAutoScalingGroup. */
  autoScalingGroups: z.optional(z.array(autoScalingGroupSchema)),
  capacityProviders: z.optional(z.array(capacityProviderSchema)),
};

export type AutoScalingGroup = z.infer<typeof autoScalingGroupSchema>;
export type CapacityProvider = z.infer<typeof capacityProviderSchema>;
export type AutoScalingGroupProvider = z.infer<typeof autoScalingGroupProviderSchema>;
