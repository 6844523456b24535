import * as z from 'zod/mini';

const text = z.optional(z.string());
const whole = z.optional(z.int());
const number = z.optional(z.number());
const flag = z.optional(z.boolean());
/** A field that changes nothing in a run. */
const noEffect = z.optional(z.unknown());
const time = z.optional(
  z.union([z.string(), z.number()], { error: 'is no time; AWS prints for example 2026-11-21T09:00:00+09:00' }),
);

/** One item of `aws application-autoscaling describe-scalable-targets`. */
export const awsScalableTargetSchema = z.strictObject({
  ResourceId: z.string(),
  MinCapacity: z.int(),
  MaxCapacity: z.int(),
  SuspendedState: z.optional(
    z.strictObject({
      DynamicScalingInSuspended: flag,
      DynamicScalingOutSuspended: flag,
      ScheduledScalingSuspended: flag,
    }),
  ),
  CreationTime: noEffect,
  PredictedCapacity: noEffect,
  RoleARN: noEffect,
  ScalableDimension: noEffect,
  ScalableTargetARN: noEffect,
  ServiceNamespace: noEffect,
});

/** One item of `aws application-autoscaling describe-scaling-policies`. */
export const awsScalingPolicySchema = z.strictObject({
  ResourceId: z.string(),
  PolicyName: z.string(),
  PolicyType: z.string(),
  TargetTrackingScalingPolicyConfiguration: z.optional(
    z.strictObject({
      TargetValue: z.number(),
      PredefinedMetricSpecification: z.optional(
        z.strictObject({ PredefinedMetricType: z.string(), ResourceLabel: text }),
      ),
      CustomizedMetricSpecification: noEffect,
      ScaleOutCooldown: whole,
      ScaleInCooldown: whole,
      DisableScaleIn: flag,
    }),
  ),
  StepScalingPolicyConfiguration: z.optional(
    z.strictObject({
      AdjustmentType: z.string(),
      StepAdjustments: z.array(
        z.strictObject({
          MetricIntervalLowerBound: number,
          MetricIntervalUpperBound: number,
          ScalingAdjustment: z.int(),
        }),
      ),
      Cooldown: whole,
      MetricAggregationType: text,
      MinAdjustmentMagnitude: whole,
    }),
  ),
  Alarms: z.optional(z.array(z.looseObject({ AlarmName: z.string() }))),
  CreationTime: noEffect,
  PolicyARN: noEffect,
  PredictiveScalingPolicyConfiguration: noEffect,
  ScalableDimension: noEffect,
  ServiceNamespace: noEffect,
});

/** One item of `aws application-autoscaling describe-scheduled-actions`. */
export const awsScheduledActionSchema = z.strictObject({
  ResourceId: text,
  ScheduledActionName: z.string(),
  Schedule: z.string(),
  Timezone: text,
  StartTime: time,
  EndTime: time,
  ScalableTargetAction: z.optional(z.strictObject({ MinCapacity: whole, MaxCapacity: whole })),
  CreationTime: noEffect,
  ScalableDimension: noEffect,
  ScheduledActionARN: noEffect,
  ServiceNamespace: noEffect,
});

export type AwsScalableTarget = z.infer<typeof awsScalableTargetSchema>;
export type AwsScalingPolicy = z.infer<typeof awsScalingPolicySchema>;
export type AwsScheduledAction = z.infer<typeof awsScheduledActionSchema>;
