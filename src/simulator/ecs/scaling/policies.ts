import type { ScalingPolicy, StepScaling, TargetTracking } from '../../scenario/scaling-schema.ts';
import { risesAbove } from './alarm-state.ts';
import type { Wish } from './decide.ts';
import { type Fraction, fractionOf, minus, numberOf, order } from './fraction.ts';
import type { AlarmView, MetricAlarm } from './metric-alarms.ts';
import { aggregateOf } from './statistics.ts';
import { adjusted, stepFor } from './step-scaling.ts';
import { HIGH_PERIODS, LOW_MINUTES, lowThreshold, trackedCapacity } from './target-tracking.ts';
import { HIGH_RESOLUTION, labelledTargetGroup, trackingAlarmNames } from './tracking-names.ts';
import { HIGH_RESOLUTION_SECONDS, MINUTE, type WatchedMetric } from './watched-metric.ts';

/** 4.2: seconds, for services, in both directions. */
const DEFAULT_COOLDOWN = 300;

export type TrackingPolicy = {
  name: string;
  configuration: TargetTracking;
  target: Fraction;
  high: MetricAlarm;
  low: MetricAlarm;
};
export type StepPolicy = { name: string; configuration: StepScaling; alarms: MetricAlarm[] };

/** A wish with what an entry says of it. */
export type ReasonedWish = Wish & { about: { metric: string; value: number; target?: number; threshold?: number } };

/** 4.1.8: the metric of a policy and its statistic; requests per target are written by the minute, so their mean counts. */
export function trackedMetric(
  service: string,
  configuration: TargetTracking,
): { metric: string; statistic: MetricAlarm['statistic']; stepSeconds: number } {
  const stepSeconds = MINUTE;
  const { predefinedMetricSpecification: predefined, customizedMetricSpecification: customized } = configuration;
  if (customized) return { metric: customized.metric, statistic: customized.statistic ?? 'Average', stepSeconds };
  if (predefined?.predefinedMetricType === 'ALBRequestCountPerTarget') {
    const group = labelledTargetGroup(predefined.resourceLabel ?? '') ?? '';
    return { metric: `targetGroups.${group}.requestsPerTarget`, statistic: 'Average', stepSeconds };
  }
  const type = predefined?.predefinedMetricType ?? '';
  const metric = `services.${service}.${type.startsWith('ECSServiceAverageCPU') ? 'cpu' : 'memory'}`;
  const isHigh = HIGH_RESOLUTION[type] !== undefined;
  return { metric, statistic: 'Average', stepSeconds: isHigh ? HIGH_RESOLUTION_SECONDS : MINUTE };
}

/** 4.1.1: a target tracking policy with the two alarms that AWS makes for it. */
export function trackingPolicy(service: string, policy: ScalingPolicy, watched: WatchedMetric): TrackingPolicy {
  const configuration = policy.targetTrackingScalingPolicyConfiguration as TargetTracking;
  const names = trackingAlarmNames(service, policy.policyName);
  const target = fractionOf(configuration.targetValue);
  const alarm = (name: string, periods: number, isHigh: boolean): MetricAlarm => ({
    name,
    watched,
    statistic: trackedMetric(service, configuration).statistic,
    periodSeconds: watched.stepSeconds,
    evaluationPeriods: periods,
    datapointsToAlarm: periods,
    threshold: isHigh ? target : lowThreshold(target),
    comparisonOperator: isHigh ? 'GreaterThanThreshold' : 'LessThanThreshold',
    treatMissingData: 'missing',
    actions: [],
    isManaged: true,
  });
  return {
    name: policy.policyName,
    configuration,
    target,
    high: alarm(names.high, HIGH_PERIODS, true),
    // 15 minutes below it, in periods of a minute or of 20 s (A97).
    low: alarm(names.low, (LOW_MINUTES * MINUTE) / watched.stepSeconds, false),
  };
}

/** What the policy asks for; undefined when it asks for nothing, and without data (4.1.4). */
export function trackingWish(policy: TrackingPolicy, running: number, view: AlarmView): ReasonedWish | undefined {
  const value = view.datapoints(policy.high, 1)[0];
  if (value === undefined) return undefined;
  const isAbove = order(value, policy.target) > 0;
  const isOut = isAbove && (running === 0 || view.state(policy.high) === 'ALARM');
  const isIn = !isAbove && policy.configuration.disableScaleIn !== true && isReadyToScaleIn(policy, view);
  if (!isOut && !isIn) return undefined;
  const { metric } = policy.high.watched;
  const { scaleOutCooldown, scaleInCooldown } = policy.configuration;
  return {
    policy: policy.name,
    kind: 'tracking',
    direction: isOut ? 'out' : 'in',
    need: trackedCapacity(running, value, policy.target, unitOf(metric)),
    cooldownSeconds: (isOut ? scaleOutCooldown : scaleInCooldown) ?? DEFAULT_COOLDOWN,
    about: { metric, value: numberOf(value), target: policy.configuration.targetValue },
  };
}

/** 4.1.3, 4.1.4: 15 minutes of data below 90 % of the target, the latest of them real. */
export function isReadyToScaleIn(policy: TrackingPolicy, view: AlarmView): boolean {
  return view.state(policy.low) === 'ALARM' && view.datapoints(policy.low, 1)[0] !== undefined;
}

/** 4.3: what a step policy asks for, once for each of its alarms that is in ALARM. */
export function stepWishes(
  { name, configuration, alarms }: StepPolicy,
  running: number,
  view: AlarmView,
): ReasonedWish[] {
  return alarms.flatMap((alarm) => {
    if (view.state(alarm) !== 'ALARM') return [];
    const real = view.datapoints(alarm, alarm.evaluationPeriods).filter((value) => value !== undefined);
    const value = aggregateOf(real, configuration.metricAggregationType ?? 'Average');
    if (value === undefined) return [];
    const step = stepFor(configuration.stepAdjustments, minus(value, alarm.threshold), risesAbove(alarm));
    if (step === undefined) return [];
    const needFrom = (from: number) => adjusted(from, configuration, step.scalingAdjustment);
    const need = needFrom(running);
    if (need.capacity === running) return [];
    const wish: ReasonedWish = {
      policy: name,
      kind: 'step',
      direction: need.capacity > running ? 'out' : 'in',
      need,
      needFrom,
      cooldownSeconds: configuration.cooldown ?? DEFAULT_COOLDOWN,
      about: { metric: alarm.watched.metric, value: numberOf(value), threshold: numberOf(alarm.threshold) },
    };
    return [wish];
  });
}

/** The unit that a sum shows. */
function unitOf(metric: string): string {
  return /\.(?:cpu|memory|reservation)$/.test(metric) ? ' %' : '';
}
