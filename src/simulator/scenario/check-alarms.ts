import type { StoreyForm } from '../storey.ts';
import type { AlarmSpec } from './alarm-schema.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import { type Fault, nearest } from './fault.ts';
import { hasMetric, metricsOf } from './metrics.ts';
import { duplicates, unknownName } from './names.ts';
import type { Scenario } from './scenario-schema.ts';
import type { World } from './world-schema.ts';

const DAY = 86_400;
/** What PutMetricAlarm needs of an alarm that watches a metric. */
const NEEDED = ['statistic', 'period', 'evaluationPeriods', 'threshold', 'comparisonOperator'] as const;
const OF_A_METRIC = [...NEEDED, 'datapointsToAlarm', 'treatMissingData', 'alarmActions'] as const;

/** CloudWatch alarms have their own names, watch metrics that exist, and who names one names one that exists (3.5/9). */
export function checkAlarms(forms: readonly StoreyForm[], { world, events = [] }: Scenario): Fault[] {
  const known = (world.alarms ?? []).map(({ name }) => name);
  const faults = duplicates(known, (i) => ['world', 'alarms', i, 'name'], 'alarm');
  for (const [i, alarm] of (world.alarms ?? []).entries()) {
    faults.push(...checkMetric(forms, world, alarm, ['world', 'alarms', i]));
  }
  faults.push(...checkTrackedMetrics(forms, world));
  const look = (name: string, path: (string | number)[]) => {
    if (!known.includes(name)) faults.push({ path, message: unknownName('alarm', name, known) });
  };
  const lookAll = (names: readonly string[] | undefined, path: (string | number)[]) => {
    for (const [i, name] of (names ?? []).entries())
      look(name, [...path, 'deploymentConfiguration', 'alarms', 'alarmNames', i]);
  };
  for (const [i, service] of (world.services ?? []).entries()) {
    lookAll(service.deploymentConfiguration?.alarms?.alarmNames, ['world', 'services', i]);
  }
  for (const [i, { updateService, setAlarm }] of events.entries()) {
    lookAll(updateService?.deploymentConfiguration?.alarms?.alarmNames, ['events', i, 'updateService']);
    if (setAlarm) look(setAlarm.alarm, ['events', i, 'setAlarm', 'alarm']);
  }
  return faults;
}

/** PutMetricAlarm (CW/1): all of what an alarm on a metric needs, and none of it without one. */
function checkMetric(forms: readonly StoreyForm[], world: World, alarm: AlarmSpec, path: (string | number)[]): Fault[] {
  const faults: Fault[] = [];
  const refuse = refuseInto(faults, path);
  if (alarm.metric === undefined) {
    const extra = OF_A_METRIC.find((key) => alarm[key] !== undefined);
    if (extra) refuse([extra], `${extra} without a metric`, 'name the metric that the alarm watches');
    return faults;
  }
  const missing = NEEDED.find((key) => alarm[key] === undefined);
  if (missing) refuse([], `an alarm on ${alarm.metric} without ${missing}`, 'PutMetricAlarm needs it');
  faults.push(...unknownMetric(forms, world, alarm.metric, [...path, 'metric']));
  refuseEvaluation(alarm, refuse);
  for (const [i, action] of (alarm.alarmActions ?? []).entries())
    checkAction(action, world, [...path, 'alarmActions', i], faults);
  return faults;
}

/** The alarms that AWS makes for target tracking watch metrics that exist too (4.1.1). */
function checkTrackedMetrics(forms: readonly StoreyForm[], world: World): Fault[] {
  return (world.scalableTargets ?? []).flatMap(({ scalingPolicies = [] }, t) =>
    scalingPolicies.flatMap(({ targetTrackingScalingPolicyConfiguration: tracking }, p) => {
      const metric = tracking?.customizedMetricSpecification?.metric;
      const path = ['world', 'scalableTargets', t, 'scalingPolicies', p, 'targetTrackingScalingPolicyConfiguration'];
      if (metric === undefined) return [];
      return unknownMetric(forms, world, metric, [...path, 'customizedMetricSpecification', 'metric']);
    }),
  );
}

function unknownMetric(forms: readonly StoreyForm[], world: World, metric: string, path: (string | number)[]): Fault[] {
  if (hasMetric(world, metric, forms)) return [];
  const near = nearest(metric, metricsOf(world, forms));
  const what = `there is no metric ${metric} in this world`;
  return [
    { path, message: near === undefined ? `${what}; drydock metrics lists them` : `${what}; did you mean ${near}?` },
  ];
}

function refuseEvaluation({ period, evaluationPeriods: n, datapointsToAlarm: m }: AlarmSpec, refuse: Refuse): void {
  if (period !== undefined && (period < 60 || period % 60 !== 0)) {
    const why = 'alarms are evaluated every minute here; write a multiple of 60';
    refuse(['period'], `period ${period}`, why);
  }
  if (n !== undefined && n < 1) refuse(['evaluationPeriods'], `evaluationPeriods ${n}`, 'it is at least 1');
  if (m !== undefined && (m < 1 || m > (n ?? m))) {
    refuse(['datapointsToAlarm'], `datapointsToAlarm ${m}`, `it lies between 1 and evaluationPeriods ${n}`);
  }
  const longest = (period ?? 0) < 3600 ? DAY : 7 * DAY;
  if ((period ?? 0) * (n ?? 0) > longest) {
    const what = `${n} periods of ${period} s`;
    refuse(['evaluationPeriods'], what, `together they are at most ${longest} s with this period`);
  }
}

/** An action is the name of one step scaling policy: AWS makes the alarms of target tracking itself. */
function checkAction(action: string, world: World, path: (string | number)[], faults: Fault[]): void {
  if ((world.topics ?? []).some(({ name }) => name === action)) return;
  const policies = (world.scalableTargets ?? []).flatMap(({ scalingPolicies = [] }) => scalingPolicies);
  const found = policies.filter(({ policyName }) => policyName === action);
  const steps = policies.filter(({ policyType }) => policyType === 'StepScaling').map(({ policyName }) => policyName);
  if (found.length === 0) faults.push({ path, message: unknownName('step scaling policy', action, steps) });
  else if (found.length > 1) {
    faults.push({ path, message: `${found.length} targets have a policy ${action}; give each its own name` });
  } else if (found[0]?.policyType !== 'StepScaling') {
    faults.push({
      path,
      message: `${action} is target tracking, whose alarms AWS makes itself; name a step scaling policy`,
    });
  }
}
