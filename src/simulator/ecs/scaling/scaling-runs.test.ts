import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { cpuPolicy, runScaling, scaled } from './cpu-work.fixture.ts';

const messages = (run: Run, type: string) =>
  run.entries.filter((entry) => entry.type === type).map(({ at, message }) => `${at} ${message}`);

const highAlarm = (more: object = {}) => ({
  name: 'busy',
  metric: 'services.web.cpu',
  statistic: 'Average',
  period: 60,
  evaluationPeriods: 1,
  threshold: 60,
  comparisonOperator: 'GreaterThanOrEqualToThreshold',
  alarmActions: ['add'],
  ...more,
});

const stepPolicy = (steps: object[], more: object = {}) => ({
  policyName: 'add',
  policyType: 'StepScaling',
  stepScalingPolicyConfiguration: { adjustmentType: 'ChangeInCapacity', stepAdjustments: steps, ...more },
});

describe('target tracking in a run', () => {
  const six = { desiredCount: 6, target: { scalingPolicies: [cpuPolicy()] } };

  test('6 tasks at 75 % for a target of 50 % become 9 after three minutes above it (4.1.1, 4.1.2)', () => {
    const run = runScaling({ ...six, work: [[0, 450]] });
    expect(scaled(run)).toEqual(['180 6→9']);
    expect(messages(run, 'service-scaled')).toEqual([
      '180 (service web) scales out from 6 to 9: cpu, 6 running × 75 % ÷ 50 % = 9; scale-out cooldown until 480 s.',
    ]);
    expect(messages(run, 'alarm')[0]).toBe(
      '180 CloudWatch alarm TargetTracking-web-cpu-AlarmHigh goes from INSUFFICIENT_DATA to ALARM: services.web.cpu was 75, 75, 75: 3 of 3 datapoints above 50, and 3 are needed.',
    );
    expect(run.stopped).toBe('settled');
  });

  test('two minutes above the target are not enough (4.1.1)', () => {
    expect(
      scaled(
        runScaling({
          ...six,
          work: [
            [0, 450],
            [120, 290],
          ],
        }),
      ),
    ).toEqual([]);
  });

  test('scale-in waits for 15 minutes below 90 % of the target (4.1.1)', () => {
    const run = runScaling({
      ...six,
      work: [
        [0, 290],
        [600, 120],
      ],
    });
    expect(scaled(run)).toEqual(['1500 6→3']);
    expect(run.assumptions).toContain('A12');
  });

  test('between 90 % of the target and the target nothing happens, and the run settles (4.1.1)', () => {
    const run = runScaling({ ...six, work: [[0, 290]] });
    expect([scaled(run), run.stopped]).toEqual([[], 'settled']);
  });

  test('DisableScaleIn leaves scale-in to others (4.1.7)', () => {
    const target = { scalingPolicies: [cpuPolicy({ disableScaleIn: true })] };
    expect(scaled(runScaling({ ...six, target, work: [[0, 60]] }))).toEqual([]);
  });

  test('a service without a running task has no data, and is not scaled (4.1.4, CW/4)', () => {
    expect(
      scaled(runScaling({ ...six, desiredCount: 0, target: { ...six.target, minCapacity: 0 }, work: [[0, 450]] })),
    ).toEqual([]);
  });

  test('during the cooldown only a larger need adds the difference (4.2, A61)', () => {
    const run = runScaling({
      ...six,
      work: [
        [0, 450],
        [240, 540],
      ],
    });
    expect(scaled(run)).toEqual(['180 6→9', '480 9→11']);
    expect(messages(run, 'scaling-held')[0]).toBe(
      '240 (service web) does not scale out: cpu, 9 running × 52.92 % ÷ 50 % = 9.53 → 10; 6 + (10 − 9) = 7, because the 3 that a scale-out added to 6 count, but the cooldown lasts until 480 s.',
    );
    const larger = runScaling({
      ...six,
      work: [
        [0, 450],
        [240, 900],
      ],
    });
    expect(scaled(larger)[1]).toBe('300 9→15');
  });

  test('maxCapacity holds it back, and says so once (4.2)', () => {
    const run = runScaling({ ...six, target: { maxCapacity: 8, scalingPolicies: [cpuPolicy()] }, work: [[0, 900]] });
    expect(scaled(run)).toEqual(['180 6→8']);
    expect(messages(run, 'scaling-held')).toEqual([
      '240 (service web) does not scale out: cpu, 8 running × 116.88 % ÷ 50 % = 18.7 → 19, but maxCapacity is 8.',
    ]);
    expect(run.stopped).toBe('settled');
  });

  test('a desired count outside of the limits is moved into them when the target is registered (4.2)', () => {
    const run = runScaling({ desiredCount: 4, target: { minCapacity: 6 } });
    expect(scaled(run)).toEqual(['0 4→6']);
    expect(messages(run, 'service-scaled')).toEqual(['0 (service web) scales out from 4 to 6: minCapacity 6.']);
    expect(scaled(runScaling({ desiredCount: 4, target: { maxCapacity: 2 } }))).toEqual(['0 4→2']);
  });

  test('scale-in is off during a deployment and comes after it; scale-out is not (4.1.9)', () => {
    const slow = { web: { pull: 4, start: 900 } };
    const events = [{ at: '10m', updateService: { service: 'web', taskDefinition: 'web:2' } }];
    const run = runScaling({ ...six, work: [[0, 120]], events, world: { images: slow } });
    expect(messages(run, 'scaling-held')[0]).toContain('scale-in is off while a deployment is under way');
    const completed = run.series['services.web.deployment.completedAt']?.[0]?.[1] as number;
    expect(scaled(run)[0]).toMatch(new RegExp(`^${Math.ceil(completed / 60) * 60} 6→`));
    const out = runScaling({
      ...six,
      work: [
        [0, 120],
        [660, 450],
      ],
      events,
      world: { images: slow },
    });
    expect(scaled(out)[0]).toMatch(/^840 6→9/);
  });

  test('scaling in goes on once a cooldown until the metric is close to the target, and then the run settles (4.2)', () => {
    const run = runScaling({ ...six, desiredCount: 12, work: [[0, 100]], horizon: '3h' });
    expect(scaled(run)).toEqual(['900 12→2']);
    expect(run.stopped).toBe('settled');
  });

  test('an alarm that still counts at the horizon keeps the run from being settled', () => {
    expect(runScaling({ ...six, work: [[0, 450]], horizon: '2m' }).stopped).toBe('horizon');
  });
});

