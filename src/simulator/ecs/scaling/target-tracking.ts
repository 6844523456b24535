import { type Fraction, fractionOf, over, roundedUp, sayFraction, times } from './fraction.ts';

/** 4.1.1: the alarms that AWS makes: above the target for 3 minutes, below 90 % of it for 15. */
export const HIGH_PERIODS = 3;
export const LOW_MINUTES = 15;
const LOW_SHARE = fractionOf(0.9);

/** 4.1.1: below this the low alarm counts. */
export function lowThreshold(target: Fraction): Fraction {
  return times(target, LOW_SHARE);
}

/** A capacity and the sum that it comes from, in figures and AWS's words: `9 running × 60 % ÷ 50 % = 10.8 → 11`. */
export type Need = { capacity: number; sum: string };

/**
 * 4.1.2, 4.1.5: ceil(running × metric ÷ target), from the tasks that run and not from the desired count; the same
 * formula out and in (A12). Without a running task one metric value above the target asks for one task.
 * Source: target tracking, Application Auto Scaling user guide; service auto scaling, ECS developer guide.
 */
export function trackedCapacity(running: number, metric: Fraction, target: Fraction, unit = ''): Need {
  const [have, want] = [`${sayFraction(metric)}${unit}`, `${sayFraction(target)}${unit}`];
  if (running === 0) return { capacity: 1, sum: `0 running, ${have} > ${want} → 1` };
  const exact = over(times(fractionOf(running), metric), target);
  const capacity = roundedUp(exact);
  const sum = `${running} running × ${have} ÷ ${want} = ${sayFraction(exact)}`;
  return { capacity, sum: exact.denominator === 1n ? sum : `${sum} → ${capacity}` };
}
