import type { Bounds, Entry, GoalResult, Run, Series, Test } from '../../simulator/run.ts';
import { findDecidingEntry } from '../../simulator/scenario/deciding-entry.ts';
import { windowOf } from '../../simulator/scenario/judge.ts';
import type { Goal } from '../../simulator/scenario/scenario-schema.ts';
import { isMoment } from './say.ts';

/** The earliest moment at which a goal could no longer be met, and what would have had to be different. */
export type Break = {
  /** Second of the run. */
  at: number;
  /** The entry that broke it, where one can be named. */
  entry: number | undefined;
  /** The value in force then; null where there is none. */
  have: number | null;
  /** How far it is from what was asked, and to which side. */
  gap: { by: number; side: 'short' | 'over' | 'late' | 'early' } | undefined;
  difference: Difference | undefined;
};

/** What let it happen: a bound that was too low or too high, no step at all, or an instance that was not there. */
export type Difference =
  | { kind: 'floor'; sum: string; need: number }
  | { kind: 'cap'; sum: string; need: number }
  | { kind: 'stuck'; floor: number; cap: number; desired: number }
  | { kind: 'refused'; rule: string };

/** Where and why a goal that was not met broke. */
export function breakOf(run: Run, goal: Goal, result: GoalResult): Break {
  const window = windowOf(run, goal) ?? { from: 0, to: run.seconds };
  const series = run.series[goal.metric] ?? [];
  const first = isMoment(goal.metric) ? deadlineOf(goal, result) : firstBroken(series, goal, window);
  // A window may begin after a run that has settled: what stands at its end stands there too.
  const at = Math.min(first?.at ?? result.at, run.seconds);
  const have = first === undefined ? result.observed : first.have;
  const entry = first === undefined ? result.entry : entryThatBroke(run, goal, at);
  return { at, entry, have, gap: gapOf(goal, have), difference: differenceOf(run, goal, { at, entry }) };
}

type Broken = { at: number; have: number | null };

/** A moment that had to come by a second and did not: at that second it is late, whatever comes later. */
function deadlineOf({ is }: Goal, { observed }: GoalResult): Broken | undefined {
  const by = mostOf(is);
  if (by === undefined || (observed !== null && observed <= by)) return undefined;
  return { at: by, have: observed };
}

/**
 * The earliest step after which the goal cannot be met: a lowest value that must not be lower, a highest that must not be
 * higher, a total that only grows. Undefined where the end of the window decides: for a mean, a last value, and what was
 * never reached.
 */
function firstBroken(
  series: Series,
  { is, take }: Goal,
  { from, to }: { from: number; to: number },
): Broken | undefined {
  const least = leastOf(is);
  const most = mostOf(is);
  const inWindow = stepsIn(series, from, to);
  if (take === 'min' && least !== undefined) return found(inWindow.find(([, value]) => value < least));
  if (take === 'max' && most !== undefined) return found(inWindow.find(([, value]) => value > most));
  if (take !== 'total' || most === undefined) return undefined;
  let sum = 0;
  for (const [i, [at, value]] of inWindow.entries()) {
    const until = inWindow[i + 1]?.[0] ?? to;
    // Value × seconds: the second in which the sum goes over.
    if (sum + value * (until - at) > most) {
      const second = at + Math.floor((most - sum) / value);
      return { at: second, have: Math.round((sum + value * (second + 1 - at)) * 100) / 100 };
    }
    sum += value * (until - at);
  }
  return undefined;
}

function found(step: readonly [number, number] | undefined): Broken | undefined {
  return step && { at: step[0], have: step[1] };
}

/** The steps of a window, with the value in force at its beginning. */
function stepsIn(series: Series, from: number, to: number): [number, number][] {
  const before = series.findLast(([at]) => at <= from);
  const inside = series.filter(([at]) => at > from && at <= to);
  return before ? [[from, before[1]], ...inside] : inside;
}

