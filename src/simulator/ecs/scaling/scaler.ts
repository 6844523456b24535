import type { ScalableTarget } from '../../scenario/scaling-schema.ts';
import type { Service } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { changeDesired } from '../verbs.ts';
import { cooldownsAfter, decide, type Hold, type Target, type Verdict } from './decide.ts';
import type { AlarmView } from './metric-alarms.ts';
import {
  isReadyToScaleIn,
  type ReasonedWish,
  type StepPolicy,
  stepWishes,
  type TrackingPolicy,
  trackingWish,
} from './policies.ts';
import type { ScalingStep } from './scaling-step.ts';
import { MINUTE } from './watched-metric.ts';

/** A scalable target of a run: its limits, its policies and what cools down. */
export type Scaler = {
  service: Service;
  min: number;
  max: number;
  suspended: { in: boolean; out: boolean; scheduled: boolean };
  tracking: TrackingPolicy[];
  steps: StepPolicy[];
  cooldowns: Pick<Target, 'outCooldown' | 'inCooldown'>;
  /** What was last said to be held back, so that it is said once: of all policies, and of those every 20 s alone. */
  complaints: { all?: string; some?: string };
};

export function scalerOf(spec: ScalableTarget, service: Service): Scaler {
  const { dynamicScalingInSuspended, dynamicScalingOutSuspended, scheduledScalingSuspended } =
    spec.suspendedState ?? {};
  return {
    service,
    min: spec.minCapacity,
    max: spec.maxCapacity,
    suspended: {
      in: dynamicScalingInSuspended ?? false,
      out: dynamicScalingOutSuspended ?? false,
      scheduled: scheduledScalingSuspended ?? false,
    },
    tracking: [],
    steps: [],
    cooldowns: {},
    complaints: {},
  };
}

/** One minute is over, or 20 s of it (4.1.8): what the policies ask for, and what becomes of it. */
export function scaleService(sim: Simulation, scaler: Scaler, view: AlarmView): void {
  if (!isDue(sim, scaler)) return;
  const target = targetOf(sim, scaler);
  const verdict = verdictOf(scaler, target, view);
  if (verdict === undefined) {
    delete scaler.complaints[looksAt(scaler, target)];
    return;
  }
  noteAssumptions(sim, target, verdict);
  const { policy } = verdict.wish;
  if (scaler.tracking.some((each) => each.name === policy && isHighResolution(each))) sim.assumptions.add('A97');
  if (verdict.kind === 'held') reportHold(sim, scaler, target, verdict);
  else carryOut(sim, scaler, target, verdict);
}

/** Whether the policies would still move the capacity if every metric kept its value. */
export function isRestless(sim: Simulation, scaler: Scaler, view: AlarmView): boolean {
  const target = { ...targetOf(sim, scaler), nowSeconds: 0, outCooldown: undefined, inCooldown: undefined };
  return verdictOf(scaler, target, view)?.kind === 'scale';
}

function isDue({ nowSeconds }: Simulation, { tracking }: Scaler): boolean {
  return nowSeconds % MINUTE === 0 || tracking.some(({ high }) => high.watched.isDue(nowSeconds));
}

/** Between two minutes only the policies that follow a metric every 20 s have anything new to say. */
function looksAt({ tracking, steps }: Scaler, { nowSeconds }: Target): 'all' | 'some' {
  const isWhole = nowSeconds % MINUTE === 0 || (steps.length === 0 && tracking.every(isHighResolution));
  return isWhole ? 'all' : 'some';
}

function isHighResolution({ high }: TrackingPolicy): boolean {
  return high.watched.stepSeconds < MINUTE;
}

function verdictOf(scaler: Scaler, target: Target, view: AlarmView): Verdict | undefined {
  const isWhole = looksAt(scaler, target) === 'all';
  const due = isWhole ? scaler.tracking : scaler.tracking.filter(isHighResolution);
  const wishes = [
    ...due.flatMap((policy) => trackingWish(policy, target.running, view) ?? []),
    ...(isWhole ? scaler.steps.flatMap((policy) => stepWishes(policy, target.running, view)) : []),
  ];
  // To scale in, all have to agree, and the one that asks for most counts: what the others last said still holds.
  if (!isWhole && wishes.some(({ direction }) => direction === 'in')) {
    const others = scaler.tracking.filter((policy) => !isHighResolution(policy));
    const last = others.flatMap((policy) => trackingWish(policy, target.running, view) ?? []);
    wishes.push(...last.filter(({ direction }) => direction === 'in'));
  }
  const undecided = scaler.tracking
    .filter((policy) => policy.configuration.disableScaleIn !== true && !isReadyToScaleIn(policy, view))
    .map(({ name }) => name);
  return decide(target, wishes, undecided);
}

