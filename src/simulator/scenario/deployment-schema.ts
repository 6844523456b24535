import * as z from 'zod/mini';
import { trafficShiftFields } from './traffic-shift-schema.ts';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));

/** How many failed tasks a deployment may have; both fields are required by AWS. */
const thresholdConfigurationSchema = z.strictObject({
  type: z.enum(['BOUNDED_PERCENT', 'UNBOUNDED_PERCENT', 'COUNT']),
  /** Percent of the desired count (1 to 100), or with COUNT the number of tasks itself. */
  value: whole,
});

/** DeploymentCircuitBreaker (3.5). */
const circuitBreakerSchema = z.strictObject({
  enable: z.boolean(),
  rollback: z.boolean(),
  /** Default true: a healthy task sets the count of failures back to 0. */
  resetOnHealthyTask: z.optional(z.boolean()),
  /** Default BOUNDED_PERCENT 50. */
  thresholdConfiguration: z.optional(thresholdConfigurationSchema),
});

/** DeploymentAlarms (3.5/9): the names are those of `world.alarms`. */
const alarmsSchema = z.strictObject({
  alarmNames: z.array(z.string()),
  enable: z.boolean(),
  rollback: z.boolean(),
});

/** The fields of DeploymentConfiguration beyond the two percentages. */
export const deploymentControlFields = {
  deploymentCircuitBreaker: z.optional(circuitBreakerSchema),
  alarms: z.optional(alarmsSchema),
  ...trafficShiftFields,
};

export type CircuitBreakerSpec = z.infer<typeof circuitBreakerSchema>;
