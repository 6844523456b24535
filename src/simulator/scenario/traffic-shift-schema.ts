import * as z from 'zod/mini';
import { durationSchema } from './duration-schema.ts';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));

/** Stages at which AWS runs lifecycle hooks (3.7/7). */
export const HOOK_STAGES = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
] as const;

/** DeploymentLifecycleHook: a Lambda function of `world.lambdas`, or a pause until continueServiceDeployment. */
const lifecycleHookSchema = z.strictObject({
  /** Default AWS_LAMBDA. */
  targetType: z.optional(z.enum(['AWS_LAMBDA', 'PAUSE'])),
  /** Of a Lambda function; not with PAUSE. */
  hookTargetArn: z.optional(z.string().check(z.minLength(1))),
  roleArn: z.optional(z.string()),
  lifecycleStages: z.array(z.enum(HOOK_STAGES)).check(z.minLength(1)),
  timeoutConfiguration: z.optional(
    z.strictObject({
      /** 1 to 20160. Default 1440. */
      timeoutInMinutes: z.optional(whole),
      /** Default ROLLBACK. */
      action: z.optional(z.enum(['ROLLBACK', 'CONTINUE'])),
    }),
  ),
});

/** The fields of DeploymentConfiguration that shift traffic (3.7). */
export const trafficShiftFields = {
  /** Default ROLLING. */
  strategy: z.optional(z.enum(['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'])),
  /** Both revisions run this long after the last shift. Required with BLUE_GREEN; default 0 with LINEAR and CANARY. */
  bakeTimeInMinutes: z.optional(whole),
  linearConfiguration: z.optional(
    z.strictObject({
      /** 3.0 to 100.0 in steps of 0.1. Default 10. */
      stepPercent: z.optional(z.number()),
      /** 0 to 1440. Default 6. */
      stepBakeTimeInMinutes: z.optional(whole),
    }),
  ),
  canaryConfiguration: z.optional(
    z.strictObject({
      /** 0.1 to 100.0 in steps of 0.1. Default 5. */
      canaryPercent: z.optional(z.number()),
      /** 0 to 1440. Default 10. */
      canaryBakeTimeInMinutes: z.optional(whole),
    }),
  ),
  lifecycleHooks: z.optional(z.array(lifecycleHookSchema)),
};

/** What a Lambda function answers as a lifecycle hook, and after how long: what AWS cannot know. */
export const lambdaSchema = z.strictObject({
  /** Default 0 s. */
  after: z.optional(durationSchema),
  /** Default SUCCEEDED. IN_PROGRESS: it never says anything else. */
  hookStatus: z.optional(z.enum(['SUCCEEDED', 'FAILED', 'IN_PROGRESS'])),
  /** How many times it answers IN_PROGRESS before that. Default 0. */
  inProgress: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
  /** Seconds after which it is called again when it answered IN_PROGRESS. Default 30. */
  callBackDelay: z.optional(z.int().check(z.gte(1), z.lte(86_400))),
});

export type LifecycleHook = z.infer<typeof lifecycleHookSchema>;
export type Lambda = z.infer<typeof lambdaSchema>;
