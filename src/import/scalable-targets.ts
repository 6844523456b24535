import { isoTime } from '../simulator/ecs/events/iso-time.ts';
import type { Json } from '../simulator/run.ts';
import type { Collected } from './collect.ts';
import { secondsOf } from './container-instances.ts';
import { type Fields, fields, unlessEmpty } from './fields.ts';
import type { AwsScalingPolicy, AwsScheduledAction } from './scaling-shape.ts';
import type { Described, Place } from './source.ts';

export type ScalableTargets = {
  targets: { value: Fields; from: Place; within: { scalingPolicies: Place[]; scheduledActions: Place[] } }[];
  /** What was left out, each with the reason. */
  notes: string[];
};

/** The scalable targets of the services, with their policies and scheduled actions. */
export function scalableTargetsOf(services: readonly string[], collected: Collected): ScalableTargets {
  const notes: string[] = [];
  const targets = collected.scalableTargets
    .filter(({ value }) => services.includes(serviceOf(value.ResourceId)))
    .sort((a, b) => (serviceOf(a.value.ResourceId) < serviceOf(b.value.ResourceId) ? -1 : 1))
    .map(({ value: aws, file, path }) => {
      const isOwn = (each: Described<{ ResourceId?: string | undefined }>) => each.value.ResourceId === aws.ResourceId;
      const policies = collected.scalingPolicies.filter(isOwn).flatMap((each) => {
        const value = policyOf(each.value, notes);
        return value === undefined ? [] : [{ value, from: each }];
      });
      const actions = collected.scheduledActions
        .filter(isOwn)
        .map((each) => ({ value: actionOf(each.value), from: each }));
      const value = fields({
        service: serviceOf(aws.ResourceId),
        minCapacity: aws.MinCapacity,
        maxCapacity: aws.MaxCapacity,
        suspendedState: suspended(aws.SuspendedState),
        scalingPolicies: unlessEmpty(policies.map((each) => each.value)),
        scheduledActions: unlessEmpty(actions.map((each) => each.value)),
      });
      return {
        value,
        from: { file, path },
        within: {
          scalingPolicies: policies.map((each) => each.from),
          scheduledActions: actions.map((each) => each.from),
        },
      };
    });
  return { targets, notes };
}

/** `web` of service/prod/web. */
function serviceOf(resourceId: string): string {
  return resourceId.split('/').at(-1) ?? resourceId;
}

function suspended(state: Record<string, boolean | undefined> | undefined): Json | undefined {
  return state !== undefined && Object.values(state).includes(true) ? lowerCamel(state as Json) : undefined;
}

function policyOf(aws: AwsScalingPolicy, notes: string[]): Fields | undefined {
  const policyName = nameFor(aws.PolicyName);
  const tracking = aws.TargetTrackingScalingPolicyConfiguration;
  const leave = (why: string) => {
    notes.push(`the scaling policy ${aws.PolicyName} of ${serviceOf(aws.ResourceId)} is left out: ${why}`);
    return undefined;
  };
  if (aws.PolicyType === 'TargetTrackingScaling' && tracking !== undefined) {
    const { PredefinedMetricSpecification: predefined, CustomizedMetricSpecification: _, ...rest } = tracking;
    if (predefined === undefined)
      return leave('it follows a metric of its own; write customizedMetricSpecification { metric }');
    const label = predefined.ResourceLabel;
    return {
      policyName,
      policyType: aws.PolicyType,
      targetTrackingScalingPolicyConfiguration: {
        ...(lowerCamel(rest as Json) as Fields),
        predefinedMetricSpecification: fields({
          predefinedMetricType: predefined.PredefinedMetricType,
          resourceLabel: label === undefined || label === '' ? undefined : withoutIds(label),
        }),
      },
    };
  }
  const step = aws.StepScalingPolicyConfiguration;
  if (aws.PolicyType !== 'StepScaling' || step === undefined) return leave(`${aws.PolicyType} is not simulated`);
  const alarms = (aws.Alarms ?? []).map(({ AlarmName }) => AlarmName);
  notes.push(
    `the scaling policy ${aws.PolicyName} acts on ${alarms.length === 0 ? 'an alarm' : alarms.join(', ')}: write it into world.alarms, with metric, threshold and alarmActions [${policyName}]`,
  );
  return { policyName, policyType: aws.PolicyType, stepScalingPolicyConfiguration: lowerCamel(step as Json) };
}

/** A policy's name stands in metrics, whose parts are joined by dots. */
function nameFor(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 128);
}

/** `app/front/targetgroup/web`: without the ids that AWS adds to the names. */
function withoutIds(label: string): string {
  return label.replace(/^(app\/[^/]+)\/[^/]+\/(targetgroup\/[^/]+)\/[^/]+$/, '$1/$2');
}

function actionOf(aws: AwsScheduledAction): Fields {
  const at = (time: string | number | undefined) => {
    const seconds = secondsOf(time);
    return seconds === undefined ? undefined : isoTime(seconds);
  };
  return fields({
    scheduledActionName: aws.ScheduledActionName,
    schedule: aws.Schedule,
    timezone: aws.Timezone,
    startTime: at(aws.StartTime),
    endTime: at(aws.EndTime),
    scalableTargetAction: lowerCamel((aws.ScalableTargetAction ?? {}) as Json),
  });
}

/** The value with the first letter of every key small: application-autoscaling prints MinCapacity, ECS minCapacity. */
export function lowerCamel(value: Json): Json {
  if (Array.isArray(value)) return value.map(lowerCamel);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[key.charAt(0).toLowerCase() + key.slice(1), lowerCamel(item)]],
    ),
  );
}
