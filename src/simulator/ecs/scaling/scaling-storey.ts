import type { QueuedEvent } from '../../kernel/event-queue.ts';
import type { RunInput } from '../../run.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import type { Simulation } from '../simulation.ts';
import { enterLimits } from './limits.ts';
import { alarmOf, evaluateAlarm, type MetricAlarm, presentView, restingView, stateOf } from './metric-alarms.ts';
import { trackedMetric, trackingPolicy } from './policies.ts';
import { isRestless, type Scaler, scalerOf, scaleService } from './scaler.ts';
import { nextSecond, type PlannedAction, planAction, runAction, startSecondOf } from './scheduled-actions.ts';
import { MINUTE, WatchedMetric } from './watched-metric.ts';

/** Kinds of queued events: the end of a minute (or of 20 s where a policy follows those), and a scheduled action with its index. */
const MINUTE_ENDS = 120;
const ACTION_DUE = 121;

/** Alarms on metrics, scaling policies and scheduled actions (4.1 to 4.5, CW). */
export const scalingStorey: Storey = {
  name: 'scaling',
  begin: beginScaling,
};

type Scaling = {
  /** Seconds between two looks: a minute, or 20 s. */
  tickSeconds: number;
  watched: Map<string, WatchedMetric>;
  alarms: MetricAlarm[];
  scalers: Scaler[];
  actions: PlannedAction[];
};

function beginScaling(sim: Simulation, { world }: RunInput): Controller | undefined {
  const scaling = buildScaling(sim, world);
  const { alarms, scalers, actions } = scaling;
  if (alarms.length === 0 && scalers.length === 0) return undefined;
  if (alarms.length > 0) sim.queue.push(scaling.tickSeconds, MINUTE_ENDS, 0);
  for (const i of actions.keys()) queueAction(sim, scaling, i, 0);
  let isRegistered = false;
  return {
    kinds: [MINUTE_ENDS, ACTION_DUE],
    apply: (_, event) => applyScaling(sim, scaling, event),
    isLive: (_, event) => event.kind === ACTION_DUE || mayStillDecide(sim, scaling),
    settle: () => {
      if (isRegistered) return false;
      isRegistered = true;
      return scalers.filter((scaler) => enterLimits(sim, scaler)).length > 0;
    },
    write: () => writeScaling(sim, scaling),
  };
}

function buildScaling(sim: Simulation, world: World): Scaling {
  const watched = new Map<string, WatchedMetric>();
  const watch = (metric: string, stepSeconds = MINUTE): WatchedMetric => {
    const key = `${metric} ${stepSeconds}`;
    const found = watched.get(key) ?? new WatchedMetric(sim, metric, stepSeconds);
    watched.set(key, found);
    return found;
  };
  const specs = (world.alarms ?? []).filter(({ metric }) => metric !== undefined);
  const alarms = specs.map((spec) => alarmOf(spec, watch(spec.metric as string)));
  for (const [i, { name }] of alarms.entries()) sim.cluster.alarms.set(name, specs[i]?.state ?? 'INSUFFICIENT_DATA');
  const own = [...alarms];
  const scaling: Scaling = { tickSeconds: MINUTE, watched, alarms, scalers: [], actions: [] };
  for (const spec of world.scalableTargets ?? []) {
    const service = sim.cluster.serviceByName.get(spec.service);
    if (service === undefined) throw new Error(`no service ${spec.service}: the scenario was not checked`);
    const scaler = scalerOf(spec, service);
    scaling.scalers.push(scaler);
    for (const policy of spec.scalingPolicies ?? []) {
      const { targetTrackingScalingPolicyConfiguration: tracking, stepScalingPolicyConfiguration: steps } = policy;
      if (tracking) {
        const { metric, stepSeconds } = trackedMetric(spec.service, tracking);
        const made = trackingPolicy(spec.service, policy, watch(metric, stepSeconds));
        scaling.tickSeconds = Math.min(scaling.tickSeconds, stepSeconds);
        scaler.tracking.push(made);
        for (const alarm of [made.high, made.low]) {
          alarms.push(alarm);
          sim.cluster.alarms.set(alarm.name, 'INSUFFICIENT_DATA');
        }
      } else if (steps) {
        const calling = own.filter(({ actions }) => actions.includes(policy.policyName));
        scaler.steps.push({ name: policy.policyName, configuration: steps, alarms: calling });
      }
    }
    const begin = startSecondOf(world.startsAt);
    for (const action of spec.scheduledActions ?? []) scaling.actions.push(planAction(action, scaler, begin));
  }
  return scaling;
}

function applyScaling(sim: Simulation, scaling: Scaling, { kind, payload }: QueuedEvent): void {
  if (kind === ACTION_DUE) {
    runAction(sim, scaling.actions[payload] as PlannedAction);
    queueAction(sim, scaling, payload, sim.nowSeconds + 1);
    return;
  }
  const now = sim.nowSeconds;
  for (const metric of scaling.watched.values()) if (metric.isDue(now)) metric.endStep();
  for (const alarm of scaling.alarms) if (alarm.watched.isDue(now)) evaluateAlarm(sim, alarm);
  const view = presentView(sim);
  for (const scaler of scaling.scalers) scaleService(sim, scaler, view);
  sim.queue.push(now + scaling.tickSeconds, MINUTE_ENDS, 0);
}

function queueAction(sim: Simulation, { actions }: Scaling, i: number, from: number): void {
  const second = nextSecond(actions[i] as PlannedAction, from);
  if (second !== undefined) sim.queue.push(second, ACTION_DUE, i);
}

/** Such an end still matters while an alarm is on its way to another state, or a policy to another capacity. */
function mayStillDecide(sim: Simulation, { alarms, scalers }: Scaling): boolean {
  const view = restingView(sim);
  return (
    alarms.some((alarm) => view.state(alarm) !== stateOf(sim, alarm)) ||
    scalers.some((scaler) => isRestless(sim, scaler, view))
  );
}

function writeScaling(sim: Simulation, { alarms, scalers }: Scaling): void {
  const set = (metric: string, value: number) => sim.timeline.series(metric).set(sim.nowSeconds, value);
  for (const alarm of alarms) {
    if (!alarm.name.includes('.')) set(`alarms.${alarm.name}.inAlarm`, stateOf(sim, alarm) === 'ALARM' ? 1 : 0);
  }
  for (const { service, min, max } of scalers) {
    set(`services.${service.name}.scaling.minCapacity`, min);
    set(`services.${service.name}.scaling.maxCapacity`, max);
  }
}
