import * as z from 'zod/mini';

/** StateValue of a CloudWatch alarm. */
export const alarmStateSchema = z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']);

const statisticSchema = z.enum(['Average', 'Minimum', 'Maximum', 'Sum']);
const comparisonOperatorSchema = z.enum([
  'GreaterThanThreshold',
  'GreaterThanOrEqualToThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
]);
const missingDataSchema = z.enum(['missing', 'ignore', 'breaching', 'notBreaching']);

export type AlarmState = z.infer<typeof alarmStateSchema>;
export type Statistic = z.infer<typeof statisticSchema>;
export type ComparisonOperator = z.infer<typeof comparisonOperatorSchema>;
export type MissingData = z.infer<typeof missingDataSchema>;

const count = z.optional(z.int().check(z.gte(-2147483648), z.lte(2147483647)));

/**
 * A CloudWatch alarm. With a `metric` (any metric of a run) it is evaluated at the end of every minute, and PutMetricAlarm's
 * fields are needed; without one the event setAlarm alone changes it.
 */
export const alarmSchema = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** When the run begins. Default OK, with a metric INSUFFICIENT_DATA. */
  state: z.optional(alarmStateSchema),
  /** In place of AWS's namespace, metric name and dimensions: services.web.cpu */
  metric: z.optional(z.string()),
  /** Sum adds up a metric that is a rate per second. */
  statistic: z.optional(statisticSchema),
  /** Seconds, a multiple of 60. */
  period: count,
  evaluationPeriods: count,
  /** Default: every one of evaluationPeriods. */
  datapointsToAlarm: count,
  threshold: z.optional(z.number()),
  comparisonOperator: z.optional(comparisonOperatorSchema),
  /** Default missing. */
  treatMissingData: z.optional(missingDataSchema),
  /** Names of step scaling policies. */
  alarmActions: z.optional(z.array(z.string())),
});

export type AlarmSpec = z.infer<typeof alarmSchema>;
