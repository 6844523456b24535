import * as z from 'zod/mini';

const text = z.optional(z.string());
const count = z.optional(z.int().check(z.gte(0)));
/** A field that changes nothing in a run. */
const noEffect = z.optional(z.unknown());
/** AWS CLI 1 prints seconds since 1970, AWS CLI 2 a time. */
export const timeSchema = z.optional(
  z.union([z.string(), z.number()], { error: 'is no time; AWS prints for example 2026-11-21T09:00:00+09:00' }),
);

const attributeSchema = z.strictObject({
  name: z.string(),
  value: text,
  targetType: noEffect,
  targetId: noEffect,
});

const resourceSchema = z.strictObject({
  name: z.string(),
  type: text,
  integerValue: z.optional(z.int()),
  longValue: noEffect,
  doubleValue: noEffect,
  stringSetValue: z.optional(z.array(z.string())),
});

/** One item of `aws ecs describe-container-instances`, as the API's type ContainerInstance has it. */
export const awsInstanceSchema = z.strictObject({
  containerInstanceArn: z.string(),
  ec2InstanceId: text,
  capacityProviderName: text,
  status: text,
  agentConnected: z.optional(z.boolean()),
  attributes: z.optional(z.array(attributeSchema)),
  registeredResources: z.array(resourceSchema),
  remainingResources: z.optional(z.array(resourceSchema)),
  runningTasksCount: count,
  pendingTasksCount: count,
  registeredAt: timeSchema,
  versionInfo: z.optional(z.strictObject({ agentVersion: text, agentHash: noEffect, dockerVersion: noEffect })),
  agentUpdateStatus: noEffect,
  attachments: noEffect,
  gpuDevices: noEffect,
  healthStatus: noEffect,
  statusReason: noEffect,
  tags: noEffect,
  version: noEffect,
});

/** One item of `aws ecs describe-tasks`; what the import does not use of it has no effect. */
export const awsTaskSchema = z.looseObject({
  taskArn: z.string(),
  taskDefinitionArn: text,
  containerInstanceArn: text,
  group: text,
  lastStatus: text,
  availabilityZone: text,
  createdAt: timeSchema,
  pullStartedAt: timeSchema,
  pullStoppedAt: timeSchema,
  startedAt: timeSchema,
  attachments: z.optional(
    z.array(
      z.looseObject({
        type: text,
        details: z.optional(z.array(z.looseObject({ name: z.string(), value: text }))),
      }),
    ),
  ),
});

export type AwsInstance = z.infer<typeof awsInstanceSchema>;
export type AwsTask = z.infer<typeof awsTaskSchema>;
