import type { Json } from '../simulator/run.ts';
import { nameOf } from './arn.ts';
import { type Fields, fields, unlessEmpty } from './fields.ts';
import type { AwsDeploymentConfiguration, AwsService } from './service-shape.ts';

/** What the tasks of a service run on: its launch type, or what its capacity providers are. */
export function launchTypeOf({ launchType, capacityProviderStrategy: strategy = [] }: AwsService): string | undefined {
  if (launchType !== undefined) return launchType;
  if (strategy.length === 0) return undefined;
  return strategy.every(({ capacityProvider }) => isFargateProvider(capacityProvider)) ? 'FARGATE' : 'EC2';
}

export function runsOnFargate(service: AwsService): boolean {
  return launchTypeOf(service) === 'FARGATE';
}

/** The revision that the service stands at: that of the tasks which an unfinished deployment is replacing, else its own. */
export function standingDefinition(service: AwsService): string {
  return nameOf(replaced(service)?.taskDefinition ?? service.taskDefinition ?? '');
}

/** The deployment whose tasks a newer one is replacing at the moment. */
export function replaced({ deployments = [] }: AwsService) {
  return deployments
    .filter(({ status, runningCount = 0 }) => status === 'ACTIVE' && runningCount > 0)
    .sort((a, b) => (b.runningCount ?? 0) - (a.runningCount ?? 0))[0];
}

/** How many tasks stand when the run begins: those RUNNING; during a deployment, as many as are desired. */
export function standingCount(service: AwsService): number {
  const { desiredCount = 0, runningCount = desiredCount } = service;
  return replaced(service) === undefined ? runningCount : desiredCount;
}

/** The fields of CreateService that a run reads. Names stand where AWS has ARNs; `providers` are those that the world has. */
export function serviceOf(aws: AwsService, providers: ReadonlySet<string>): Fields {
  const isDaemon = aws.schedulingStrategy === 'DAEMON';
  const awsvpc = aws.networkConfiguration?.awsvpcConfiguration;
  return fields({
    serviceName: aws.serviceName,
    taskDefinition: standingDefinition(aws),
    schedulingStrategy: isDaemon ? 'DAEMON' : undefined,
    desiredCount: isDaemon ? undefined : standingCount(aws),
    ...capacityFields(aws, providers),
    platformVersion: aws.platformVersion,
    deploymentConfiguration: aws.deploymentConfiguration && configurationOf(aws.deploymentConfiguration),
    placementStrategy: unlessEmpty(aws.placementStrategy)?.map(({ type, field }) =>
      fields({ type, field: field === '' ? undefined : field }),
    ),
    placementConstraints: unlessEmpty(aws.placementConstraints)?.map(fields),
    loadBalancers: unlessEmpty(balancersOf(aws)),
    serviceConnectConfiguration: connectOf(aws),
    healthCheckGracePeriodSeconds: unlessZero(aws.healthCheckGracePeriodSeconds),
    networkConfiguration:
      awsvpc === undefined
        ? undefined
        : {
            awsvpcConfiguration: fields({
              subnets: awsvpc.subnets,
              securityGroups: unlessEmpty(awsvpc.securityGroups),
              assignPublicIp: awsvpc.assignPublicIp === 'DISABLED' ? undefined : awsvpc.assignPublicIp,
            }),
          },
    availabilityZoneRebalancing: aws.availabilityZoneRebalancing,
    monitoring: monitoringOf(aws),
  });
}

/** FARGATE and FARGATE_SPOT. */
export function isFargateProvider(name: string): boolean {
  return /^FARGATE(_SPOT)?$/.test(name);
}

/** A strategy stands where every provider of it does; else the launch type that its providers amount to. */
function capacityFields(aws: AwsService, providers: ReadonlySet<string>): Record<string, Json | undefined> {
  const launchType = launchTypeOf(aws);
  const strategy = aws.capacityProviderStrategy ?? [];
  const stands = strategy.every(({ capacityProvider: name }) => isFargateProvider(name) || providers.has(name));
  if (strategy.length > 0 && stands) return { capacityProviderStrategy: strategy.map(fields) };
  return { launchType: launchType === 'EC2' ? undefined : launchType };
}

/** The resolutions of its metrics, where one is not the default. */
function monitoringOf({ monitoring }: AwsService): Fields | undefined {
  const configurations = monitoring?.metricConfigurations ?? [];
  if (configurations.every(({ resolutionSeconds }) => resolutionSeconds === 60)) return undefined;
  return { metricConfigurations: configurations.map(fields) };
}

/** Service Connect, where it is on: DescribeServices tells it of the PRIMARY deployment. */
function connectOf({ deployments = [] }: AwsService): Fields | undefined {
  const primary = deployments.find(({ status }) => status === 'PRIMARY');
  return primary?.serviceConnectConfiguration?.enabled === true ? { enabled: true } : undefined;
}

function unlessZero(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}

/** The target groups of a service. A Classic Load Balancer has none, and what it would check is told as not simulated. */
function balancersOf({ loadBalancers = [] }: AwsService): Fields[] {
  return loadBalancers.flatMap(({ targetGroupArn, containerName, containerPort, advancedConfiguration: advanced }) => {
    if (targetGroupArn === undefined) return [];
    const { alternateTargetGroupArn, productionListenerRule, testListenerRule } = advanced ?? {};
    const advancedConfiguration = fields({
      alternateTargetGroupArn: alternateTargetGroupArn && nameOf(alternateTargetGroupArn),
      // The rules of a listener have no names, only numbers; which is which is all that a run needs.
      productionListenerRule: productionListenerRule && 'production',
      testListenerRule: testListenerRule && 'test',
    });
    return [
      fields({
        targetGroupArn: nameOf(targetGroupArn),
        containerName,
        containerPort,
        advancedConfiguration: advanced && advancedConfiguration,
      }),
    ];
  });
}

/** What is switched off is left out; the percentages always stand there, because they are what one tries first. */
function configurationOf(aws: AwsDeploymentConfiguration): Fields {
  const breaker = aws.deploymentCircuitBreaker;
  const { alarms, strategy } = aws;
  return fields({
    minimumHealthyPercent: aws.minimumHealthyPercent,
    maximumPercent: aws.maximumPercent,
    deploymentCircuitBreaker:
      breaker?.enable === true
        ? fields({ ...breaker, thresholdConfiguration: breaker.thresholdConfiguration })
        : undefined,
    alarms: alarms?.enable === true ? { ...alarms } : undefined,
    strategy: strategy === 'ROLLING' ? undefined : strategy,
    bakeTimeInMinutes: strategy === undefined || strategy === 'ROLLING' ? undefined : aws.bakeTimeInMinutes,
    linearConfiguration: aws.linearConfiguration && fields(aws.linearConfiguration),
    canaryConfiguration: aws.canaryConfiguration && fields(aws.canaryConfiguration),
    lifecycleHooks: unlessEmpty(aws.lifecycleHooks)?.map(
      ({ targetType, hookTargetArn, lifecycleStages, timeoutConfiguration }) =>
        fields({
          targetType,
          hookTargetArn: hookTargetArn && nameOf(hookTargetArn),
          lifecycleStages,
          timeoutConfiguration: timeoutConfiguration && fields(timeoutConfiguration),
        }),
    ),
  });
}
