import type { RunInput } from '../../run.ts';
import { DEFAULT_SEED } from '../../scenario/defaults.ts';
import type { Controller, Storey } from '../../storey.ts';
import { type EventDraft, eventMaker } from '../events/events-of.ts';
import { regionOf } from '../events/names.ts';
import { startSecondOf } from '../scaling/scheduled-actions.ts';
import { isExhausted, type Simulation } from '../simulation.ts';
import { type ActiveRule, activeRules, firstSecond, invokeDue, invokeMatched, nextDueSecond } from './active-rules.ts';
import { sketchOf } from './event-sketch.ts';
import { matchesEvent } from './match-event.ts';
import { publish } from './topics.ts';

/** A schedule is due; the payload is the rule's place in the world. */
const DUE = 150;

/** EventBridge rules on the default event bus, and the topics they publish to (section 10). */
export const rulesStorey: Storey = {
  name: 'rules',
  begin: (sim, input) => {
    const { rules = [], topics = [] } = input.world;
    for (const { name } of topics) sim.timeline.series(`topics.${name}.notifications`).set(0, 0);
    for (const { name } of rules) sim.timeline.series(`rules.${name}.matched`).set(0, 0);
    const calling = topicAlarms(input.world);
    return rules.length + calling.length === 0 ? undefined : ruleController(sim, input, calling);
  },
};

/** Alarms, and the topics that their actions name. */
type TopicAlarm = { name: string; topics: readonly string[] };

function topicAlarms({ alarms = [], topics = [] }: RunInput['world']): TopicAlarm[] {
  const known = new Set(topics.map(({ name }) => name));
  return alarms.flatMap(({ name, alarmActions = [] }) => {
    const named = alarmActions.filter((action) => known.has(action));
    return named.length === 0 ? [] : [{ name, topics: named }];
  });
}

/** An alarm that goes to ALARM publishes to its topics; returns whether one did. */
function publishAlarms(sim: Simulation, alarms: readonly TopicAlarm[], ringing: Set<string>): boolean {
  let acted = false;
  for (const { name, topics } of alarms) {
    if (sim.cluster.alarms.get(name) !== 'ALARM') ringing.delete(name);
    else if (!ringing.has(name)) {
      ringing.add(name);
      for (const topic of topics) publish(sim, topic, { alarm: name });
      acted = true;
    }
  }
  return acted;
}

function ruleController(sim: Simulation, input: RunInput, calling: readonly TopicAlarm[]): Controller {
  const ringing = new Set(
    calling.filter(({ name }) => sim.cluster.alarms.get(name) === 'ALARM').map(({ name }) => name),
  );
  const epochSeconds = startSecondOf(input.world.startsAt);
  const rules = activeRules(input.world.rules ?? [], epochSeconds);
  const make = eventMaker({ input, seed: input.seed ?? DEFAULT_SEED }, { epochSeconds, region: regionOf(input.world) });
  const matchers = rules.filter(({ pattern }) => pattern !== undefined);
  const plan = (rule: ActiveRule | undefined, from: number) => {
    const due = rule && nextDueSecond(rule, from);
    if (rule && due !== undefined) sim.queue.push(due, DUE, rule.index);
  };
  for (const rule of rules) plan(rule, firstSecond(rule));
  let seen = 0;
  return {
    kinds: [DUE],
    apply(_, { payload }) {
      const rule = rules.find(({ index }) => index === payload);
      if (rule === undefined) return;
      invokeDue(sim, rule);
      plan(rule, sim.nowSeconds + 1);
    },
    settle() {
      const { entries } = sim.timeline;
      let acted = publishAlarms(sim, calling, ringing);
      if (matchers.length === 0) return acted;
      // Targets record entries of their own; what matches them comes in the same second, until the event limit.
      for (; seen < entries.length && !isExhausted(sim); seen++) {
        const entry = entries[seen] as (typeof entries)[number];
        for (const draft of make(entry, seen).drafts) {
          for (const { rule, event } of matchesOf(sim, draft, matchers)) {
            invokeMatched(sim, rule, { entry, event });
            acted = true;
          }
        }
      }
      return acted;
    },
  };
}

/** A whole event costs as much as some queued events: rules that set each other off meet the event limit in time. */
const EVENT_COST = 10;

/** The rules that an event matches. It is made in full only where its plain fields leave a rule in question. */
function matchesOf(sim: Simulation, draft: EventDraft, rules: readonly ActiveRule[]) {
  const sketch = sketchOf(draft);
  const candidates = rules.filter(({ sketch: pattern }) => pattern !== undefined && matchesEvent(pattern, sketch));
  if (candidates.length === 0) return [];
  sim.spent += EVENT_COST;
  const event = draft.event();
  return candidates.flatMap((rule) =>
    rule.pattern !== undefined && matchesEvent(rule.pattern, event) ? [{ rule, event }] : [],
  );
}
