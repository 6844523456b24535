import type { Refuse } from './aws-refusals.ts';
import type { StepScaling } from './scaling-schema.ts';

type Step = StepScaling['stepAdjustments'][number];

const lowerOf = ({ metricIntervalLowerBound: lower }: Step) => lower ?? Number.NEGATIVE_INFINITY;
const upperOf = ({ metricIntervalUpperBound: upper }: Step) => upper ?? Number.POSITIVE_INFINITY;

/**
 * 4.3/3: what PutScalingPolicy refuses of a step policy, in AWS's sentences where they are known.
 * Source: API StepAdjustment; the sentences as terraform-provider-aws issues 4812 and 9077 quote them.
 */
export function refuseStepScaling(configuration: StepScaling, refuse: Refuse): void {
  const { adjustmentType, stepAdjustments: steps, minAdjustmentMagnitude, cooldown } = configuration;
  if (steps.length === 0) refuse(['stepAdjustments'], 'a step policy without steps', 'at least one step is required');
  if (steps.length > 20) {
    const why = 'There can be at most 20 step adjustments per scaling policy';
    refuse(['stepAdjustments'], `${steps.length} steps`, why);
  }
  if (minAdjustmentMagnitude !== undefined && adjustmentType !== 'PercentChangeInCapacity') {
    const what = `minAdjustmentMagnitude with ${adjustmentType}`;
    refuse(['minAdjustmentMagnitude'], what, 'it belongs to PercentChangeInCapacity');
  } else if (minAdjustmentMagnitude !== undefined && minAdjustmentMagnitude < 1) {
    refuse(['minAdjustmentMagnitude'], `minAdjustmentMagnitude ${minAdjustmentMagnitude}`, 'it is at least 1');
  }
  if (cooldown !== undefined && cooldown < 0) refuse(['cooldown'], `cooldown ${cooldown}`, 'it is 0 s or more');
  for (const [i, step] of steps.entries()) refuseStep(step, adjustmentType, within(refuse, i));
  refuseBounds(steps, (what, why) => refuse(['stepAdjustments'], what, why));
}

function within(refuse: Refuse, i: number): Refuse {
  return (path, what, why) => refuse(['stepAdjustments', i, ...path], what, why);
}

function refuseStep(step: Step, adjustmentType: StepScaling['adjustmentType'], refuse: Refuse): void {
  const [lower, upper] = [lowerOf(step), upperOf(step)];
  if (lower === Number.NEGATIVE_INFINITY && upper === Number.POSITIVE_INFINITY) {
    refuse([], 'a step without bounds', 'Both lower and upper bounds of a step adjustment cannot be left unspecified');
  } else if (lower >= upper) {
    refuse([], `a step from ${lower} to ${upper}`, 'its lower bound lies below its upper bound');
  }
  if (adjustmentType === 'ExactCapacity' && step.scalingAdjustment < 0) {
    refuse(['scalingAdjustment'], `ExactCapacity ${step.scalingAdjustment}`, 'it is 0 or more');
  }
}

function refuseBounds(steps: readonly Step[], refuse: (what: string, why: string) => void): void {
  const sorted = [...steps].sort((a, b) => lowerOf(a) - lowerOf(b) || upperOf(a) - upperOf(b));
  const openBelow = sorted.filter((step) => lowerOf(step) === Number.NEGATIVE_INFINITY).length;
  const openAbove = sorted.filter((step) => upperOf(step) === Number.POSITIVE_INFINITY).length;
  if (openBelow > 1) refuse(`${openBelow} steps without a lower bound`, 'at most one has none');
  if (openAbove > 1) refuse(`${openAbove} steps without an upper bound`, 'at most one has none');
  if (openBelow > 1 || openAbove > 1) return;
  for (const [i, step] of sorted.slice(1).entries()) {
    const [end, start] = [upperOf(sorted[i] as Step), lowerOf(step)];
    if (end < start)
      refuse(`the gap from ${end} to ${start}`, 'Step adjustment intervals cannot have gaps between them');
    if (end > start) refuse(`steps that both hold ${start}`, 'Step adjustment intervals cannot overlap');
  }
  if (openBelow === 0 && sorted.some((step) => lowerOf(step) < 0))
    refuse('steps that end below', sayOpen('lower', 'negative'));
  if (openAbove === 0 && sorted.some((step) => upperOf(step) > 0))
    refuse('steps that end above', sayOpen('upper', 'positive'));
}

function sayOpen(bound: string, sign: string): string {
  return `There must be a StepAdjustment with an unspecified ${bound} bound (i.e., ${bound} bound is null) when one StepAdjustment has a ${sign} ${bound} bound`;
}
