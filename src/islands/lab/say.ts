import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { sayEntryInKorean } from '../../simulator/korean/korean-entries.ts';
import type { Entry, GoalResult, Refusal, Test } from '../../simulator/run.ts';
import type { Reading } from '../../simulator/scenario/scenario-schema.ts';
import { clock } from './chart-model.ts';

/**
 * One entry as a sentence. English is the simulator's own, in AWS's words; Korean is written from the entry's fields
 * (simulator/korean/), so that nothing is translated from a sentence.
 */
export function sayEntry(lang: Language, entry: Entry): string {
  return lang === 'en' ? entry.message : sayEntryInKorean(entry);
}

/** A metric's value for a person: a second of the run as a clock, counts and percent as numbers, null as "never". */
export function sayValue(words: LabWords, metric: string, value: number | null): string {
  if (value === null) return words.never;
  if (isMoment(metric)) return clock(value);
  // A run costs cents: two places would leave nothing of them.
  const places = metric.startsWith('cost.') ? 4 : 2;
  return Number.isInteger(value) ? String(value) : value.toFixed(places).replace(/\.?0+$/, '');
}

/** Metrics whose value is a second of the run. */
export function isMoment(metric: string): boolean {
  return /At$/.test(metric);
}

/** `≥ 2`, `≤ 3:00`, `= 4`, `1–3`: the test of a goal, for the column beside what was observed. */
export function sayTest(metric: string, test: Test): string {
  const value = (bound: number) => (isMoment(metric) ? clock(bound) : String(bound));
  if ('atLeast' in test) return `≥ ${value(test.atLeast)}`;
  if ('atMost' in test) return `≤ ${value(test.atMost)}`;
  if ('equals' in test) return `= ${value(test.equals)}`;
  return `${value(test.between[0])}–${value(test.between[1])}`;
}

/** How a goal's value came about: "lowest, from 0:30". The time itself is a link, so it is returned apart. */
export function sayEvidence(words: LabWords, goal: Reading, result: GoalResult): { text: string; at: string | null } {
  if (result.observed === null) return { text: words.neverReached, at: null };
  if (isMoment(goal.metric)) return { text: words.reached, at: clock(result.at) };
  const how = { min: words.lowest, max: words.highest, mean: words.average, total: words.total, last: words.last }[
    goal.take ?? 'last'
  ];
  return { text: `${how}, ${goal.take === 'total' ? words.upTo : words.since}`, at: clock(result.at) };
}

/** A refusal's rule, short enough for a berth's tag: AWS's `RESOURCE:MEMORY` as `memory`. */
export function shortRule(rule: string): string {
  return rule.startsWith('RESOURCE:') ? rule.slice('RESOURCE:'.length).toLowerCase() : rule;
}

/** A rank's rule for a column or a tag: `spread(attribute:ecs.availability-zone)` as `spread zone`. */
export function shortRank(words: LabWords, rule: string): string {
  const match = /^(\w+)\((?:attribute:)?(.+)\)$/.exec(rule);
  if (match === null) return rule === 'lowest index' ? words.lowestIndex : rule;
  const [, strategy, field = ''] = match;
  const name =
    { 'ecs.availability-zone': words.inZone, instanceId: words.onInstance, memory: 'MiB', cpu: 'CPU' }[field] ?? field;
  return `${strategy} ${name}`;
}

/** `memory: need 1,024, have 768`. */
export function sayRefusal(words: LabWords, refusal: Refusal): string {
  return `${shortRule(refusal.rule)}: ${words.needHave(refusal.need, refusal.have)}`;
}

/** Numbers with thousands parted as both languages part them. No locale default is asked. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
