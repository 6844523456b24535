import { readTimestamp } from '../ecs/placement/query-subjects.ts';
import { readSchedule, ZONE_NAMES, zoneOffset } from '../ecs/scaling/schedule.ts';
import { labelledTargetGroup } from '../ecs/scaling/tracking-names.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import { type Fault, list } from './fault.ts';
import { checkMonitoring, refuseUnmonitored } from './monitoring-refusals.ts';
import { duplicates, unknownName } from './names.ts';
import type { ScalableTarget, ScalingPolicy, ScheduledAction, TargetTracking } from './scaling-schema.ts';
import { refuseStepScaling } from './scaling-step-refusals.ts';
import type { World } from './world-schema.ts';

/** Quotas of Application Auto Scaling, for each scalable target (4.3/7). */
const MOST_POLICIES = 50;
const MOST_SCHEDULED_ACTIONS = 200;

/** Scalable targets that AWS would take, on services that exist and have a desired count. */
export function checkScalableTargets(world: World): Fault[] {
  const targets = world.scalableTargets ?? [];
  const faults = duplicates(
    targets.map(({ service }) => service),
    (i) => ['world', 'scalableTargets', i, 'service'],
    'scalable target',
  );
  checkMonitoring(world, faults);
  for (const [i, target] of targets.entries()) {
    const path = ['world', 'scalableTargets', i];
    checkService(target, path, world, faults);
    refuseLimits(target, refuseInto(faults, path));
    checkPolicies(target, path, world, faults);
    checkActions(target, path, faults);
  }
  return faults;
}

function checkService({ service }: ScalableTarget, path: (string | number)[], world: World, faults: Fault[]): void {
  const services = world.services ?? [];
  const names = services.map(({ serviceName }) => serviceName);
  const found = services.find(({ serviceName }) => serviceName === service);
  if (found === undefined) faults.push({ path: [...path, 'service'], message: unknownName('service', service, names) });
  if (found?.schedulingStrategy !== 'DAEMON') return;
  refuseInto(faults, path)(
    ['service'],
    `the DAEMON service ${service}`,
    'it has no desired count that could be scaled',
  );
}

function refuseLimits({ minCapacity, maxCapacity }: ScalableTarget, refuse: Refuse): void {
  if (minCapacity < 0) refuse(['minCapacity'], `minCapacity ${minCapacity}`, 'it is 0 or more');
  if (maxCapacity < minCapacity) {
    refuse(['maxCapacity'], `maxCapacity ${maxCapacity}`, `it is at least the minCapacity of ${minCapacity}`);
  }
}

function checkPolicies(target: ScalableTarget, path: (string | number)[], world: World, faults: Fault[]): void {
  const policies = target.scalingPolicies ?? [];
  const at = (i: number) => [...path, 'scalingPolicies', i];
  const names = policies.map(({ policyName }) => policyName);
  faults.push(...duplicates(names, (i) => [...at(i), 'policyName'], 'scaling policy'));
  if (policies.length > MOST_POLICIES) {
    refuseInto(faults, path)(['scalingPolicies'], `${policies.length} policies`, `a target takes ${MOST_POLICIES}`);
  }
  const tracked = new Map<string, string>();
  for (const [i, policy] of policies.entries()) {
    const refuse = refuseInto(faults, at(i));
    if (!hasItsConfiguration(policy, refuse)) continue;
    const { stepScalingPolicyConfiguration: steps, targetTrackingScalingPolicyConfiguration: tracking } = policy;
    if (steps) refuseStepScaling(steps, below(refuse, 'stepScalingPolicyConfiguration'));
    if (tracking === undefined) continue;
    refuseTracking(tracking, target, world, below(refuse, 'targetTrackingScalingPolicyConfiguration'));
    const { predefinedMetricSpecification: predefined, customizedMetricSpecification: customized } = tracking;
    const metric = JSON.stringify(predefined ?? customized);
    const why = `Only one TargetTrackingScaling policy for a given metric specification is allowed; ${tracked.get(metric)} has it`;
    if (tracked.has(metric)) refuse([], `the policy ${policy.policyName}`, why);
    tracked.set(metric, policy.policyName);
  }
}

function hasItsConfiguration(policy: ScalingPolicy, refuse: Refuse): boolean {
  const {
    policyType,
    targetTrackingScalingPolicyConfiguration: tracking,
    stepScalingPolicyConfiguration: steps,
  } = policy;
  const isTracking = policyType === 'TargetTrackingScaling';
  const key = isTracking ? 'targetTrackingScalingPolicyConfiguration' : 'stepScalingPolicyConfiguration';
  if ((isTracking ? tracking : steps) === undefined) refuse([], `${policyType} without ${key}`, 'it needs one');
  else if ((isTracking ? steps : tracking) !== undefined)
    refuse([], `${policyType} with both configurations`, `it takes ${key} only`);
  else return true;
  return false;
}

