import type { Entry, Json } from '../../run.ts';
import type { Rule, RuleTarget } from '../../scenario/rule-schema.ts';
import type { EventBridgeEvent } from '../events/event-bridge.ts';
import { nextDue, readSchedule, type Schedule } from '../scaling/schedule.ts';
import { isExhausted, type Simulation } from '../simulation.ts';
import { runTask } from '../verbs.ts';
import { type EventPattern, readEventPattern } from './event-pattern.ts';
import { sketchPattern } from './event-sketch.ts';
import { publish } from './topics.ts';

/** An enabled rule of a run. */
export type ActiveRule = {
  /** Place in the world. */
  index: number;
  name: string;
  pattern: EventPattern | undefined;
  /** What of the pattern a sketch of an event can answer. */
  sketch: EventPattern | undefined;
  schedule: Schedule | undefined;
  scheduleExpression: string | undefined;
  targets: readonly RuleTarget[];
  /** Second 0 of the run in seconds since 1970. */
  beginSecond: number;
};

/** The rules that are not DISABLED, read; the scenario was checked. */
export function activeRules(rules: readonly Rule[], beginSecond: number): ActiveRule[] {
  return rules.flatMap(({ name, eventPattern, scheduleExpression, targets, state }, index) => {
    if (state === 'DISABLED') return [];
    const pattern = eventPattern === undefined ? undefined : readEventPattern(eventPattern).pattern;
    const schedule = scheduleExpression === undefined ? undefined : readSchedule(scheduleExpression).schedule;
    const sketch = pattern && sketchPattern(pattern);
    return [{ index, name, pattern, sketch, schedule, scheduleExpression, targets, beginSecond }];
  });
}

/** The next second of the run, from this one on, at which the rule's schedule is due. In UTC. */
export function nextDueSecond({ schedule, beginSecond }: ActiveRule, from: number): number | undefined {
  if (schedule === undefined) return undefined;
  const due = nextDue(schedule, beginSecond + from - 1, { beginSecond, offsetSeconds: 0 });
  return due === undefined ? undefined : due - beginSecond;
}

/** A rate counts from second 0 on, and is not due then. */
export function firstSecond({ schedule }: ActiveRule): number {
  return schedule?.kind === 'rate' ? 1 : 0;
}

/** The schedule of a rule is due: its targets are invoked. */
export function invokeDue(sim: Simulation, rule: ActiveRule): void {
  if (rule.schedule?.kind === 'rate') sim.assumptions.add('A65');
  const message = `(rule ${rule.name}) is due: ${rule.scheduleExpression}.`;
  record(sim, { type: 'rule-due', rule: rule.name, message });
  invoke(sim, rule);
}

/** An event matches: its targets are invoked, in this second and once (A90). */
export function invokeMatched(
  sim: Simulation,
  rule: ActiveRule,
  { entry, event }: { entry: Entry; event: EventBridgeEvent },
): void {
  sim.assumptions.add('A90');
  const { task, service, instance } = entry;
  const detailType = event['detail-type'];
  const about = task ?? service ?? instance ?? '';
  record(sim, {
    type: 'rule-matched',
    rule: rule.name,
    detailType,
    ...(service === undefined ? {} : { service }),
    ...(task === undefined ? {} : { task }),
    ...(instance === undefined ? {} : { instance }),
    message: `(rule ${rule.name}) matches the ${detailType} of ${about}${sayDetail(event)}.`,
  });
  invoke(sim, rule);
}

/** What most patterns ask about. */
function sayDetail({ detail }: EventBridgeEvent): string {
  const said = ['eventName', 'lastStatus', 'stopCode'].flatMap((field) =>
    typeof detail[field] === 'string' ? [`${field} ${detail[field]}`] : [],
  );
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function invoke(sim: Simulation, { name, targets }: ActiveRule): void {
  const matched = sim.timeline.series(`rules.${name}.matched`);
  matched.set(sim.nowSeconds, (matched.steps.at(-1)?.[1] ?? 0) + 1);
  sim.spent++;
  for (const { ecs, sns } of targets) {
    if (isExhausted(sim)) return;
    if (sns !== undefined) publish(sim, sns, { rule: name });
    if (ecs === undefined) continue;
    const first = sim.timeline.entries.length;
    runTask(sim, ecs);
    Object.assign(sim.timeline.entries[first] as Entry, { verb: 'runTask', input: ecs as Json, rule: name });
  }
}

function record(sim: Simulation, entry: Omit<Entry, 'at'>): void {
  sim.timeline.record({ at: sim.nowSeconds, ...entry });
  sim.lastSeconds = sim.nowSeconds;
}
