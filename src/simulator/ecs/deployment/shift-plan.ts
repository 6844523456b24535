import type { HOOK_STAGES, LifecycleHook } from '../../scenario/traffic-shift-schema.ts';
import type { DeploymentConfiguration } from '../../scenario/world-schema.ts';

/** Stages of a deployment that shifts traffic, in AWS's words (3.7/7). */
export type Stage = (typeof HOOK_STAGES)[number] | 'SCALE_UP' | 'BAKE_TIME' | 'CLEAN_UP';

/** One stage of one deployment: the traffic it gives the new revision, and how long it waits at the end. */
export type StageStep = { stage: Stage; percent?: number; bakeSeconds: number };

/** Shares of production traffic for the new revision, in order, with the bake time after each. */
export type TrafficStep = { percent: number; bakeSeconds: number };

/**
 * 3.7/2 to 3.7/4: the shifts of a strategy. Nothing bakes after 100 %: the deployment's own bake time follows. The last
 * step of LINEAR is what is left (A11). Source: API LinearConfiguration, CanaryConfiguration.
 */
export function trafficSteps(configuration: DeploymentConfiguration): TrafficStep[] {
  if (configuration.strategy === 'CANARY') {
    const { canaryPercent = 5, canaryBakeTimeInMinutes = 10 } = configuration.canaryConfiguration ?? {};
    const canary = { percent: canaryPercent, bakeSeconds: canaryBakeTimeInMinutes * 60 };
    return canaryPercent >= 100 ? [ALL] : [canary, ALL];
  }
  if (configuration.strategy !== 'LINEAR') return [ALL];
  const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = configuration.linearConfiguration ?? {};
  const steps: TrafficStep[] = [];
  // Tenths of a percent are whole numbers, so that ten steps of 3.3 are 33 and not 32.999….
  const tenths = Math.round(stepPercent * 10);
  for (let sum = tenths; sum < 1000; sum += tenths) {
    steps.push({ percent: sum / 10, bakeSeconds: stepBakeTimeInMinutes * 60 });
  }
  return [...steps, ALL];
}

const ALL: TrafficStep = { percent: 100, bakeSeconds: 0 };

/** 3.7/7: every stage of the deployment in order; the shift of production traffic and what precedes it come once a step. */
export function stagesOf(configuration: DeploymentConfiguration): StageStep[] {
  const plain = (stage: Stage): StageStep => ({ stage, bakeSeconds: 0 });
  const production = trafficSteps(configuration).flatMap(({ percent, bakeSeconds }): StageStep[] => [
    plain('PRE_PRODUCTION_TRAFFIC_SHIFT'),
    { stage: 'PRODUCTION_TRAFFIC_SHIFT', percent, bakeSeconds },
  ]);
  return [
    ...(['RECONCILE_SERVICE', 'PRE_SCALE_UP', 'SCALE_UP', 'POST_SCALE_UP'] as const).map(plain),
    ...(['TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT'] as const).map(plain),
    ...production,
    plain('POST_PRODUCTION_TRAFFIC_SHIFT'),
    { stage: 'BAKE_TIME', bakeSeconds: (configuration.bakeTimeInMinutes ?? 0) * 60 },
    plain('CLEAN_UP'),
  ];
}

/** A lifecycle hook under way: when it ends by itself, and how. */
export type HookCall = { hook: LifecycleHook; endsAt: number; ok: boolean; message: string };

/** Where a deployment that shifts traffic stands. */
export type Shift = {
  stages: readonly StageStep[];
  /** Position in `stages`; past the end when the shift is over. */
  at: number;
  /** The stage has begun and is recorded. */
  entered: boolean;
  /** Hooks of the stage that were called and have not ended; undefined before they are called. */
  hooks: HookCall[] | undefined;
  /** The second for which the stage waits, where it waits for one. */
  untilSeconds: number | undefined;
  /** When the deployment and when the stage began. */
  beganSeconds: number;
  sinceSeconds: number;
  /** Percent of production and of test traffic that the new revision gets. */
  percent: number;
  testPercent: number;
};

/** RECONCILE_SERVICE comes only where more than one older revision still has tasks. */
export function newShift(configuration: DeploymentConfiguration, reconciles: boolean, nowSeconds: number): Shift {
  const stages = stagesOf(configuration).filter(({ stage }) => reconciles || stage !== 'RECONCILE_SERVICE');
  return {
    stages,
    at: 0,
    entered: false,
    hooks: undefined,
    untilSeconds: undefined,
    beganSeconds: nowSeconds,
    sinceSeconds: nowSeconds,
    percent: 0,
    testPercent: 0,
  };
}

/** Whether the shift still decides what its deployment does: after CLEAN_UP began it is an ordinary deployment. */
export function isShifting(shift: Shift | undefined): shift is Shift {
  return shift !== undefined && shift.at < shift.stages.length;
}
