import { describe, expect, test } from 'vitest';
import { cpuPolicy, scalingScenario } from '../ecs/scaling/cpu-work.fixture.ts';

const faultsOf = (parts: Parameters<typeof scalingScenario>[0]) =>
  (scalingScenario(parts).faults ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

const messagesOf = (target: object, more: object = {}) =>
  faultsOf({ target, ...more }).map((fault) => fault.slice(fault.indexOf(': ') + 2));

function steps(stepAdjustments: object[], more: object = {}) {
  const stepScalingPolicyConfiguration = { adjustmentType: 'ChangeInCapacity', stepAdjustments, ...more };
  return { scalingPolicies: [{ policyName: 'add', policyType: 'StepScaling', stepScalingPolicyConfiguration }] };
}

const step = (lower: number | null | undefined, upper: number | null | undefined, scalingAdjustment = 1) => ({
  metricIntervalLowerBound: lower,
  metricIntervalUpperBound: upper,
  scalingAdjustment,
});

describe('AWS refuses of step adjustments', () => {
  test.each<[string, object[], string]>([
    [
      'a gap',
      [step(0, 10), step(20, null)],
      'AWS refuses the gap from 10 to 20: Step adjustment intervals cannot have gaps between them',
    ],
    [
      'an overlap',
      [step(0, 20), step(10, null)],
      'AWS refuses steps that both hold 10: Step adjustment intervals cannot overlap',
    ],
    [
      'two open ends',
      [step(0, null), step(10, null)],
      'AWS refuses 2 steps without an upper bound: at most one has none',
    ],
    [
      'a step without bounds',
      [step(null, undefined)],
      'AWS refuses a step without bounds: Both lower and upper bounds of a step adjustment cannot be left unspecified',
    ],
    [
      'a positive upper end',
      [step(0, 10)],
      'AWS refuses steps that end above: There must be a StepAdjustment with an unspecified upper bound (i.e., upper bound is null) when one StepAdjustment has a positive upper bound',
    ],
    [
      'a negative lower end',
      [step(-10, 0, -1)],
      'AWS refuses steps that end below: There must be a StepAdjustment with an unspecified lower bound (i.e., lower bound is null) when one StepAdjustment has a negative lower bound',
    ],
    [
      'bounds the wrong way round',
      [step(10, 0)],
      'AWS refuses a step from 10 to 0: its lower bound lies below its upper bound',
    ],
    ['none at all', [], 'AWS refuses a step policy without steps: at least one step is required'],
    [
      'more than 20',
      Array.from({ length: 21 }, (_, i) => step(i, i === 20 ? null : i + 1)),
      'AWS refuses 21 steps: There can be at most 20 step adjustments per scaling policy',
    ],
  ])('%s (4.3/3)', (_, adjustments, message) => {
    expect(messagesOf(steps(adjustments))).toContain(message);
  });

  test('AWS takes its own example, open above for scale-out and below for scale-in (4.3/3)', () => {
    expect(messagesOf(steps([step(0, 10, 0), step(10, 20, 10), step(20, null, 30)]))).toEqual([]);
    expect(messagesOf(steps([step(-10, 0, 0), step(-20, -10, -10), step(null, -20, -30)]))).toEqual([]);
  });

  test('MinAdjustmentMagnitude without percent, ExactCapacity below 0 (4.3/1, 4.3/5)', () => {
    expect(messagesOf(steps([step(0, null)], { minAdjustmentMagnitude: 2 }))).toEqual([
      'AWS refuses minAdjustmentMagnitude with ChangeInCapacity: it belongs to PercentChangeInCapacity',
    ]);
    expect(messagesOf(steps([step(0, null, -1)], { adjustmentType: 'ExactCapacity' }))).toEqual([
      'AWS refuses ExactCapacity -1: it is 0 or more',
    ]);
  });
});

describe('a scalable target', () => {
  test.each<[string, object, string]>([
    [
      'whose maximum lies below its minimum',
      { minCapacity: 5, maxCapacity: 4 },
      'AWS refuses maxCapacity 4: it is at least the minCapacity of 5',
    ],
    ['of no service', { service: 'wob' }, 'there is no service wob; did you mean web?'],
    [
      'with a target of 0',
      { scalingPolicies: [cpuPolicy({ targetValue: 0 })] },
      'AWS refuses targetValue 0: it is above 0',
    ],
    [
      'that tracks the same metric twice',
      { scalingPolicies: [cpuPolicy(), { ...cpuPolicy({ targetValue: 70 }), policyName: 'again' }] },
      'AWS refuses the policy again: Only one TargetTrackingScaling policy for a given metric specification is allowed; cpu has it',
    ],
    [
      'with requests per target of no target group',
      {
        scalingPolicies: [
          cpuPolicy({ predefinedMetricSpecification: { predefinedMetricType: 'ALBRequestCountPerTarget' } }),
        ],
      },
      'AWS refuses ALBRequestCountPerTarget without resourceLabel: it names the target group; write app/<load balancer>/targetgroup/<target group>',
    ],
    [
      'with a metric that is none',
      {
        scalingPolicies: [
          cpuPolicy({
            predefinedMetricSpecification: undefined,
            customizedMetricSpecification: { metric: 'services.web.cpus' },
          }),
        ],
      },
      'there is no metric services.web.cpus in this world; did you mean services.web.cpu?',
    ],
    [
      'with a time zone that keeps daylight saving time',
      {
        scheduledActions: [
          {
            scheduledActionName: 'a',
            schedule: 'cron(0 9 * * ? *)',
            timezone: 'Europe/Paris',
            scalableTargetAction: { minCapacity: 2 },
          },
        ],
      },
      'AWS refuses the time zone "Europe/Paris": only zones without daylight saving time are simulated; write UTC, Etc/UTC, Asia/Seoul, Asia/Tokyo, Asia/Shanghai, Asia/Singapore or Asia/Kolkata, or Etc/GMT-9 for nine hours east',
    ],
    [
      'with a scheduled action that changes nothing',
      { scheduledActions: [{ scheduledActionName: 'a', schedule: 'rate(5 minutes)', scalableTargetAction: {} }] },
      'AWS refuses a scheduled action that changes nothing: At least one of minimum capacity and maximum capacity should be provided',
    ],
  ])('%s is refused', (_, target, message) => {
    expect(messagesOf(target)).toContain(message);
  });

  test('of a DAEMON service is refused, because it has no desired count', () => {
    const service = { desiredCount: undefined, schedulingStrategy: 'DAEMON' };
    expect(messagesOf({}, { service })).toEqual([
      'AWS refuses the DAEMON service web: it has no desired count that could be scaled',
    ]);
  });
});

describe('an alarm', () => {
  const alarm = {
    name: 'busy',
    metric: 'services.web.cpu',
    statistic: 'Average',
    period: 60,
    evaluationPeriods: 3,
    threshold: 60,
    comparisonOperator: 'GreaterThanThreshold',
  };

  test.each<[string, object, string]>([
    [
      'without what PutMetricAlarm needs',
      { threshold: undefined },
      'world.alarms.0: AWS refuses an alarm on services.web.cpu without threshold: PutMetricAlarm needs it',
    ],
    [
      'on no metric',
      { metric: 'services.web.cpx' },
      'world.alarms.0.metric: there is no metric services.web.cpx in this world; did you mean services.web.cpu?',
    ],
    [
      'with a period of less than a minute',
      { period: 30 },
      'world.alarms.0.period: AWS refuses period 30: alarms are evaluated every minute here; write a multiple of 60',
    ],
    [
      'with M above N',
      { datapointsToAlarm: 4 },
      'world.alarms.0.datapointsToAlarm: AWS refuses datapointsToAlarm 4: it lies between 1 and evaluationPeriods 3',
    ],
    [
      'that looks back more than a day',
      { evaluationPeriods: 1441 },
      'world.alarms.0.evaluationPeriods: AWS refuses 1441 periods of 60 s: together they are at most 86400 s with this period',
    ],
    [
      'that calls no policy',
      { alarmActions: ['add'] },
      'world.alarms.0.alarmActions.0: there is no step scaling policy add; the world has none',
    ],
    [
      'with a threshold and no metric',
      { metric: undefined },
      'world.alarms.0.statistic: AWS refuses statistic without a metric: name the metric that the alarm watches',
    ],
  ])('%s is refused (CW/1)', (_, part, fault) => {
    expect(faultsOf({ alarms: [{ ...alarm, ...part }] })).toContain(fault);
  });

  test('that calls target tracking is refused, because AWS makes those alarms itself (4.1.1)', () => {
    expect(
      faultsOf({ target: { scalingPolicies: [cpuPolicy()] }, alarms: [{ ...alarm, alarmActions: ['cpu'] }] }),
    ).toEqual([
      'world.alarms.0.alarmActions.0: cpu is target tracking, whose alarms AWS makes itself; name a step scaling policy',
    ]);
  });
});
