import type { Json } from '../run.ts';
import type { World } from '../scenario/scenario-schema.ts';

/** One call of the AWS CLI: which thing of the world it changes, and how its fields are spelled. */
export type CommandForm = {
  /** As it is typed after `aws`. */
  command: string;
  /** Keys of the pointer to the thing; `*` is an index. */
  root: readonly string[];
  /** What names the thing, for the options below; undefined where a command cannot name it. */
  nameOf(thing: Thing, world: World, indexes: readonly number[]): Record<string, string> | undefined;
  /** Options that stand before the changed ones, always; those of `nameOf` fill the gaps. */
  fixed: readonly [option: string, name: string | { text: string }][];
  /** Fields of the thing that the command takes, each as `--its-name` unless told otherwise. */
  fields: Readonly<Record<string, FieldForm>>;
  /** Fields that are always written, because the call replaces the whole. */
  always?: readonly string[];
};

export type Thing = { [key: string]: Json };

/** How a field is written: as an option of its own, as a flag pair, or as a `Key=…,Value=…` of `--attributes`. */
export type FieldForm =
  | {
      as: 'option';
      option: string;
      spelling?: 'pascal';
      without?: readonly string[];
      parts?: 'words' | 'structures' | 'structure';
    }
  | { as: 'flag'; option: string }
  | { as: 'attribute'; key: string }
  | { as: 'on-off'; name: string };

const CLUSTER = 'default';

