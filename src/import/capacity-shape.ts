import * as z from 'zod/mini';

const text = z.optional(z.string());
const whole = z.optional(z.int());
const flag = z.optional(z.boolean());
/** A field that changes nothing in a run. */
const noEffect = z.optional(z.unknown());

/** One item of `aws ecs describe-capacity-providers`. */
export const awsCapacityProviderSchema = z.strictObject({
  name: z.string(),
  capacityProviderArn: noEffect,
  cluster: noEffect,
  status: text,
  type: noEffect,
  updateStatus: noEffect,
  updateStatusReason: noEffect,
  tags: noEffect,
  autoScalingGroupProvider: z.optional(
    z.strictObject({
      autoScalingGroupArn: z.string(),
      managedScaling: z.optional(
        z.strictObject({
          status: z.optional(z.enum(['ENABLED', 'DISABLED'])),
          targetCapacity: whole,
          minimumScalingStepSize: whole,
          maximumScalingStepSize: whole,
          instanceWarmupPeriod: whole,
        }),
      ),
      managedTerminationProtection: text,
      managedDraining: text,
    }),
  ),
});

/** One item of `aws autoscaling describe-auto-scaling-groups`; what the import does not use of it has no effect here. */
export const awsAutoScalingGroupSchema = z.looseObject({
  AutoScalingGroupName: z.string(),
  AutoScalingGroupARN: text,
  MinSize: z.int(),
  MaxSize: z.int(),
  DesiredCapacity: whole,
  AvailabilityZones: z.optional(z.array(z.string())),
  NewInstancesProtectedFromScaleIn: flag,
  Instances: z.optional(z.array(z.looseObject({ InstanceId: z.string(), InstanceType: text }))),
  MixedInstancesPolicy: z.optional(
    z.looseObject({
      InstancesDistribution: z.optional(
        z.looseObject({ OnDemandBaseCapacity: whole, OnDemandPercentageAboveBaseCapacity: whole }),
      ),
    }),
  ),
});

export type AwsCapacityProvider = z.infer<typeof awsCapacityProviderSchema>;
export type AwsAutoScalingGroup = z.infer<typeof awsAutoScalingGroupSchema>;