function refuseTracking(
  configuration: TargetTracking,
  { service }: ScalableTarget,
  world: World,
  refuse: Refuse,
): void {
  const {
    targetValue,
    predefinedMetricSpecification: predefined,
    customizedMetricSpecification: customized,
  } = configuration;
  if (targetValue <= 0) refuse(['targetValue'], `targetValue ${targetValue}`, 'it is above 0');
  for (const key of ['scaleOutCooldown', 'scaleInCooldown'] as const) {
    const seconds = configuration[key];
    if (seconds !== undefined && seconds < 0) refuse([key], `${key} ${seconds}`, 'it is 0 s or more');
  }
  if ((predefined === undefined) === (customized === undefined)) {
    refuse(
      [],
      predefined ? 'two metrics' : 'target tracking without a metric',
      'it tracks one, predefined or customized',
    );
  }
  if (predefined) refuseLabel(predefined, service, world, below(refuse, 'predefinedMetricSpecification'));
}

/** 4.1.8: ALBRequestCountPerTarget names a target group of the service; the others name nothing. */
function refuseLabel(
  { predefinedMetricType, resourceLabel }: NonNullable<TargetTracking['predefinedMetricSpecification']>,
  service: string,
  world: World,
  refuse: Refuse,
): void {
  const spec = world.services?.find(({ serviceName }) => serviceName === service);
  if (predefinedMetricType !== 'ALBRequestCountPerTarget') {
    refuseUnmonitored(predefinedMetricType, spec, refuse);
    const why = 'it belongs to ALBRequestCountPerTarget';
    if (resourceLabel !== undefined) refuse(['resourceLabel'], `a resourceLabel with ${predefinedMetricType}`, why);
    return;
  }
  const form = 'write app/<load balancer>/targetgroup/<target group>';
  if (resourceLabel === undefined) {
    refuse([], 'ALBRequestCountPerTarget without resourceLabel', `it names the target group; ${form}`);
    return;
  }
  const group = labelledTargetGroup(resourceLabel);
  const own = (spec?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
  if (group === undefined) refuse(['resourceLabel'], `the resourceLabel "${resourceLabel}"`, form);
  else if (!own.includes(group)) {
    const why = own.length > 0 ? `the service has ${list(own, 'and')}` : 'the service has no target group';
    refuse(['resourceLabel'], `the target group ${group}`, why);
  }
}

function checkActions({ scheduledActions = [] }: ScalableTarget, path: (string | number)[], faults: Fault[]): void {
  const at = (i: number) => [...path, 'scheduledActions', i];
  const names = scheduledActions.map(({ scheduledActionName }) => scheduledActionName);
  faults.push(...duplicates(names, (i) => [...at(i), 'scheduledActionName'], 'scheduled action'));
  if (scheduledActions.length > MOST_SCHEDULED_ACTIONS) {
    const why = `a target takes ${MOST_SCHEDULED_ACTIONS}`;
    refuseInto(faults, path)(['scheduledActions'], `${scheduledActions.length} scheduled actions`, why);
  }
  for (const [i, action] of scheduledActions.entries()) refuseAction(action, refuseInto(faults, at(i)));
}

function refuseAction(action: ScheduledAction, refuse: Refuse): void {
  const { minCapacity: min, maxCapacity: max } = action.scalableTargetAction;
  if (min === undefined && max === undefined) {
    const why = 'At least one of minimum capacity and maximum capacity should be provided';
    refuse(['scalableTargetAction'], 'a scheduled action that changes nothing', why);
  }
  if (min !== undefined && min < 0)
    refuse(['scalableTargetAction', 'minCapacity'], `minCapacity ${min}`, 'it is 0 or more');
  if (min !== undefined && max !== undefined && max < min) {
    refuse(['scalableTargetAction', 'maxCapacity'], `maxCapacity ${max}`, `it is at least the minCapacity of ${min}`);
  }
  const { wrong } = readSchedule(action.schedule);
  if (wrong !== undefined) refuse(['schedule'], `the schedule "${action.schedule}"`, wrong);
  if (action.timezone !== undefined && zoneOffset(action.timezone) === undefined) {
    const why = `only zones without daylight saving time are simulated; write ${list(ZONE_NAMES, 'or')}, or Etc/GMT-9 for nine hours east`;
    refuse(['timezone'], `the time zone "${action.timezone}"`, why);
  }
  const [start, end] = [action.startTime, action.endTime].map((time) =>
    time === undefined ? undefined : readTimestamp(time),
  );
  if (start !== undefined && end !== undefined && end <= start) {
    refuse(['endTime'], `the endTime ${action.endTime}`, `it comes after the startTime ${action.startTime}`);
  }
}

function below(refuse: Refuse, key: string): Refuse {
  return (path, what, why) => refuse([key, ...path], what, why);
}
