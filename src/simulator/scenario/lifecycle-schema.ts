import * as z from 'zod/mini';
import { durationSchema } from './duration-schema.ts';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));

/** Fields of a container definition that decide how its task starts, goes on and stops (3.2, 3.4). Whole seconds. */
export const containerLifecycleFields = {
  /** This container is pulled and started once every condition holds; on the way down the order is reversed. */
  dependsOn: z.optional(
    z.array(
      z.strictObject({ containerName: z.string(), condition: z.enum(['START', 'COMPLETE', 'SUCCESS', 'HEALTHY']) }),
    ),
  ),
  /** How long others may wait for this container to be HEALTHY or to end before the task gives up. 2 to 120. Default: no end. */
  startTimeout: z.optional(whole),
  /** From the stop signal to SIGKILL. Default 30; on Fargate 2 to 120. */
  stopTimeout: z.optional(whole),
  /** Restarts the container in its task. */
  restartPolicy: z.optional(
    z.strictObject({
      enabled: z.boolean(),
      /** Exit codes after which it is not restarted; at most 50. */
      ignoredExitCodes: z.optional(z.array(whole)),
      /** It is restarted only after it ran this long. 60 to 1800. Default 300. */
      restartAttemptPeriod: z.optional(whole),
    }),
  ),
};

/** How an image ends, and what goes wrong with it. */
export const imageFailureFields = {
  /** STOPSIGNAL of the image. Default SIGTERM. */
  stopSignal: z.optional(z.enum(['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH'])),
  /** The step that fails each time: the task ends with TaskFailedToStart. */
  fails: z.optional(z.enum(['pull', 'start'])),
  /** The container exits this long after it started, every time. */
  crashes: z.optional(
    z.strictObject({
      after: durationSchema,
      /** Default 1. A container that ends as it should has 0. */
      exitCode: z.optional(z.int().check(z.gte(0), z.lte(255))),
    }),
  ),
  /** From container start until the application answers no health check any more. Default never. */
  unhealthyAfter: z.optional(durationSchema),
};
