import * as z from 'zod/mini';
import { readTimestamp } from '../ecs/placement/query-subjects.ts';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));
const text = z.string().check(z.minLength(1), z.maxLength(1600));

/** A policy's name stands in metrics, whose parts are joined by dots. */
const policyName = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{1,128}$/, {
    error: 'is not a name that fits here; write letters, digits, - and _ (at most 128)',
  }),
);

const time = z.string().check(
  z.refine((value) => readTimestamp(value) !== undefined, {
    error: 'is not a time; write for example 2026-01-01T09:00:00Z',
  }),
);

/** The metrics that AWS offers ready-made for services (4.1.8). */
const PREDEFINED = [
  'ECSServiceAverageCPUUtilization',
  'ECSServiceAverageMemoryUtilization',
  'ALBRequestCountPerTarget',
  'ECSServiceAverageCPUUtilizationHighResolution',
  'ECSServiceAverageMemoryUtilizationHighResolution',
] as const;

const targetTrackingSchema = z.strictObject({
  targetValue: z.number(),
  predefinedMetricSpecification: z.optional(
    z.strictObject({
      predefinedMetricType: z.enum(PREDEFINED),
      /** app/<load balancer>/…/targetgroup/<target group>/…, for ALBRequestCountPerTarget. */
      resourceLabel: z.optional(text),
    }),
  ),
  /** In place of AWS's namespace, name and dimensions: any metric of a run. */
  customizedMetricSpecification: z.optional(
    z.strictObject({
      metric: z.string(),
      /** Default Average. */
      statistic: z.optional(z.enum(['Average', 'Minimum', 'Maximum', 'Sum'])),
    }),
  ),
  /** Seconds. Default 300. */
  scaleOutCooldown: z.optional(whole),
  /** Seconds. Default 300. */
  scaleInCooldown: z.optional(whole),
  /** Default false. */
  disableScaleIn: z.optional(z.boolean()),
});

const bound = z.optional(z.nullable(z.number()));

const stepScalingSchema = z.strictObject({
  adjustmentType: z.enum(['ChangeInCapacity', 'ExactCapacity', 'PercentChangeInCapacity']),
  stepAdjustments: z.array(
    z.strictObject({
      /** Offset from the alarm's threshold; null or none is minus infinity. */
      metricIntervalLowerBound: bound,
      /** Offset from the alarm's threshold; null or none is infinity. */
      metricIntervalUpperBound: bound,
      scalingAdjustment: whole,
    }),
  ),
  /** Seconds. Default 300. */
  cooldown: z.optional(whole),
  /** With PercentChangeInCapacity: the least number of tasks to move. */
  minAdjustmentMagnitude: z.optional(whole),
  /** Default Average. */
  metricAggregationType: z.optional(z.enum(['Average', 'Minimum', 'Maximum'])),
});

/** PutScalingPolicy. */
const scalingPolicySchema = z.strictObject({
  policyName,
  policyType: z.enum(['TargetTrackingScaling', 'StepScaling'], {
    error: 'is no policy type that is simulated; write TargetTrackingScaling or StepScaling',
  }),
  targetTrackingScalingPolicyConfiguration: z.optional(targetTrackingSchema),
  stepScalingPolicyConfiguration: z.optional(stepScalingSchema),
});

/** PutScheduledAction. */
const scheduledActionSchema = z.strictObject({
  scheduledActionName: text,
  /** at(…), rate(…) or cron(…). */
  schedule: text,
  /** Default UTC. */
  timezone: z.optional(text),
  startTime: z.optional(time),
  endTime: z.optional(time),
  scalableTargetAction: z.strictObject({ minCapacity: z.optional(whole), maxCapacity: z.optional(whole) }),
});

/** RegisterScalableTarget, with its policies and scheduled actions. */
const scalableTargetSchema = z.strictObject({
  /** In place of the resource id service/<cluster>/<service>. */
  service: z.string(),
  minCapacity: whole,
  maxCapacity: whole,
  suspendedState: z.optional(
    z.strictObject({
      dynamicScalingInSuspended: z.optional(z.boolean()),
      dynamicScalingOutSuspended: z.optional(z.boolean()),
      scheduledScalingSuspended: z.optional(z.boolean()),
    }),
  ),
  scalingPolicies: z.optional(z.array(scalingPolicySchema)),
  scheduledActions: z.optional(z.array(scheduledActionSchema)),
});

/** What service scaling adds to a world. */
export const scalingWorldFields = {
  scalableTargets: z.optional(z.array(scalableTargetSchema)),
  /** The time of day at second 0, for schedules and events. Default 2026-01-01T00:00:00Z, a Thursday. */
  startsAt: z.optional(time),
};

export type ScalableTarget = z.infer<typeof scalableTargetSchema>;
export type ScalingPolicy = z.infer<typeof scalingPolicySchema>;
export type TargetTracking = z.infer<typeof targetTrackingSchema>;
export type StepScaling = z.infer<typeof stepScalingSchema>;
export type ScheduledAction = z.infer<typeof scheduledActionSchema>;
