import * as z from 'zod/mini';
import { alarmStateSchema } from './alarm-schema.ts';
import { durationSchema } from './duration-schema.ts';
import { launchFields } from './fargate-schema.ts';
import { list } from './fault.ts';
import { networkConfigurationSchema } from './network-schema.ts';
import { strategyFields } from './strategy-schema.ts';
import type { UpperVerbs } from './upper-world.ts';
import {
  deploymentConfigurationSchema,
  placementConstraintSchema,
  placementStrategySchema,
  taskDefinitionNameSchema,
} from './world-schema.ts';

/** RunTask, by a person or by an EventBridge rule. */
export const runTaskSchema = z.strictObject({
  taskDefinition: taskDefinitionNameSchema,
  /** 1 to 10. Default 1. */
  count: z.optional(z.int()),
  /** Default `family:<family>`. */
  group: z.optional(z.string()),
  networkConfiguration: z.optional(networkConfigurationSchema),
  ...launchFields,
  ...strategyFields,
  placementConstraints: z.optional(z.array(placementConstraintSchema)),
  placementStrategy: z.optional(z.array(placementStrategySchema)),
});

const verbs = {
  /** UpdateService: a new task definition or forceNewDeployment starts a deployment, other fields do not. */
  updateService: z.optional(
    z.strictObject({
      service: z.string(),
      taskDefinition: z.optional(taskDefinitionNameSchema),
      desiredCount: z.optional(z.int()),
      deploymentConfiguration: z.optional(deploymentConfigurationSchema),
      placementConstraints: z.optional(z.array(placementConstraintSchema)),
      placementStrategy: z.optional(z.array(placementStrategySchema)),
      /** Another one starts a deployment. */
      networkConfiguration: z.optional(networkConfigurationSchema),
      healthCheckGracePeriodSeconds: z.optional(z.int().check(z.gte(0), z.lte(2147483647))),
      availabilityZoneRebalancing: z.optional(z.enum(['ENABLED', 'DISABLED'])),
      forceNewDeployment: z.optional(z.boolean()),
      /** Only with forceNewDeployment. */
      ...strategyFields,
    }),
  ),
  /** RunTask: standalone tasks, named `<family>-run-<n>`. */
  runTask: z.optional(runTaskSchema),
  setDesiredCount: z.optional(z.strictObject({ service: z.string(), desiredCount: z.int() })),
  /** UpdateContainerInstancesState to DRAINING. */
  drain: z.optional(z.strictObject({ instance: z.string() })),
  /** UpdateContainerInstancesState back to ACTIVE. */
  activate: z.optional(z.strictObject({ instance: z.string() })),
  /** StartTask: one task on each named instance, past the scheduler. */
  startTask: z.optional(
    z.strictObject({
      taskDefinition: taskDefinitionNameSchema,
      /** 1 to 10. */
      containerInstances: z.array(z.string()),
      /** Default `family:<family>`. */
      group: z.optional(z.string()),
      networkConfiguration: z.optional(networkConfigurationSchema),
    }),
  ),
  /** UpdateTaskProtection, of tasks of services. */
  updateTaskProtection: z.optional(
    z.strictObject({
      tasks: z.array(z.string()),
      protectionEnabled: z.boolean(),
      /** 1 to 2,880. Default 120. */
      expiresInMinutes: z.optional(z.int()),
    }),
  ),
  /** StopTask by a person. */
  stopTask: z.optional(z.strictObject({ task: z.string() })),
  /** The instance is gone at once, with its tasks. */
  loseInstance: z.optional(z.strictObject({ instance: z.string() })),
  /** StopServiceDeployment: what is under way is rolled back. */
  stopServiceDeployment: z.optional(
    z.strictObject({ service: z.string(), stopType: z.optional(z.literal('ROLLBACK')) }),
  ),
  /** ContinueServiceDeployment: ends the pause of a lifecycle hook. Default action CONTINUE. */
  continueServiceDeployment: z.optional(
    z.strictObject({ service: z.string(), action: z.optional(z.enum(['CONTINUE', 'ROLLBACK'])) }),
  ),
  /** A CloudWatch alarm changes its state. */
  setAlarm: z.optional(z.strictObject({ alarm: z.string(), state: alarmStateSchema })),
  /** Every instance of the zone is gone at once. */
  failAvailabilityZone: z.optional(z.strictObject({ availabilityZone: z.string() })),
};

/** The cluster's own verbs, in the order of the documentation. */
export const CLUSTER_VERBS = Object.keys(verbs);

/** The schema of one thing that happens: when, and exactly one verb, of the cluster or of a storey. */
export function eventSchemaWith(more: Readonly<Record<string, z.ZodMiniType>>) {
  const all = { ...verbs, ...more };
  const names = Object.keys(all);
  return z.strictObject({ at: durationSchema, ...all }).check(
    z.refine((event) => names.filter((verb) => (event as Record<string, unknown>)[verb] !== undefined).length === 1, {
      error: `an event has exactly one verb; write one of ${list(names, 'or')}`,
    }),
  );
}

/** One thing that happens, of the cluster itself. */
export type ClusterEvent = z.infer<z.ZodMiniObject<{ at: typeof durationSchema } & typeof verbs>>;

export type ScenarioEvent = ClusterEvent & UpperVerbs;