describe('step scaling in a run', () => {
  const steps = [
    { metricIntervalLowerBound: 0, metricIntervalUpperBound: 20, scalingAdjustment: 1 },
    { metricIntervalLowerBound: 20, scalingAdjustment: 3 },
  ];

  test('the alarm that calls the policy decides the step, every minute in ALARM (4.3)', () => {
    const run = runScaling({
      work: [[0, 320]],
      target: { scalingPolicies: [stepPolicy(steps, { cooldown: 0 })] },
      alarms: [highAlarm()],
    });
    expect(scaled(run)).toEqual(['60 4→7']);
    expect(messages(run, 'service-scaled')[0]).toBe('60 (service web) scales out from 4 to 7: add, 4 running + 3 = 7.');
    expect(run.assumptions).toContain('A60');
  });

  test('after a step of 1 a step of 3 in the cooldown adds 2 (4.2)', () => {
    const run = runScaling({
      work: [
        [0, 260],
        [60, 450],
      ],
      target: { scalingPolicies: [stepPolicy(steps)] },
      alarms: [highAlarm()],
    });
    expect(scaled(run).slice(0, 2)).toEqual(['60 4→5', '120 5→7']);
  });

  test('an alarm that a person sets carries no metric, and is back after a minute (SetAlarmState)', () => {
    const run = runScaling({
      work: [[0, 80]],
      target: { scalingPolicies: [stepPolicy(steps)] },
      alarms: [highAlarm()],
      events: [{ at: '90s', setAlarm: { alarm: 'busy', state: 'ALARM' } }],
    });
    expect(scaled(run)).toEqual([]);
    expect(messages(run, 'alarm').at(-1)).toMatch(/^120 .* from ALARM to OK/);
  });
});

describe('alarms on metrics', () => {
  test('fail a deployment that they watch (3.5/9)', () => {
    const run = runScaling({
      work: [
        [0, 80],
        [120, 400],
      ],
      alarms: [highAlarm({ alarmActions: undefined, evaluationPeriods: 2 })],
      service: { deploymentConfiguration: { alarms: { alarmNames: ['busy'], enable: true, rollback: true } } },
      events: [{ at: '2m', updateService: { service: 'web', taskDefinition: 'web:2' } }],
      world: { images: { web: { pull: 4, start: 300 } } },
    });
    expect(run.series['services.web.deployment.failedAt']).toEqual([[240, 240]]);
    expect(run.series['alarms.busy.inAlarm']).toEqual([
      [0, 0],
      [240, 1],
    ]);
  });

  test('of a period of five minutes are evaluated every minute over the last five (CW/1)', () => {
    const run = runScaling({
      work: [
        [0, 80],
        [360, 400],
      ],
      alarms: [highAlarm({ alarmActions: [], period: 300, threshold: 40 })],
    });
    expect(messages(run, 'alarm').map((message) => message.slice(0, 47))).toEqual([
      '60 CloudWatch alarm busy goes from INSUFFICIENT',
      '480 CloudWatch alarm busy goes from OK to ALARM',
    ]);
  });
});
