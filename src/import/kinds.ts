import type * as z from 'zod/mini';
import {
  type AwsAutoScalingGroup,
  type AwsCapacityProvider,
  awsAutoScalingGroupSchema,
  awsCapacityProviderSchema,
} from './capacity-shape.ts';
import { type AwsInstance, type AwsTask, awsInstanceSchema, awsTaskSchema } from './instance-shape.ts';
import {
  type AwsAttribute,
  type AwsSubnet,
  type AwsTargetGroup,
  awsAttributeSchema,
  awsSubnetSchema,
  awsTargetGroupSchema,
} from './network-shape.ts';
import {
  type AwsScalableTarget,
  type AwsScalingPolicy,
  type AwsScheduledAction,
  awsScalableTargetSchema,
  awsScalingPolicySchema,
  awsScheduledActionSchema,
} from './scaling-shape.ts';
import { type AwsService, awsServiceSchema } from './service-shape.ts';
import type { Described } from './source.ts';
import { type AwsTaskDefinition, awsTaskDefinitionSchema } from './task-definition-shape.ts';

/** What the files describe, by kind. */
export type Things = {
  services: Described<AwsService>[];
  taskDefinitions: Described<AwsTaskDefinition>[];
  instances: Described<AwsInstance>[];
  tasks: Described<AwsTask>[];
  targetGroups: Described<AwsTargetGroup>[];
  attributes: Described<AwsAttribute>[];
  subnets: Described<AwsSubnet>[];
  scalableTargets: Described<AwsScalableTarget>[];
  scalingPolicies: Described<AwsScalingPolicy>[];
  scheduledActions: Described<AwsScheduledAction>[];
  capacityProviders: Described<AwsCapacityProvider>[];
  autoScalingGroups: Described<AwsAutoScalingGroup>[];
};

export type Kind = {
  into: keyof Things;
  command: string;
  /** Keys under which an output holds one or many of them; `service` is what create-service and update-service print. */
  keys: readonly string[];
  /** A field that only things of this kind have, for output that --query cut out of its whole. */
  mark: string;
  schema: z.ZodMiniType;
};

/** What the import reads, recognised by its content: a file's name says nothing. */
export const KINDS: readonly Kind[] = [
  {
    into: 'services',
    command: 'aws ecs describe-services',
    keys: ['services', 'service'],
    mark: 'serviceName',
    schema: awsServiceSchema,
  },
  {
    into: 'instances',
    command: 'aws ecs describe-container-instances',
    keys: ['containerInstances'],
    mark: 'registeredResources',
    schema: awsInstanceSchema,
  },
  {
    into: 'tasks',
    command: 'aws ecs describe-tasks',
    keys: ['tasks'],
    mark: 'taskArn',
    schema: awsTaskSchema,
  },
  {
    into: 'taskDefinitions',
    command: 'aws ecs describe-task-definition',
    keys: ['taskDefinition'],
    mark: 'containerDefinitions',
    schema: awsTaskDefinitionSchema,
  },
  {
    into: 'targetGroups',
    command: 'aws elbv2 describe-target-groups',
    keys: ['TargetGroups'],
    mark: 'TargetGroupName',
    schema: awsTargetGroupSchema,
  },
  {
    into: 'attributes',
    command: 'aws elbv2 describe-target-group-attributes',
    keys: ['Attributes'],
    mark: 'Key',
    schema: awsAttributeSchema,
  },
  {
    into: 'subnets',
    command: 'aws ec2 describe-subnets',
    keys: ['Subnets'],
    mark: 'SubnetId',
    schema: awsSubnetSchema,
  },
  {
    into: 'scalableTargets',
    command: 'aws application-autoscaling describe-scalable-targets',
    keys: ['ScalableTargets'],
    mark: 'ScalableTargetARN',
    schema: awsScalableTargetSchema,
  },
  {
    into: 'scalingPolicies',
    command: 'aws application-autoscaling describe-scaling-policies',
    keys: ['ScalingPolicies'],
    mark: 'PolicyType',
    schema: awsScalingPolicySchema,
  },
  {
    into: 'scheduledActions',
    command: 'aws application-autoscaling describe-scheduled-actions',
    keys: ['ScheduledActions'],
    mark: 'ScheduledActionName',
    schema: awsScheduledActionSchema,
  },
  {
    into: 'capacityProviders',
    command: 'aws ecs describe-capacity-providers',
    keys: ['capacityProviders'],
    mark: 'autoScalingGroupProvider',
    schema: awsCapacityProviderSchema,
  },
  {
    into: 'autoScalingGroups',
    command: 'aws autoscaling describe-auto-scaling-groups',
    keys: ['AutoScalingGroups'],
    mark: 'AutoScalingGroupName',
    schema: awsAutoScalingGroupSchema,
  },
];

/** Output that only lists names, and the command that describes what it lists. */
export const LISTS: Record<string, string> = {
  serviceArns: 'aws ecs describe-services --services <these>',
  containerInstanceArns: 'aws ecs describe-container-instances --container-instances <these>',
  taskArns: 'aws ecs describe-tasks --tasks <these>',
  taskDefinitionArns: 'aws ecs describe-task-definition --task-definition <one of these>',
  clusterArns: 'aws ecs describe-services --cluster <one of these> --services <names>',
};