function option(name: string, more: Omit<Extract<FieldForm, { as: 'option' }>, 'as' | 'option'> = {}): FieldForm {
  return { as: 'option', option: name, ...more };
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function serviceOf(world: World, index: number | undefined): string {
  return text((world.scalableTargets?.[index ?? -1] as Thing | undefined)?.service);
}

/** A service with a customized metric names a metric of a run, which CloudWatch does not have. */
function isAwsPolicy({ targetTrackingScalingPolicyConfiguration: tracking }: Thing): boolean {
  return (tracking as Thing | undefined)?.customizedMetricSpecification === undefined;
}

const SCALABLE: CommandForm['fixed'] = [
  ['--service-namespace', { text: 'ecs' }],
  ['--scalable-dimension', { text: 'ecs:service:DesiredCount' }],
  ['--resource-id', 'resource'],
];

const resourceOf = (service: string) => ({ resource: `service/${CLUSTER}/${service}` });

/** Every command that a set can be said in. What stands in none, no call of AWS changes: instances, images, users. */
export const COMMAND_FORMS: readonly CommandForm[] = [
  {
    command: 'ecs update-service',
    root: ['services', '*'],
    nameOf: (service) => ({ service: text(service.serviceName) }),
    fixed: [
      ['--cluster', { text: CLUSTER }],
      ['--service', 'service'],
    ],
    fields: {
      taskDefinition: option('--task-definition'),
      desiredCount: option('--desired-count'),
      deploymentConfiguration: option('--deployment-configuration', { parts: 'structure' }),
      capacityProviderStrategy: option('--capacity-provider-strategy', { parts: 'structures' }),
      placementStrategy: option('--placement-strategy', { parts: 'structures' }),
      placementConstraints: option('--placement-constraints', { parts: 'structures' }),
      networkConfiguration: option('--network-configuration', { parts: 'structure' }),
      healthCheckGracePeriodSeconds: option('--health-check-grace-period-seconds'),
      availabilityZoneRebalancing: option('--availability-zone-rebalancing'),
    },
  },
  {
    command: 'ecs register-task-definition',
    root: ['taskDefinitions', '*'],
    nameOf: (definition) => ({ family: text(definition.family) }),
    fixed: [['--family', 'family']],
    always: [
      'networkMode',
      'containerDefinitions',
      'cpu',
      'memory',
      'placementConstraints',
      'requiresCompatibilities',
      'runtimePlatform',
    ],
    fields: {
      networkMode: option('--network-mode'),
      containerDefinitions: option('--container-definitions', { parts: 'structures' }),
      cpu: option('--cpu'),
      memory: option('--memory'),
      placementConstraints: option('--placement-constraints', { parts: 'structures' }),
      requiresCompatibilities: option('--requires-compatibilities', { parts: 'words' }),
      runtimePlatform: option('--runtime-platform', { parts: 'structure' }),
    },
  },
  {
    command: 'ecs update-capacity-provider',
    root: ['capacityProviders', '*'],
    nameOf: (provider) => ({ name: text(provider.name) }),
    fixed: [['--name', 'name']],
    fields: {
      // The group itself cannot be changed.
      autoScalingGroupProvider: option('--auto-scaling-group-provider', {
        without: ['autoScalingGroup'],
        parts: 'structure',
      }),
    },
  },
  {
    command: 'ecs put-account-setting',
    root: ['accountSettings'],
    nameOf: () => ({}),
    fixed: [],
    fields: { awsvpcTrunking: { as: 'on-off', name: 'awsvpcTrunking' } },
  },
  {
    command: 'application-autoscaling register-scalable-target',
    root: ['scalableTargets', '*'],
    nameOf: (target) => resourceOf(text(target.service)),
    fixed: SCALABLE,
    fields: {
      minCapacity: option('--min-capacity'),
      maxCapacity: option('--max-capacity'),
      suspendedState: option('--suspended-state', { spelling: 'pascal', parts: 'structure' }),
    },
  },
  {
    command: 'application-autoscaling put-scaling-policy',
    root: ['scalableTargets', '*', 'scalingPolicies', '*'],
    nameOf: (policy, world, [target]) =>
      isAwsPolicy(policy) ? { ...resourceOf(serviceOf(world, target)), policy: text(policy.policyName) } : undefined,
    fixed: [...SCALABLE, ['--policy-name', 'policy']],
    always: ['policyType', 'targetTrackingScalingPolicyConfiguration', 'stepScalingPolicyConfiguration'],
    fields: {
      policyType: option('--policy-type'),
      targetTrackingScalingPolicyConfiguration: option('--target-tracking-scaling-policy-configuration', {
        spelling: 'pascal',
        parts: 'structure',
      }),
      stepScalingPolicyConfiguration: option('--step-scaling-policy-configuration', {
        spelling: 'pascal',
        parts: 'structure',
      }),
    },
  },
  {
    command: 'application-autoscaling put-scheduled-action',
    root: ['scalableTargets', '*', 'scheduledActions', '*'],
    nameOf: (action, world, [target]) => ({
      ...resourceOf(serviceOf(world, target)),
      action: text(action.scheduledActionName),
    }),
    fixed: [...SCALABLE, ['--scheduled-action-name', 'action']],
    always: ['schedule', 'timezone', 'startTime', 'endTime', 'scalableTargetAction'],
    fields: {
      schedule: option('--schedule'),
      timezone: option('--timezone'),
      startTime: option('--start-time'),
      endTime: option('--end-time'),
      scalableTargetAction: option('--scalable-target-action', { spelling: 'pascal', parts: 'structure' }),
    },
  },
  {
    command: 'autoscaling update-auto-scaling-group',
    root: ['autoScalingGroups', '*'],
    nameOf: (group) => ({ group: text(group.autoScalingGroupName) }),
    fixed: [['--auto-scaling-group-name', 'group']],
    fields: {
      minSize: option('--min-size'),
      maxSize: option('--max-size'),
      desiredCapacity: option('--desired-capacity'),
      availabilityZones: option('--availability-zones', { parts: 'words' }),
      newInstancesProtectedFromScaleIn: { as: 'flag', option: 'new-instances-protected-from-scale-in' },
    },
  },
  {
    command: 'elbv2 modify-target-group',
    root: ['targetGroups', '*'],
    nameOf: (group) => ({ group: text(group.name) }),
    fixed: [['--target-group-arn', 'group']],
    fields: {
      healthCheckPath: option('--health-check-path'),
      healthCheckIntervalSeconds: option('--health-check-interval-seconds'),
      healthCheckTimeoutSeconds: option('--health-check-timeout-seconds'),
      healthyThresholdCount: option('--healthy-threshold-count'),
      unhealthyThresholdCount: option('--unhealthy-threshold-count'),
    },
  },
  {
    command: 'elbv2 modify-target-group-attributes',
    root: ['targetGroups', '*'],
    nameOf: (group) => ({ group: text(group.name) }),
    fixed: [['--target-group-arn', 'group']],
    fields: {
      deregistrationDelaySeconds: { as: 'attribute', key: 'deregistration_delay.timeout_seconds' },
      slowStartSeconds: { as: 'attribute', key: 'slow_start.duration_seconds' },
      loadBalancingAlgorithmType: { as: 'attribute', key: 'load_balancing.algorithm.type' },
      crossZone: { as: 'attribute', key: 'load_balancing.cross_zone.enabled' },
    },
  },
];

/** Keys of a pointer that lie under a form's root: the indexes and what is left; undefined when it does not. */
export function underRoot(
  form: CommandForm,
  keys: readonly string[],
): { indexes: number[]; rest: string[]; root: string[] } | undefined {
  const fits = form.root.every((part, i) => (part === '*' ? /^\d+$/.test(keys[i] ?? '') : part === keys[i]));
  const rest = keys.slice(form.root.length);
  if (!fits || rest.length === 0 || form.fields[rest[0] ?? ''] === undefined) return undefined;
  const root = keys.slice(0, form.root.length);
  return { indexes: root.filter((_, i) => form.root[i] === '*').map(Number), rest, root };
}

/** `targetValue` ↔ `TargetValue`: Application Auto Scaling spells fields with a capital, ECS without. */
export function respell(value: Json, change: (key: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => respell(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), respell(item, change)]));
}

export const toPascal = (key: string) => key.slice(0, 1).toUpperCase() + key.slice(1);
export const toCamel = (key: string) => key.slice(0, 1).toLowerCase() + key.slice(1);
