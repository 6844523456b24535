import type { Need } from './target-tracking.ts';

/** What one policy asks for in this minute. */
export type Wish = {
  policy: string;
  kind: 'tracking' | 'step';
  direction: 'out' | 'in';
  /** From the tasks that run now. */
  need: Need;
  /** Of a step: what it would make of another starting point. */
  needFrom?: (running: number) => Need;
  /** Of the policy and direction, in seconds. */
  cooldownSeconds: number;
};

/** A scale-out that still counts: where it began, so that only a larger need adds to it. */
export type OutCooldown = { untilSeconds: number; running: number; policy: string };
export type InCooldown = { untilSeconds: number; policy: string };

/** A scalable target at one moment. */
export type Target = {
  desired: number;
  running: number;
  min: number;
  max: number;
  nowSeconds: number;
  outCooldown?: OutCooldown | undefined;
  inCooldown?: InCooldown | undefined;
  /** 4.1.9: a deployment is under way. */
  isDeploying: boolean;
  suspended: { in: boolean; out: boolean };
};

/** What keeps the desired count as it is; `limits`: those of a scheduled action would cross. */
export type Hold = 'cooldown' | 'max' | 'deployment' | 'policies' | 'suspended' | 'limits';

/** `scaledFrom`: the running tasks from which the scale-out began that still cools down and counts. */
export type Verdict =
  | { kind: 'scale'; wish: Wish; to: number; sum: string; limit?: 'min' | 'max'; scaledFrom?: number }
  | { kind: 'held'; wish: Wish; by: Hold; sum: string; scaledFrom?: number };

/**
 * What becomes of the wishes of one minute; undefined when nothing is to change. `undecided` names the target tracking
 * policies that may scale in and are not ready to: while there is one, none of them does (4.1.6). Of all policies the
 * one that gives the largest capacity wins, out and in. Source: target tracking, Application Auto Scaling user guide.
 */
export function decide(target: Target, wishes: readonly Wish[], undecided: readonly string[]): Verdict | undefined {
  const isBarred = (wish: Wish) => wish.kind === 'tracking' && wish.direction === 'in' && undecided.length > 0;
  const allowed = wishes.filter((wish) => !isBarred(wish) && !target.suspended[wish.direction]);
  const winner = largest(allowed);
  if (winner) return judge(target, winner);
  const barred = largest(wishes.filter((wish) => movesTo(target, wish.need.capacity, wish) !== undefined));
  if (barred === undefined) return undefined;
  const by = target.suspended[barred.direction] ? 'suspended' : 'policies';
  return { kind: 'held', wish: barred, by, sum: barred.need.sum };
}

function largest(wishes: readonly Wish[]): Wish | undefined {
  return wishes.reduce<Wish | undefined>(
    (best, wish) => (best === undefined || wish.need.capacity > best.need.capacity ? wish : best),
    undefined,
  );
}

function judge(target: Target, wish: Wish): Verdict | undefined {
  const { need } = wish;
  const to = movesTo(target, need.capacity, wish);
  if (to === undefined) {
    const isFull = wish.direction === 'out' && need.capacity > target.max && target.desired === target.max;
    return isFull ? { kind: 'held', wish, by: 'max', sum: need.sum } : undefined;
  }
  if (wish.direction === 'out') return judgeOut(target, wish);
  if (target.isDeploying) return { kind: 'held', wish, by: 'deployment', sum: need.sum };
  if (isInForce(target, target.inCooldown)) return { kind: 'held', wish, by: 'cooldown', sum: need.sum };
  return scale(target, wish, need);
}

/** 4.2: while a scale-out counts, what it added is part of the capacity: only a larger need adds the difference. */
function judgeOut(target: Target, wish: Wish): Verdict {
  const cooldown = target.outCooldown;
  if (cooldown === undefined || !isInForce(target, cooldown)) return scale(target, wish, wish.need);
  const need = largerNeed(target, wish, cooldown);
  const scaledFrom = cooldown.running;
  if (movesTo(target, need.capacity, wish) !== undefined) return { ...scale(target, wish, need), scaledFrom };
  return { kind: 'held', wish, by: 'cooldown', sum: need.sum, scaledFrom };
}

/** A step is reckoned from where the scale-out began; target tracking by the tasks that it would add (A61). */
function largerNeed(target: Target, wish: Wish, { running }: OutCooldown): Need {
  const { desired } = target;
  if (wish.needFrom) return wish.needFrom(running);
  const more = wish.need.capacity - desired;
  return {
    capacity: running + more,
    sum: `${wish.need.sum}; ${running} + (${wish.need.capacity} − ${desired}) = ${running + more}`,
  };
}

function scale({ min, max }: Target, wish: Wish, need: Need): Extract<Verdict, { kind: 'scale' }> {
  const to = Math.min(max, Math.max(min, need.capacity));
  if (to === need.capacity) return { kind: 'scale', wish, to, sum: need.sum };
  const limit = to === max && need.capacity > max ? 'max' : 'min';
  return { kind: 'scale', wish, to, sum: `${need.sum}, ${limit}Capacity ${limit === 'max' ? max : min}`, limit };
}

/**
 * 4.2: the capacity within the limits, where that is a move in the wish's direction. A scale-out from below the minimum
 * goes at least to it, a scale-in from above the maximum at least to it; the other way round nothing moves.
 * Source: service auto scaling, ECS developer guide.
 */
function movesTo({ desired, min, max }: Target, capacity: number, { direction }: Wish): number | undefined {
  const to = Math.min(max, Math.max(min, capacity));
  return (direction === 'out' ? to > desired : to < desired) ? to : undefined;
}

function isInForce({ nowSeconds }: Target, cooldown: { untilSeconds: number } | undefined): boolean {
  return cooldown !== undefined && nowSeconds < cooldown.untilSeconds;
}

/**
 * The cooldowns after a policy moved the capacity. A scale-out ends one of scale-in (4.2); what a larger need adds to a
 * scale-out that cools down belongs to it and does not begin it anew (A62).
 */
export function cooldownsAfter(
  target: Target,
  { wish }: Extract<Verdict, { kind: 'scale' }>,
): Pick<Target, 'outCooldown' | 'inCooldown'> {
  const untilSeconds = target.nowSeconds + wish.cooldownSeconds;
  if (wish.direction === 'in') return { outCooldown: undefined, inCooldown: { untilSeconds, policy: wish.policy } };
  if (isInForce(target, target.outCooldown)) return { outCooldown: target.outCooldown, inCooldown: undefined };
  const running = Math.min(target.running, target.desired);
  return { outCooldown: { untilSeconds, running, policy: wish.policy }, inCooldown: undefined };
}

/** 4.4: a scheduled action moves the capacity into the limits that it sets, whatever cooldown runs. */
export function intoLimits(desired: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, desired));
}
