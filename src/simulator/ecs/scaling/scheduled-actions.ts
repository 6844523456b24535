import { DEFAULT_START_SECOND } from '../../scenario/defaults.ts';
import type { ScheduledAction } from '../../scenario/scaling-schema.ts';
import { readTimestamp } from '../placement/query-subjects.ts';
import type { Simulation } from '../simulation.ts';
import { applyLimits, holdAction } from './limits.ts';
import type { Scaler } from './scaler.ts';
import { nextDue, readSchedule, type Schedule, type Span, zoneOffset } from './schedule.ts';

/** A scheduled action of a run. */
export type PlannedAction = { spec: ScheduledAction; scaler: Scaler; schedule: Schedule; span: Span };

/** Second 0 of the run in seconds since 1970. */
export function startSecondOf(startsAt: string | undefined): number {
  return (startsAt === undefined ? undefined : readTimestamp(startsAt)) ?? DEFAULT_START_SECOND;
}

/** 4.4: an action with its times; the scenario was checked. */
export function planAction(spec: ScheduledAction, scaler: Scaler, beginSecond: number): PlannedAction {
  const offsetSeconds = zoneOffset(spec.timezone ?? 'UTC') ?? 0;
  const { schedule, wrong } = readSchedule(spec.schedule, offsetSeconds);
  if (schedule === undefined) throw new Error(`${spec.schedule}: ${wrong}: the scenario was not checked`);
  const second = (time: string | undefined) => (time === undefined ? undefined : readTimestamp(time));
  const span = { beginSecond, offsetSeconds, startSecond: second(spec.startTime), endSecond: second(spec.endTime) };
  return { spec, scaler, schedule, span };
}

/** The second of the run at which the action is due next, from this one on; undefined when it never is. */
export function nextSecond({ schedule, span }: PlannedAction, from: number): number | undefined {
  const due = nextDue(schedule, span.beginSecond + from - 1, span);
  return due === undefined ? undefined : due - span.beginSecond;
}

export function runAction(sim: Simulation, { spec, scaler, schedule }: PlannedAction): void {
  const name = spec.scheduledActionName;
  if (schedule.kind === 'rate') sim.assumptions.add('A65');
  if (scaler.suspended.scheduled) {
    const sum = `minCapacity ${scaler.min}, maxCapacity ${scaler.max}`;
    holdAction(sim, scaler, name, {
      heldBy: 'suspended',
      sum,
      what: 'does nothing, because scheduled scaling is suspended',
    });
    return;
  }
  const { minCapacity: min, maxCapacity: max } = spec.scalableTargetAction;
  applyLimits(sim, scaler, { name, min, max });
}
