/** The settings of managedScaling with AWS's defaults filled in (5.2.5, 5.2.6). */
export type ManagedScaling = {
  /** Percent, 1 to 100. */
  targetCapacity: number;
  minimumScalingStepSize: number;
  maximumScalingStepSize: number;
  /** Seconds from launch. */
  instanceWarmupPeriod: number;
};

export const DEFAULT_MANAGED_SCALING: ManagedScaling = {
  targetCapacity: 100,
  minimumScalingStepSize: 1,
  maximumScalingStepSize: 10_000,
  instanceWarmupPeriod: 300,
};

/** What managed scaling sees of a group at one minute. */
export type CapacityView = {
  /** N: instances of the group, those that launch included (A71), those that terminate not. */
  instances: number;
  /** Of them, those with at least one task that is not a daemon. */
  busy: number;
  /** Instances that the tasks waiting in PROVISIONING need, from the estimate. */
  wanted: number;
};

/** The size a group may have. */
export type SizeLimits = { minSize: number; maxSize: number };

/** Minutes below the target before the low alarm goes to ALARM (5.2.7). The high alarm takes 1. */
export const LOW_ALARM_MINUTES = 15;

/**
 * M, the instances that a group needs (5.2.1, 5.2.3). While tasks wait it is N plus what they need, bounded: less than
 * the minimum step becomes the minimum step, more than the maximum step the maximum step. Else the busy instances.
 */
export function neededInstances({ instances, busy, wanted }: CapacityView, scaling: ManagedScaling): number {
  if (wanted === 0) return busy;
  const { minimumScalingStepSize: least, maximumScalingStepSize: most } = scaling;
  return instances + (wanted < least ? least : Math.min(wanted, most));
}

/**
 * CapacityProviderReservation = M ÷ N × 100 (5.2.1) as an exact fraction; without instances it is 200 when tasks wait
 * and 100 when none does (5.2.2).
 */
export function reservationOf(needed: number, instances: number): { dividend: number; divisor: number } {
  if (instances > 0) return { dividend: needed * 100, divisor: instances };
  return { dividend: needed > 0 ? 200 : 100, divisor: 1 };
}

/** The reservation in percent to two places, rounded down: what the metric shows. */
export function reservationPercent(needed: number, instances: number): number {
  const { dividend, divisor } = reservationOf(needed, instances);
  return Math.floor((dividend * 100) / divisor) / 100;
}

/** Where the reservation lies against the target: the two alarms look at nothing else (5.2.7). */
export function againstTarget(view: CapacityView, scaling: ManagedScaling): 'above' | 'at' | 'below' {
  const { dividend, divisor } = reservationOf(neededInstances(view, scaling), view.instances);
  const target = scaling.targetCapacity * divisor;
  if (dividend === target) return 'at';
  return dividend > target ? 'above' : 'below';
}

/** ceil(M ÷ (T ÷ 100)): the number of instances at which the reservation is at or below the target (5.2.5). */
export function steadyInstances(needed: number, targetCapacity: number): number {
  return Math.ceil((needed * 100) / targetCapacity);
}

/**
 * The desired capacity that the high alarm asks for, or undefined when it asks for none (5.2.5, 5.2.7). From no instance
 * at all the reservation is 200 whatever is needed, so at a target of 100 the first step is two instances; what it is
 * at another target, and that an empty group without tasks stays empty, is A72.
 */
export function scaleOutTo(view: CapacityView, scaling: ManagedScaling, limits: SizeLimits): number | undefined {
  if (againstTarget(view, scaling) !== 'above') return undefined;
  const needed = neededInstances(view, scaling);
  if (view.instances === 0 && needed === 0) return undefined;
  const wanted =
    view.instances === 0 ? steadyInstances(2, scaling.targetCapacity) : steadyInstances(needed, scaling.targetCapacity);
  const to = Math.min(wanted, limits.maxSize);
  return to > view.instances ? to : undefined;
}

/**
 * The desired capacity that the low alarm asks for this minute, or undefined (5.2.7): towards the steady number, at
 * least one instance and less than half of the group a minute, never below the minimum size.
 */
export function scaleInTo(view: CapacityView, scaling: ManagedScaling, limits: SizeLimits): number | undefined {
  if (againstTarget(view, scaling) !== 'below') return undefined;
  const { instances } = view;
  const steady = steadyInstances(neededInstances(view, scaling), scaling.targetCapacity);
  const mostAtOnce = Math.max(1, Math.ceil(instances / 2) - 1);
  const to = Math.max(steady, instances - mostAtOnce, limits.minSize);
  return to < instances ? to : undefined;
}
