import * as z from 'zod/mini';
import { isPortRange } from '../ecs/networking/ports.ts';
import { isVersion, readTimestamp } from '../ecs/placement/query-subjects.ts';
import { alarmSchema } from './alarm-schema.ts';
import { deploymentControlFields } from './deployment-schema.ts';
import { durationSchema } from './duration-schema.ts';
import { containerFieldsForFargate, launchFields, taskFieldsForFargate } from './fargate-schema.ts';
import { containerLifecycleFields, imageFailureFields } from './lifecycle-schema.ts';
import { imageTrafficFields, instanceSecurityFields } from './load-fields-schema.ts';
import { monitoringFields } from './monitoring-schema.ts';
import { accountSettingsSchema, networkConfigurationSchema, subnetSchema } from './network-schema.ts';
import { quotasSchema } from './quotas-schema.ts';
import { registeredFields } from './registered-schema.ts';
import { purchaseField, spotInstanceFields } from './spot-schema.ts';
import { strategyFields } from './strategy-schema.ts';
import { serviceLoadBalancingFields, targetGroupSchema } from './target-group-schema.ts';
import { lambdaSchema } from './traffic-shift-schema.ts';
import type { UpperWorld } from './upper-world.ts';

/** A resource name of AWS: letters, digits, hyphens and underscores. */
const name = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/, {
    error: 'is not a name AWS takes; write letters, digits, - and _ (at most 255), beginning with a letter or digit',
  }),
);

/** `family:revision`, or a family alone for its latest revision. */
export const taskDefinitionNameSchema = z.string().check(
  z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,254}(:[1-9]\d{0,8})?$/, {
    error: 'is not the name of a task definition; write family:revision, for example web:2',
  }),
);

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));

/** AWS takes CPU and memory of a task as text too ("256"); a scenario holds whole numbers. */
const amount = z.pipe(
  z.union([z.int(), z.string()]).check(
    z.refine((value) => typeof value === 'number' || /^\d{1,7}$/.test(value), {
      error: 'is not an amount; write a whole number: CPU units or MiB',
    }),
  ),
  z.transform(Number),
);

/**
 * A group of container instances, named `<name>-1`, `<name>-2` …
 * Give an `instanceType` of the table, or `cpu` (units, 1 vCPU = 1,024) and `memory` (MiB as registered) instead.
 */
const containerInstancesSchema = z.strictObject({
  name,
  count: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
  instanceType: z.optional(z.string()),
  cpu: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  memory: z.optional(z.int().check(z.gte(1), z.lte(100_000_000))),
  ...registeredFields,
  availabilityZone: z.optional(z.string().check(z.minLength(1))),
  /** Custom attributes; built-in ones (ecs.availability-zone, ecs.instance-type …) are filled in. */
  attributes: z.optional(z.record(z.string(), z.string())),
  /** ECS_RESERVED_MEMORY of the agent, MiB taken off what the instance registers (2.1.2). Default 0. */
  reservedMemory: z.optional(z.int().check(z.gte(0), z.lte(100_000_000))),
  /** Default ACTIVE. */
  status: z.optional(z.enum(['ACTIVE', 'DRAINING'])),
  /** Default true. A disconnected agent takes no tasks. */
  agentConnected: z.optional(z.boolean()),
  /** For the cluster query language: 1.89.2. */
  agentVersion: z.optional(
    z.string().check(z.refine(isVersion, { error: 'is not a version; write for example 1.89.2' })),
  ),
  /** For the cluster query language: 2026-06-18T22:28:28Z, or a date. */
  registeredAt: z.optional(
    z.string().check(
      z.refine((text) => readTimestamp(text) !== undefined, {
        error: 'is not a time; write for example 2026-06-18T22:28:28Z',
      }),
    ),
  ),
  /** ECS_DYNAMIC_HOST_PORT_RANGE of the agent, for example 49153-65535. Default: the kernel's 32768-60999. */
  dynamicHostPortRange: z.optional(
    z
      .string()
      .check(z.refine(isPortRange, { error: 'is not a range of ports; write first-last, for example 49153-65535' })),
  ),
  /** GPUs that the instance registers. Default 0. */
  gpus: z.optional(z.int().check(z.gte(0), z.lte(16))),
  /** A server of your own (ECS Anywhere): only tasks with launchType EXTERNAL go there. Default false. */
  external: z.optional(z.boolean()),
  /** Default true. Without ecs.capability.task-eni the agent cannot run awsvpc tasks. */
  taskEni: z.optional(z.boolean()),
  ...purchaseField,
  ...spotInstanceFields,
  ...instanceSecurityFields,
});

const portMappingSchema = z.strictObject({
  containerPort: whole,
  /** 0 or left out: a dynamic port (bridge); equal to containerPort (host). */
  hostPort: z.optional(whole),
  /** Default tcp. */
  protocol: z.optional(z.enum(['tcp', 'udp'])),
  name: z.optional(z.string()),
});

/** A container health check: seconds, with the ranges and defaults of AWS (3.2). */
const healthCheckSchema = z.strictObject({
  command: z.optional(z.array(z.string())),
  /** 5 to 300. Default 30. */
  interval: z.optional(whole),
  /** 2 to 60. Default 5. */
  timeout: z.optional(whole),
  /** 1 to 10. Default 3. */
  retries: z.optional(whole),
  /** 0 to 300. Default off. */
  startPeriod: z.optional(whole),
});

