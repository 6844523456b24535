import fc from 'fast-check';
import type { WorldDraft } from './whole-world.fixture.ts';
import type { ServiceDraft } from './world-services.fixture.ts';

/** The scalable target of a service, where it has one. */
export type ScalingDraft = {
  isScaled: boolean;
  minCapacity: number;
  more: number;
  target: 'cpu' | 'memory' | 'fine' | 'own' | 'none';
  targetValue: number;
  scaleOutCooldown: number;
  scaleInCooldown: number;
  disableScaleIn: boolean;
  steps: 'none' | 'ChangeInCapacity' | 'PercentChangeInCapacity';
  up: number;
  scheduled: { minute: number; min: number; max: number } | null;
};

export const aScaling: fc.Arbitrary<ScalingDraft> = fc.record({
  isScaled: fc.boolean(),
  minCapacity: fc.nat(3),
  more: fc.nat(6),
  target: fc.constantFrom<ScalingDraft['target'][]>('cpu', 'cpu', 'memory', 'fine', 'own', 'none'),
  targetValue: fc.integer({ min: 10, max: 90 }),
  scaleOutCooldown: fc.constantFrom(0, 60, 300),
  scaleInCooldown: fc.constantFrom(0, 60, 300),
  disableScaleIn: fc.boolean(),
  steps: fc.constantFrom('none', 'ChangeInCapacity', 'PercentChangeInCapacity'),
  up: fc.integer({ min: -3, max: 3 }),
  scheduled: fc.option(
    fc.record({ minute: fc.integer({ min: 5, max: 20 }), min: fc.nat(4), max: fc.integer({ min: 4, max: 8 }) }),
  ),
});

/** RegisterScalableTarget of the services that are scaled. */
export function targetsOf({ services, scaling }: WorldDraft): object[] {
  return services.flatMap((service, i) => {
    const draft = scaling[i] as ScalingDraft;
    if (!draft.isScaled) return [];
    const { minCapacity, more, scheduled } = draft;
    const scalingPolicies = [...tracking(draft, service, i), ...stepsOf(draft, i)];
    const limits = { service: `s${i}`, minCapacity, maxCapacity: minCapacity + more };
    return [{ ...limits, scalingPolicies, scheduledActions: scheduled === null ? [] : [scheduledAction(scheduled)] }];
  });
}

function tracking(draft: ScalingDraft, { work }: ServiceDraft, i: number): object[] {
  const { target, targetValue, scaleOutCooldown, scaleInCooldown, disableScaleIn } = draft;
  const rules = { scaleOutCooldown, scaleInCooldown, disableScaleIn };
  const metric = metricOf(target, work, i);
  if (metric === undefined) return [];
  const targetTrackingScalingPolicyConfiguration = { targetValue, ...metric, ...rules };
  return [{ policyName: `track-${i}`, policyType: 'TargetTrackingScaling', targetTrackingScalingPolicyConfiguration }];
}

function metricOf(target: ScalingDraft['target'], work: ServiceDraft['work'], i: number): object | undefined {
  if (target === 'none') return undefined;
  if (target === 'own' && work === 'balanced') {
    const resourceLabel = `app/front/targetgroup/tg${i}`;
    return { predefinedMetricSpecification: { predefinedMetricType: 'ALBRequestCountPerTarget', resourceLabel } };
  }
  if (target === 'own' && work === 'messages')
    return { customizedMetricSpecification: { metric: `services.s${i}.backlogPerTask` } };
  const of = target === 'memory' ? 'Memory' : 'CPU';
  const predefinedMetricType = `ECSServiceAverage${of}Utilization${target === 'fine' ? 'HighResolution' : ''}`;
  return { predefinedMetricSpecification: { predefinedMetricType } };
}

function stepsOf({ steps, up }: ScalingDraft, i: number): object[] {
  if (steps === 'none') return [];
  const stepAdjustments = [
    { metricIntervalLowerBound: 0, metricIntervalUpperBound: 20, scalingAdjustment: up },
    { metricIntervalLowerBound: 20, scalingAdjustment: 2 * up },
  ];
  const scale = steps === 'PercentChangeInCapacity' ? 30 : 1;
  const scaled = stepAdjustments.map((step) => ({ ...step, scalingAdjustment: step.scalingAdjustment * scale }));
  const stepScalingPolicyConfiguration = { adjustmentType: steps, cooldown: 120, stepAdjustments: scaled };
  return [{ policyName: `steps-${i}`, policyType: 'StepScaling', stepScalingPolicyConfiguration }];
}

function scheduledAction({ minute, min, max }: { minute: number; min: number; max: number }): object {
  const schedule = `at(2026-01-01T00:${String(minute).padStart(2, '0')}:00)`;
  const scalableTargetAction = { minCapacity: min, maxCapacity: max };
  return { scheduledActionName: 'planned', schedule, scalableTargetAction };
}

/** One alarm on the CPU of each service that is scaled; it calls the step policy where there is one. */
export function alarmsOf({ services, scaling }: WorldDraft): object[] {
  return services.flatMap((_, i) => {
    const { isScaled, steps } = scaling[i] as ScalingDraft;
    if (!isScaled) return [];
    const rule = { statistic: 'Average', period: 60, evaluationPeriods: 2, threshold: 50 };
    const alarmActions = steps === 'none' ? [] : [`steps-${i}`];
    const watched = { metric: `services.s${i}.cpu`, comparisonOperator: 'GreaterThanThreshold' };
    return [{ name: `busy-${i}`, ...watched, ...rule, alarmActions }];
  });
}
