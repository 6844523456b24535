import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { changeDesired } from '../verbs.ts';
import { type Hold, intoLimits } from './decide.ts';
import { runningTasks, type Scaler } from './scaler.ts';
import type { ScalingStep } from './scaling-step.ts';

/**
 * 4.2: registering a scalable target moves a desired count that lies outside of its limits into them. Returns whether it
 * did. Source: scaling activities, Application Auto Scaling user guide.
 */
export function enterLimits(sim: Simulation, scaler: Scaler): boolean {
  const { service, min, max } = scaler;
  const from = service.desired;
  const to = intoLimits(from, min, max);
  if (to === from) return false;
  const sum = to > from ? `minCapacity ${min}` : `maxCapacity ${max}`;
  const scaling = { ...stepOf(scaler, 'RegisterScalableTarget', sum), from, to, needed: to };
  say(sim, service, 'service-scaled', `scales ${to > from ? 'out' : 'in'} from ${from} to ${to}: ${sum}.`, { scaling });
  changeDesired(sim, service, to);
  return true;
}

type Limits = { name: string; min: number | undefined; max: number | undefined };

/**
 * 4.4: a scheduled action sets the limits, and moves the capacity into them whatever cooldown runs (A64). One whose
 * limits would cross fails (A66).
 */
export function applyLimits(sim: Simulation, scaler: Scaler, { name, min, max }: Limits): void {
  const { service } = scaler;
  const from = service.desired;
  const next = { min: min ?? scaler.min, max: max ?? scaler.max };
  if (next.min > next.max) {
    sim.assumptions.add('A66');
    holdAction(sim, scaler, name, {
      heldBy: 'limits',
      sum: `minCapacity ${next.min}, maxCapacity ${next.max}`,
      what: `fails, because minCapacity ${next.min} would be above maxCapacity ${next.max}`,
    });
    return;
  }
  Object.assign(scaler, next);
  scaler.complaints = {};
  const to = intoLimits(from, scaler.min, scaler.max);
  const sum = `minCapacity ${scaler.min}, maxCapacity ${scaler.max}`;
  const move = to === from ? `, and ${from} lies between them` : `, so it scales from ${from} to ${to}`;
  const scaling = { ...stepOf(scaler, name, sum), from, to, needed: to };
  say(sim, service, 'scheduled-action', `scheduled action ${name}: ${sum}${move}.`, { scaling });
  if (to === from) return;
  if (scaler.cooldowns.outCooldown) scaler.cooldowns.outCooldown.running += to - from;
  sim.assumptions.add('A64');
  changeDesired(sim, service, to);
}

/** A scheduled action that is due and changes nothing. */
export function holdAction(
  sim: Simulation,
  scaler: Scaler,
  name: string,
  { heldBy, sum, what }: { heldBy: Hold; sum: string; what: string },
): void {
  const { desired } = scaler.service;
  const scaling = { ...stepOf(scaler, name, sum), from: desired, to: desired, needed: desired, heldBy };
  say(sim, scaler.service, 'scheduled-action', `scheduled action ${name} ${what}.`, { scaling });
}

function stepOf(
  { service, min, max }: Scaler,
  policy: string,
  sum: string,
): Omit<ScalingStep, 'to' | 'needed' | 'from'> {
  return { policy, running: runningTasks(service), minCapacity: min, maxCapacity: max, sum };
}
