import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import {
  cpuPolicy,
  finePolicy,
  runScaling,
  type ScalingParts,
  SENDS_FINE,
  scaled,
  scalingScenario,
} from './cpu-work.fixture.ts';

const FINE = 'ECSServiceAverageCPUUtilizationHighResolution';
const sends = (resolutionSeconds: number, ...metricNames: string[]) => ({
  monitoring: {
    metricConfigurations: [
      { metricNames: metricNames.length > 0 ? metricNames : ['CPUUtilization'], resolutionSeconds },
    ],
  },
});
const six: ScalingParts = { desiredCount: 6, service: SENDS_FINE, target: { scalingPolicies: [finePolicy()] } };
const messages = (run: Run, type: string) =>
  run.entries.filter((entry) => entry.type === type).map(({ at, message }) => `${at} ${message}`);

describe('target tracking on a high-resolution metric (4.1.8, A97)', () => {
  test('scales out after three datapoints of 20 s above the target, not after three minutes', () => {
    const run = runScaling({ ...six, work: [[0, 450]] });
    expect(scaled(run)).toEqual(['60 6→9']);
    expect(messages(run, 'service-scaled')).toEqual([
      '60 (service web) scales out from 6 to 9: fine, 6 running × 75 % ÷ 50 % = 9; scale-out cooldown until 360 s.',
    ]);
    expect(run.entries.find(({ type }) => type === 'alarm')?.evaluation).toMatchObject({
      periodSeconds: 20,
      values: [75, 75, 75],
      datapointsToAlarm: 3,
    });
    expect([run.stopped, run.assumptions.includes('A97')]).toEqual(['settled', true]);
  });

  test('acts between two minutes: work that comes at 70 s is answered at 120 s', () => {
    const work: [number, number][] = [
      [0, 290],
      [70, 450],
    ];
    // The datapoint of 60 to 80 s has 10 s of 48.33 % and 10 s of 75 %: above 50 %, as are the two after it.
    expect(scaled(runScaling({ ...six, work }))).toEqual(['120 6→9']);
    expect(scaled(runScaling({ ...six, target: { scalingPolicies: [cpuPolicy()] }, work }))).toEqual(['240 6→9']);
  });

  test('a peak of 40 s is not enough', () => {
    const work: [number, number][] = [
      [0, 290],
      [80, 450],
      [120, 290],
    ];
    expect(scaled(runScaling({ ...six, work }))).toEqual([]);
  });

  test('scale-in waits for 15 minutes below 90 % of the target all the same', () => {
    const work: [number, number][] = [
      [0, 290],
      [619, 120],
    ];
    expect(scaled(runScaling({ ...six, work }))).toEqual(['1520 6→3']);
  });

  test('a larger need adds the difference within the cooldown between two minutes too (4.2, A61)', () => {
    const work: [number, number][] = [
      [0, 450],
      [100, 900],
    ];
    expect(scaled(runScaling({ ...six, work }))).toEqual(['60 6→9', '160 9→15', '360 15→18']);
  });

  test('between two minutes the policies of a minute ask for nothing new', () => {
    const slow = cpuPolicy({ scaleOutCooldown: 0 });
    const target = { scalingPolicies: [slow, finePolicy({ targetValue: 90 })] };
    // At 200 s its alarm still stands and the minute's 75 % would make 14 of 9.
    expect(scaled(runScaling({ ...six, target, work: [[0, 450]] }))).toEqual(['180 6→9', '240 9→10']);
  });

  test('to scale in, a policy of a minute has to agree, and the larger capacity counts (4.1.6)', () => {
    const target = { scalingPolicies: [cpuPolicy({ targetValue: 40 }), finePolicy({ targetValue: 80 })] };
    const work: [number, number][] = [
      [0, 230],
      [600, 120],
    ];
    // 6 × 20 % ÷ 40 % = 3, while the policy of 80 % would be content with 2.
    expect(scaled(runScaling({ ...six, target, work }))[0]).toBe('1500 6→3');
    const busy = { scalingPolicies: [cpuPolicy({ targetValue: 20 }), finePolicy({ targetValue: 80 })] };
    const held = runScaling({ ...six, target: busy, work: [[0, 118]] });
    expect(scaled(held)).toEqual([]);
    expect(messages(held, 'scaling-held')).toHaveLength(1);
  });

  test('what holds it back is said once, not every 20 s', () => {
    const run = runScaling({ ...six, target: { maxCapacity: 8, scalingPolicies: [finePolicy()] }, work: [[0, 900]] });
    expect(scaled(run)).toEqual(['60 6→8']);
    expect(messages(run, 'scaling-held')).toHaveLength(1);
  });
});

describe('what AWS refuses of high-resolution metrics (4.1.8)', () => {
  const faults = (parts: ScalingParts) =>
    (scalingScenario(parts).faults ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
  const target = { scalingPolicies: [finePolicy()] };

  test('a policy on a metric that the service does not send every 20 s', () => {
    const sentence =
      /AWS refuses ECSServiceAverageCPUUtilizationHighResolution: high-resolution metrics must be enabled before; write \{ metricNames: \[CPUUtilization\], resolutionSeconds: 20 \} into monitoring\.metricConfigurations of web/;
    expect(faults({ target })).toMatch(sentence);
    expect(faults({ target, service: sends(60) })).toMatch(sentence);
    expect(faults({ target, service: sends(20, 'MemoryUtilization') })).toMatch(sentence);
    expect(faults({ target, service: sends(20, 'MemoryUtilization', 'CPUUtilization') })).toBe('');
  });

  test('another resolution, and a metric with two, also without a policy', () => {
    expect(faults({ service: sends(30) })).toMatch(/AWS refuses resolutionSeconds 30: it is 20 or 60/);
    expect(faults({ service: sends(20, 'CPUUtilization', 'CPUUtilization') })).toMatch(
      /metricNames\.1: CPUUtilization has its resolution already; name it once/,
    );
    expect(
      faults({ service: { monitoring: { metricConfigurations: [{ metricNames: [], resolutionSeconds: 20 }] } } }),
    ).toMatch(/a configuration without metricNames/);
  });

  test('a resource label, which belongs to ALBRequestCountPerTarget', () => {
    const label = { predefinedMetricType: FINE, resourceLabel: 'app/a/targetgroup/b' };
    const policy = finePolicy({ predefinedMetricSpecification: label });
    expect(faults({ service: SENDS_FINE, target: { scalingPolicies: [policy] } })).toMatch(
      /a resourceLabel with ECSService/,
    );
  });
});
