import { describe, expect, it } from 'vitest';
import type { Run } from '../../simulator/run.ts';
import { outlineOf, signalsOf, valueAt } from './signals-model.ts';

const world = {
  containerInstances: [],
  taskDefinitions: [],
  alarms: [{ name: 'deep', metric: 'queues.jobs.visible', threshold: 100 }],
  scalableTargets: [
    {
      service: 'web',
      minCapacity: 1,
      maxCapacity: 9,
      scalingPolicies: [
        {
          policyName: 'cpu',
          policyType: 'TargetTrackingScaling',
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          },
        },
      ],
    },
  ],
  autoScalingGroups: [{ autoScalingGroupName: 'fleet', minSize: 0, maxSize: 6 }],
  capacityProviders: [{ name: 'cp', autoScalingGroupProvider: { autoScalingGroup: 'fleet' } }],
} as unknown as Run['input']['world'];

const series: Run['series'] = {
  'services.web.tasks': [[0, 2]],
  'services.web.requests.sent': [[0, 40]],
  'services.web.requests.served': [
    [0, 40],
    [60, 30],
  ],
  'services.web.requests.failed': [
    [0, 0],
    [60, 10],
  ],
  'services.web.cpu': [
    [0, 50],
    [60, 80],
  ],
  'services.web.memory': [[0, 0]],
  'queues.jobs.visible': [
    [0, 10],
    [60, 90],
  ],
  'capacityProviders.cp.reservation': [
    [0, 100],
    [60, 150],
  ],
  'autoScalingGroups.fleet.inService': [
    [0, 2],
    [120, 3],
  ],
};
const run = { series, input: { world } };

describe('signals of a run', () => {
  it('are strips in one order, four at most; what never moved is left out', () => {
    expect(signalsOf(run, undefined).map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'requests web',
      'queue jobs',
      'cpu web',
      'reservation cp',
    ]);
  });

  it('begin with what the goals speak of', () => {
    const goals = [{ id: 'g', metric: 'autoScalingGroups.fleet.inService', is: { atMost: 3 } }];
    const [first] = signalsOf(run, { goals } as never);
    expect(first).toMatchObject({ kind: 'group', of: 'fleet', limits: [{ value: 6, kind: 'max' }] });
  });

  it('have the target of a policy, the threshold of an alarm, and 100 percent in sight', () => {
    const signals = signalsOf(run, undefined);
    expect(signals.find(({ kind }) => kind === 'cpu')).toMatchObject({
      limits: [{ value: 60, kind: 'target' }],
      top: 100,
    });
    expect(signals.find(({ kind }) => kind === 'queue')).toMatchObject({
      limits: [{ value: 100, kind: 'threshold' }],
      top: 100,
    });
    expect(signals.find(({ kind }) => kind === 'reservation')?.limits).toEqual([{ value: 100, kind: 'target' }]);
  });

  it('say the value in force at a second', () => {
    const failed = signalsOf(run, undefined)[0]?.lines.find(({ name }) => name === 'failed');
    expect([0, 59, 60].map((second) => failed && valueAt(failed, second))).toEqual([0, 0, 10]);
  });

  it('are drawn without steps that no pixel shows, and the highest of a pixel counts', () => {
    const narrow = outlineOf(
      [
        [0, 0],
        [1, 9],
        [2, 0],
        [50, 5],
      ],
      100,
      (at) => at / 10,
      (value) => value,
    );
    expect(narrow).toBe('M0 9H5V5H10');
  });
});
