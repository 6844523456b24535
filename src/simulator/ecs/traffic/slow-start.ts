/**
 * Slow start (6/5): how much of its full share a target gets, as a weight out of `slowStartSeconds`. It grows in a
 * straight line from 0. Source: ELB, target group attributes, slow start mode.
 */
export function slowStartWeight(slowStartSeconds: number, slowSince: number | undefined, second: number): number {
  if (slowStartSeconds === 0) return 1;
  if (slowSince === undefined) return slowStartSeconds;
  return Math.min(slowStartSeconds, Math.max(0, second - slowSince));
}

/**
 * Whether a target that has just turned healthy starts slowly: only where another target is healthy and not in slow
 * start itself (6/5).
 */
export function startsSlowly(slowStartSeconds: number, others: readonly { slowSince: number | undefined }[]): boolean {
  return slowStartSeconds > 0 && others.some(({ slowSince }) => slowSince === undefined);
}
