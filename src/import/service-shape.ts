import * as z from 'zod/mini';

const text = z.optional(z.string());
const count = z.optional(z.int().check(z.gte(0)));
const flag = z.optional(z.boolean());
const texts = z.optional(z.array(z.string()));
/** A field that changes nothing in a run. A field that is in no shape at all is reported as not simulated. */
const noEffect = z.optional(z.unknown());

export const strategyItemSchema = z.strictObject({
  capacityProvider: z.string(),
  weight: z.optional(z.int()),
  base: z.optional(z.int()),
});

const awsvpcSchema = z.strictObject({ subnets: z.array(z.string()), securityGroups: texts, assignPublicIp: text });

const hookSchema = z.strictObject({
  targetType: text,
  hookTargetArn: text,
  roleArn: noEffect,
  hookDetails: noEffect,
  lifecycleStages: z.array(z.string()),
  timeoutConfiguration: z.optional(z.strictObject({ timeoutInMinutes: z.optional(z.number()), action: text })),
});

const deploymentConfigurationSchema = z.strictObject({
  minimumHealthyPercent: z.optional(z.int()),
  maximumPercent: z.optional(z.int()),
  deploymentCircuitBreaker: z.optional(
    z.strictObject({
      enable: z.boolean(),
      rollback: z.boolean(),
      resetOnHealthyTask: flag,
      thresholdConfiguration: z.optional(z.strictObject({ type: z.string(), value: z.int() })),
    }),
  ),
  alarms: z.optional(z.strictObject({ alarmNames: z.array(z.string()), enable: z.boolean(), rollback: z.boolean() })),
  strategy: text,
  bakeTimeInMinutes: z.optional(z.int()),
  linearConfiguration: z.optional(
    z.strictObject({ stepPercent: z.optional(z.number()), stepBakeTimeInMinutes: z.optional(z.int()) }),
  ),
  canaryConfiguration: z.optional(
    z.strictObject({ canaryPercent: z.optional(z.number()), canaryBakeTimeInMinutes: z.optional(z.int()) }),
  ),
  lifecycleHooks: z.optional(z.array(hookSchema)),
});

/** One item of `deployments`; what it repeats of the service has no effect of its own. */
const deploymentSchema = z.strictObject({
  id: noEffect,
  status: text,
  taskDefinition: z.string(),
  desiredCount: count,
  pendingCount: count,
  runningCount: count,
  failedTasks: noEffect,
  createdAt: noEffect,
  updatedAt: noEffect,
  launchType: noEffect,
  platformVersion: noEffect,
  platformFamily: noEffect,
  capacityProviderStrategy: noEffect,
  networkConfiguration: noEffect,
  rolloutState: text,
  rolloutStateReason: noEffect,
  serviceConnectResources: noEffect,
  fargateEphemeralStorage: noEffect,
  /** Of the PRIMARY deployment: whether Service Connect can shift traffic. */
  serviceConnectConfiguration: z.optional(z.looseObject({ enabled: z.optional(z.boolean()) })),
});

const loadBalancerSchema = z.strictObject({
  targetGroupArn: text,
  loadBalancerName: text,
  containerName: text,
  containerPort: count,
  advancedConfiguration: z.optional(
    z.strictObject({
      alternateTargetGroupArn: text,
      productionListenerRule: text,
      testListenerRule: text,
      roleArn: noEffect,
    }),
  ),
});

/** One item of `aws ecs describe-services`, as the API's type Service has it. */
export const awsServiceSchema = z.strictObject({
  serviceArn: text,
  serviceName: z.string(),
  clusterArn: text,
  status: text,
  taskDefinition: text,
  desiredCount: count,
  runningCount: count,
  pendingCount: count,
  launchType: text,
  capacityProviderStrategy: z.optional(z.array(strategyItemSchema)),
  platformVersion: text,
  platformFamily: noEffect,
  schedulingStrategy: text,
  deploymentController: z.optional(z.strictObject({ type: z.string() })),
  deploymentConfiguration: z.optional(deploymentConfigurationSchema),
  deployments: z.optional(z.array(deploymentSchema)),
  loadBalancers: z.optional(z.array(loadBalancerSchema)),
  healthCheckGracePeriodSeconds: count,
  networkConfiguration: z.optional(z.strictObject({ awsvpcConfiguration: z.optional(awsvpcSchema) })),
  placementConstraints: z.optional(z.array(z.strictObject({ type: z.string(), expression: text }))),
  placementStrategy: z.optional(z.array(z.strictObject({ type: z.string(), field: text }))),
  availabilityZoneRebalancing: text,
  monitoring: z.optional(
    z.strictObject({
      metricConfigurations: z.optional(
        z.array(z.strictObject({ metricNames: z.array(z.string()), resolutionSeconds: z.int() })),
      ),
    }),
  ),
  createdAt: noEffect,
  createdBy: noEffect,
  currentServiceDeployment: noEffect,
  currentServiceRevisions: noEffect,
  enableECSManagedTags: noEffect,
  enableExecuteCommand: noEffect,
  events: noEffect,
  propagateTags: noEffect,
  roleArn: noEffect,
  tags: noEffect,
});

export type AwsService = z.infer<typeof awsServiceSchema>;
export type AwsDeploymentConfiguration = z.infer<typeof deploymentConfigurationSchema>;