/** The fields of a container definition that placement and the task lifecycle read. */
const containerDefinitionSchema = z.strictObject({
  name,
  image: z.string().check(z.minLength(1)),
  /** CPU units. Default 0. */
  cpu: z.optional(amount),
  /** Hard limit, MiB. */
  memory: z.optional(amount),
  /** Soft limit, MiB; where given, this is what placement subtracts (2.1.4). */
  memoryReservation: z.optional(amount),
  /** Default true. */
  essential: z.optional(z.boolean()),
  healthCheck: z.optional(healthCheckSchema),
  portMappings: z.optional(z.array(portMappingSchema)),
  ...containerLifecycleFields,
  ...containerFieldsForFargate,
});

export const placementConstraintSchema = z.strictObject({
  type: z.enum(['distinctInstance', 'memberOf']),
  /** Cluster query language, with memberOf only. */
  expression: z.optional(z.string()),
});

export const placementStrategySchema = z.strictObject({
  type: z.enum(['binpack', 'spread', 'random']),
  field: z.optional(z.string()),
});

/** RegisterTaskDefinition. */
const taskDefinitionSchema = z.strictObject({
  family: name,
  /** Default 1. */
  revision: z.optional(z.int().check(z.gte(1), z.lte(999_999_999))),
  /** Default bridge. */
  networkMode: z.optional(z.enum(['none', 'bridge', 'awsvpc', 'host'])),
  containerDefinitions: z.array(containerDefinitionSchema),
  /** Task-level CPU units; where given, this is what placement subtracts (2.1.3). */
  cpu: z.optional(amount),
  /** Task-level memory, MiB. */
  memory: z.optional(amount),
  placementConstraints: z.optional(z.array(placementConstraintSchema)),
  requiresCompatibilities: z.optional(z.array(z.enum(['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES']))),
  ...taskFieldsForFargate,
});

export const deploymentConfigurationSchema = z.strictObject({
  /** Default 100 (REPLICA), 0 (DAEMON). */
  minimumHealthyPercent: z.optional(whole),
  /** Default 200 (REPLICA), 100 (DAEMON). */
  maximumPercent: z.optional(whole),
  ...deploymentControlFields,
});

/** CreateService. */
const serviceSchema = z.strictObject({
  serviceName: name,
  taskDefinition: taskDefinitionNameSchema,
  /** Required for REPLICA, not allowed for DAEMON. */
  desiredCount: z.optional(whole),
  /** Default REPLICA. */
  schedulingStrategy: z.optional(z.enum(['REPLICA', 'DAEMON'])),
  deploymentConfiguration: z.optional(deploymentConfigurationSchema),
  placementConstraints: z.optional(z.array(placementConstraintSchema)),
  placementStrategy: z.optional(z.array(placementStrategySchema)),
  ...serviceLoadBalancingFields,
  ...monitoringFields,
  /** Required for awsvpc tasks. */
  networkConfiguration: z.optional(networkConfigurationSchema),
  ...launchFields,
  ...strategyFields,
  /** Default ENABLED where the service is eligible (1.7). */
  availabilityZoneRebalancing: z.optional(z.enum(['ENABLED', 'DISABLED'])),
});

/** How an image behaves: what AWS cannot know. */
const imageSchema = z.strictObject({
  /** Paid at each start. Default 0 s. */
  pull: z.optional(durationSchema),
  /** From pulled to RUNNING. Default 0 s. */
  start: z.optional(durationSchema),
  /** From SIGTERM to exit. Default 0 s. */
  stop: z.optional(durationSchema),
  /** From RUNNING until the application answers its health check; read only where there is one. Default 0 s. */
  healthy: z.optional(durationSchema),
  ...imageFailureFields,
  ...imageTrafficFields,
});

/** Keys of storeys may stand empty in any world. */
const empty = z.optional(z.array(z.unknown()).check(z.maxLength(0)));

/** AWS API shapes, with AWS defaults wherever AWS has them. The storeys add keys of their own. */
export const worldFields = {
  region: z.optional(z.string().check(z.minLength(1))),
  /** Default: the zones named by the container instances, in order of appearance. */
  availabilityZones: z.optional(z.array(z.string().check(z.minLength(1)))),
  accountSettings: z.optional(accountSettingsSchema),
  /** What `networkConfiguration` names. */
  subnets: z.optional(z.array(subnetSchema)),
  containerInstances: z.array(containerInstancesSchema),
  taskDefinitions: z.array(taskDefinitionSchema),
  services: z.optional(z.array(serviceSchema)),
  /** CreateTargetGroup. */
  targetGroups: z.optional(z.array(targetGroupSchema)),
  autoScalingGroups: empty,
  scalableTargets: empty,
  images: z.optional(z.record(z.string(), imageSchema)),
  /** CloudWatch alarms, for deploymentConfiguration.alarms. */
  alarms: z.optional(z.array(alarmSchema)),
  quotas: z.optional(quotasSchema),
  /** Lambda functions that lifecycle hooks call, by hookTargetArn. */
  lambdas: z.optional(z.record(z.string(), lambdaSchema)),
  load: empty,
  /** steady (default): services stand, healthy, at t = 0. empty: nothing runs yet. */
  begin: z.optional(z.enum(['steady', 'empty'])),
};

export type World = Omit<z.infer<z.ZodMiniObject<typeof worldFields>>, keyof UpperWorld> & UpperWorld;
export type ContainerInstances = z.infer<typeof containerInstancesSchema>;
export type TaskDefinition = z.infer<typeof taskDefinitionSchema>;
export type ContainerDefinition = z.infer<typeof containerDefinitionSchema>;
export type Service = z.infer<typeof serviceSchema>;
export type DeploymentConfiguration = z.infer<typeof deploymentConfigurationSchema>;
export type PlacementConstraint = z.infer<typeof placementConstraintSchema>;
export type PlacementStrategy = z.infer<typeof placementStrategySchema>;
export type Image = z.infer<typeof imageSchema>;