function targetOf(sim: Simulation, { service, min, max, suspended, cooldowns }: Scaler): Target {
  const status = service.deployments[0]?.status;
  return {
    desired: service.desired,
    running: runningTasks(service),
    min,
    max,
    nowSeconds: sim.nowSeconds,
    ...cooldowns,
    isDeploying: status === 'IN_PROGRESS' || status === 'ROLLING_BACK',
    suspended,
  };
}

/** 4.1.5: tasks that do the work, of every deployment. */
export function runningTasks({ deployments }: Service): number {
  let running = 0;
  for (const { tasks } of deployments) for (const task of tasks) if (task.state === 'RUNNING') running++;
  return running;
}

function noteAssumptions(sim: Simulation, target: Target, { wish }: Verdict): void {
  sim.assumptions.add('A62');
  if (wish.kind === 'step') sim.assumptions.add('A60');
  else if (wish.direction === 'in') sim.assumptions.add('A12');
  const isCooling = (target.outCooldown?.untilSeconds ?? 0) > target.nowSeconds;
  if (isCooling && wish.direction === 'out' && wish.kind === 'tracking') sim.assumptions.add('A61');
}

function carryOut(sim: Simulation, scaler: Scaler, target: Target, verdict: Extract<Verdict, { kind: 'scale' }>): void {
  const { wish, to, sum } = verdict;
  const { service } = scaler;
  scaler.cooldowns = cooldownsAfter(target, verdict);
  scaler.complaints = {};
  const begun = wish.direction === 'out' ? scaler.cooldowns.outCooldown : scaler.cooldowns.inCooldown;
  const cooldownUntil = begun?.untilSeconds ?? sim.nowSeconds;
  const cooldown = cooldownUntil > sim.nowSeconds ? `; scale-${wish.direction} cooldown until ${cooldownUntil} s` : '';
  const message = `scales ${wish.direction} from ${target.desired} to ${to}: ${wish.policy}, ${sum}${sayCounted(target, verdict)}${cooldown}.`;
  const scaling = { ...stepOf(scaler, target, verdict), to, cooldownUntil };
  say(sim, service, 'service-scaled', message, { scaling });
  changeDesired(sim, service, to);
}

function reportHold(
  sim: Simulation,
  scaler: Scaler,
  target: Target,
  verdict: Extract<Verdict, { kind: 'held' }>,
): void {
  const { wish, by, sum } = verdict;
  const cooldown = wish.direction === 'out' ? target.outCooldown : target.inCooldown;
  const complaint = `${wish.policy} ${wish.direction} ${by} ${by === 'cooldown' ? cooldown?.untilSeconds : ''}`;
  const isSaid = Object.values(scaler.complaints).includes(complaint);
  scaler.complaints[looksAt(scaler, target)] = complaint;
  if (isSaid) return;
  const message = `does not scale ${wish.direction}: ${wish.policy}, ${sum}${sayCounted(target, verdict)}, but ${sayHold(by, scaler, cooldown?.untilSeconds)}.`;
  const step = { ...stepOf(scaler, target, verdict), heldBy: by };
  const scaling = by === 'cooldown' && cooldown ? { ...step, cooldownUntil: cooldown.untilSeconds } : step;
  // AWS's name in NotScaledReasons, where it has one.
  const reason = by === 'max' ? { reason: 'AlreadyAtMaxCapacity' } : {};
  say(sim, scaler.service, 'scaling-held', message, { ...reason, scaling });
}

/** 4.2: what an earlier scale-out added is part of the capacity. */
function sayCounted({ desired }: Target, { scaledFrom }: Verdict): string {
  return scaledFrom === undefined
    ? ''
    : `, because the ${desired - scaledFrom} that a scale-out added to ${scaledFrom} count`;
}

function sayHold(by: Hold, { max }: Scaler, untilSeconds: number | undefined): string {
  if (by === 'cooldown') return `the cooldown lasts until ${untilSeconds} s`;
  if (by === 'max') return `maxCapacity is ${max}`;
  if (by === 'deployment') return 'scale-in is off while a deployment is under way';
  if (by === 'suspended') return 'this is suspended';
  if (by === 'limits') return 'the limits would cross';
  return 'not every target tracking policy is ready to scale in';
}

function stepOf({ min, max }: Scaler, target: Target, { wish, sum, scaledFrom }: Verdict): ScalingStep {
  return {
    policy: wish.policy,
    from: target.desired,
    to: target.desired,
    running: target.running,
    minCapacity: min,
    maxCapacity: max,
    needed: wish.need.capacity,
    sum,
    ...(scaledFrom === undefined ? {} : { scaledFrom }),
    ...(wish as ReasonedWish).about,
  };
}
