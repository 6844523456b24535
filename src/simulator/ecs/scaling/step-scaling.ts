import { type Fraction, fractionOf, order, over, sayFraction, times, truncated, ZERO } from './fraction.ts';

export type AdjustmentType = 'ChangeInCapacity' | 'ExactCapacity' | 'PercentChangeInCapacity';

/** A step: bounds are offsets from the alarm's threshold; none is minus or plus infinity. */
export type StepAdjustment = {
  metricIntervalLowerBound?: number | null | undefined;
  metricIntervalUpperBound?: number | null | undefined;
  scalingAdjustment: number;
};

/**
 * 4.3/2: the step that a breach (metric − threshold) falls into. Above the threshold the lower bound belongs to the
 * step and the upper does not; below it is the other way round. `risesAbove` says on which side a breach of 0 lies: that
 * of the alarm's comparison. Source: step scaling, Application Auto Scaling user guide.
 */
export function stepFor<Step extends StepAdjustment>(
  steps: readonly Step[],
  breach: Fraction,
  risesAbove: boolean,
): Step | undefined {
  const side = order(breach, ZERO);
  const isAbove = side === 0 ? risesAbove : side > 0;
  return steps.find(({ metricIntervalLowerBound: lower, metricIntervalUpperBound: upper }) => {
    const fromLower = lower == null ? 1 : order(breach, fractionOf(lower));
    const toUpper = upper == null ? 1 : order(fractionOf(upper), breach);
    return isAbove ? fromLower >= 0 && toUpper > 0 : fromLower > 0 && toUpper >= 0;
  });
}

/** 4.3/4: a percentage of tasks in whole tasks: between 0 and 1 is 1, otherwise what is behind the point goes. */
export function percentOf(current: number, percent: number): number {
  const exact = over(times(fractionOf(current), fractionOf(percent)), fractionOf(100));
  const size = order(exact, ZERO);
  if (size === 0) return 0;
  const whole = truncated(exact);
  return whole === 0 ? size : whole;
}

export type StepRule = { adjustmentType: AdjustmentType; minAdjustmentMagnitude?: number | undefined };

/**
 * 4.3/1, 4.3/5: the capacity that a step makes of the present one, with the arithmetic. MinAdjustmentMagnitude is for
 * percentages only, and a step of 0 % stays without effect. Never below 0.
 */
export function adjusted(current: number, rule: StepRule, adjustment: number): { capacity: number; sum: string } {
  if (rule.adjustmentType === 'ExactCapacity') return { capacity: adjustment, sum: `ExactCapacity ${adjustment}` };
  if (rule.adjustmentType === 'ChangeInCapacity') {
    const capacity = Math.max(0, current + adjustment);
    return { capacity, sum: `${current} running ${signed(adjustment)} = ${capacity}` };
  }
  const share = percentOf(current, adjustment);
  const least = rule.minAdjustmentMagnitude ?? 0;
  const change = adjustment !== 0 && Math.abs(share) < least ? Math.sign(adjustment) * least : share;
  const capacity = Math.max(0, current + change);
  const exact = sayFraction(over(times(fractionOf(current), fractionOf(adjustment)), fractionOf(100)));
  const magnitude = change === share ? '' : `, MinAdjustmentMagnitude ${least}`;
  const percent = adjustment < 0 ? `−${-adjustment}` : String(adjustment);
  const sum = `${current} running × ${percent} % = ${exact}${magnitude}: ${current} ${signed(change)} = ${capacity}`;
  return { capacity, sum };
}

function signed(value: number): string {
  return value < 0 ? `− ${-value}` : `+ ${value}`;
}