/** The entry that changed the metric then; else the last of its service that was decided by then. */
function entryThatBroke(run: Run, { metric }: Goal, at: number): number | undefined {
  const exact = isMoment(metric) ? undefined : findDecidingEntry(run, metric, at);
  if (exact !== undefined) return exact;
  const service = serviceOf(metric);
  const index = run.entries.findLastIndex(
    (entry) => entry.at <= at && entry.at > 0 && DECIDES.test(entry.type) && isOf(entry, service),
  );
  return index === -1 ? undefined : index;
}

const DECIDES =
  /^(deployment|task-not-placed|requests|service-scaled|scaling-held|capacity|instance|circuit-breaker|event)/;

function serviceOf(metric: string): string | undefined {
  return /^services\.([^.]+)\./.exec(metric)?.[1];
}

function isOf({ service }: Entry, name: string | undefined): boolean {
  return name === undefined || service === undefined || service === name;
}

function leastOf(is: Test): number | undefined {
  return 'atLeast' in is ? is.atLeast : 'equals' in is ? is.equals : 'between' in is ? is.between[0] : undefined;
}

function mostOf(is: Test): number | undefined {
  return 'atMost' in is ? is.atMost : 'equals' in is ? is.equals : 'between' in is ? is.between[1] : undefined;
}

function gapOf({ metric, is }: Goal, have: number | null): Break['gap'] {
  if (have === null) return undefined;
  const least = leastOf(is);
  const most = mostOf(is);
  const by = (amount: number) => Math.round(amount * 10_000) / 10_000;
  if (most !== undefined && have > most) return { by: by(have - most), side: isMoment(metric) ? 'late' : 'over' };
  if (least !== undefined && have < least) return { by: by(least - have), side: isMoment(metric) ? 'early' : 'short' };
  return undefined;
}

/** Metrics that a floor protects, that a cap limits, and that a deployment which cannot move never reaches. */
const PROTECTED = /\.(healthy|running)$/;
const LIMITED = /\.(tasks|pending|running)$/;
const COMPLETES = /\.deployment\.completedAt$/;

function differenceOf(run: Run, { metric, is }: Goal, broken: Pick<Break, 'at' | 'entry'>): Difference | undefined {
  const service = serviceOf(metric);
  if (service === undefined) return undefined;
  const upTo = broken.entry ?? run.entries.findLastIndex(({ at }) => at <= broken.at);
  const last = (test: (entry: Entry) => boolean) =>
    run.entries.findLast((entry, i) => i <= upTo && isOf(entry, service) && test(entry));
  const bounds = last((entry) => entry.bounds !== undefined)?.bounds;
  const least = leastOf(is);
  const most = mostOf(is);
  // A count that the bounds were not about, such as one after scaling, is no matter of theirs.
  if (bounds && PROTECTED.test(metric) && least !== undefined && bounds.floor < least && least <= bounds.desired) {
    return { kind: 'floor', sum: floorSum(bounds), need: least };
  }
  if (bounds && LIMITED.test(metric) && most !== undefined && bounds.cap > most && most >= bounds.desired) {
    return { kind: 'cap', sum: capSum(bounds), need: most };
  }
  if (!COMPLETES.test(metric)) return undefined;
  if (bounds && bounds.floor >= bounds.desired && bounds.cap <= bounds.desired) {
    return { kind: 'stuck', floor: bounds.floor, cap: bounds.cap, desired: bounds.desired };
  }
  const refused = last(({ type, at }) => type === 'task-not-placed' && at > 0);
  return refused?.reason === undefined ? undefined : { kind: 'refused', rule: refused.reason };
}

function floorSum({ desired, minimumHealthyPercent, floor }: Bounds): string {
  return `ceil(${desired} × ${minimumHealthyPercent} / 100) = ${floor}`;
}

function capSum({ desired, maximumPercent, cap }: Bounds): string {
  return `floor(${desired} × ${maximumPercent} / 100) = ${cap}`;
}
