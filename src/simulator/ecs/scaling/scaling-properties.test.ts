import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import type { Run } from '../../run.ts';
import { cpuPolicy, finePolicy, runScaling, type ScalingParts, SENDS_FINE } from './cpu-work.fixture.ts';

const work = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 5400 }), fc.integer({ min: 0, max: 2000 })), {
    selector: ([second]) => second,
    minLength: 1,
    maxLength: 8,
  })
  .map((points) => points.sort(([a], [b]) => a - b));

const bounds = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 24 }))
  .map(([a, b]) => ({ minCapacity: Math.min(a, b), maxCapacity: Math.max(a, b) }));

const tracking = fc.record({
  targetValue: fc.integer({ min: 10, max: 90 }),
  scaleOutCooldown: fc.constantFrom(0, 60, 300),
  scaleInCooldown: fc.constantFrom(0, 60, 300),
  disableScaleIn: fc.boolean(),
});

const stepPolicy = fc
  .record({
    adjustmentType: fc.constantFrom('ChangeInCapacity', 'PercentChangeInCapacity'),
    cooldown: fc.constantFrom(0, 120),
    low: fc.integer({ min: 1, max: 4 }),
    high: fc.integer({ min: 4, max: 40 }),
    sign: fc.constantFrom(1, -1),
  })
  .map(({ adjustmentType, cooldown, low, high, sign }) => ({
    policyName: 'steps',
    policyType: 'StepScaling',
    stepScalingPolicyConfiguration: {
      adjustmentType,
      cooldown,
      stepAdjustments: [
        { metricIntervalLowerBound: 0, metricIntervalUpperBound: 15, scalingAdjustment: sign * low },
        { metricIntervalLowerBound: 15, scalingAdjustment: sign * high },
      ],
    },
  }));

const world: fc.Arbitrary<ScalingParts> = fc
  .record({
    work,
    limits: bounds,
    tracking: fc.option(tracking),
    fine: fc.option(tracking),
    steps: fc.option(stepPolicy),
    desiredCount: fc.integer({ min: 0, max: 20 }),
    update: fc.boolean(),
  })
  .map(({ work, limits, tracking, fine, steps, desiredCount, update }) => ({
    work,
    desiredCount,
    target: {
      ...limits,
      scalingPolicies: [
        ...(tracking ? [cpuPolicy(tracking)] : []),
        ...(fine ? [finePolicy(fine)] : []),
        ...(steps ? [steps] : []),
      ],
    },
    service: SENDS_FINE,
    alarms: [
      {
        name: 'busy',
        metric: 'services.web.cpu',
        statistic: 'Maximum',
        period: 60,
        evaluationPeriods: 2,
        threshold: 55,
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        ...(steps ? { alarmActions: ['steps'] } : {}),
      },
    ],
    events: update ? [{ at: '20m', updateService: { service: 'web', taskDefinition: 'web:2' } }] : [],
    horizon: '2h',
  }));

const moves = (run: Run) =>
  run.entries.flatMap(({ type, scaling, at }) => (type === 'service-scaled' && scaling ? [{ at, ...scaling }] : []));

describe('service scaling in any run', () => {
  test(
    'moves the desired count only into the limits, by its own sum, at the end of a minute or of 20 s, and the same each time',
    () => {
      fc.assert(
        fc.property(world, (parts) => {
          const run = runScaling(parts);
          const target = parts.target as { minCapacity: number; maxCapacity: number };
          for (const { at, policy, from, to, minCapacity, maxCapacity } of moves(run)) {
            expect([minCapacity, maxCapacity]).toEqual([target.minCapacity, target.maxCapacity]);
            expect(to).toBeGreaterThanOrEqual(target.minCapacity);
            expect(to).toBeLessThanOrEqual(target.maxCapacity);
            expect(to).not.toBe(from);
            expect([policy, at % (policy === 'fine' ? 20 : 60)]).toEqual([policy, 0]);
          }
          expect(run.stopped).not.toBe('event-limit');
          expect(JSON.stringify(runScaling(parts))).toBe(JSON.stringify(run));
        }),
        cases('invariant', 25),
      );
    },
    PROOF_TIMEOUT,
  );

  test(
    'with target tracking alone and constant work comes to rest',
    () => {
      const constant = fc.record({
        percent: fc.integer({ min: 0, max: 1500 }),
        start: fc.integer({ min: 1, max: 20 }),
        targetValue: fc.integer({ min: 30, max: 80 }),
        policy: fc.constantFrom(cpuPolicy, finePolicy),
      });
      fc.assert(
        fc.property(constant, ({ percent, start, targetValue, policy }) => {
          const target = { minCapacity: 1, maxCapacity: 20, scalingPolicies: [policy({ targetValue })] };
          const run = runScaling({
            work: [[0, percent]],
            desiredCount: start,
            service: SENDS_FINE,
            target,
            horizon: '8h',
          });
          const late = moves(run).filter(({ at }) => at > 4 * 3600);
          expect(late).toEqual([]);
          expect(run.stopped).toBe('settled');
        }),
        cases('invariant', 25),
      );
    },
    PROOF_TIMEOUT,
  );
});
