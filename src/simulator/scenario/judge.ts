import type { GoalResult, Prediction, Run, Series, Test } from '../run.ts';
import { findDecidingEntry } from './deciding-entry.ts';
import type { Challenge, Goal, Reading } from './scenario-schema.ts';

/** A number read from a series, and the second at which the series took it. */
export type Observation = { value: number; at: number };

/** The seconds a window covers, both ends included; undefined when its deployment never began. */
export function windowOf(run: Run, reading: Reading): { from: number; to: number } | undefined {
  const over = reading.over ?? 'always';
  if (over === 'always') return { from: 0, to: run.seconds };
  if (over === 'final') return { from: run.seconds, to: run.seconds };
  if (over !== 'deployment') return over;
  const service = reading.metric.startsWith('services.') ? reading.metric.split('.')[1] : undefined;
  const started = lastDeployment(run, service);
  if (started === undefined) return undefined;
  const ends = ['completedAt', 'failedAt'].map(
    (end) => run.series[`services.${started.service}.deployment.${end}`]?.at(-1)?.[1],
  );
  return { from: started.at, to: ends.find((second) => second !== undefined) ?? run.seconds };
}

/** The last deployment that an event started, of one service or of any. */
function lastDeployment(run: Run, service: string | undefined): { service: string; at: number } | undefined {
  let last: { service: string; at: number } | undefined;
  for (const name of service === undefined ? Object.keys(run.final.services) : [service]) {
    const at = run.series[`services.${name}.deployment.startedAt`]?.at(-1)?.[1];
    if (at !== undefined && (last === undefined || at >= last.at)) last = { service: name, at };
  }
  return last;
}

/**
 * Reads a metric over a window: the value in force at `from` and every step up to and including `to`, reduced to one
 * number (default last). Undefined when the metric has no value there.
 */
export function observe(
  series: Series | undefined,
  window: { from: number; to: number },
  take: Reading['take'],
): Observation | undefined {
  const steps = (series ?? []).filter(([second]) => second <= window.to);
  const inForce = steps.findLast(([second]) => second <= window.from);
  const values = [...(inForce ? [inForce] : []), ...steps.filter(([second]) => second > window.from)];
  const last = values.at(-1);
  if (last === undefined) return undefined;
  if (take === 'mean') return { value: mean(values, window), at: window.to };
  if (take === 'total') return { value: round(areaOf(values, window)), at: window.to };
  let chosen = last;
  if (take === 'min' || take === 'max') {
    chosen = values[0] as [number, number];
    for (const step of values) if (take === 'min' ? step[1] < chosen[1] : step[1] > chosen[1]) chosen = step;
  }
  return { value: chosen[1], at: chosen[0] };
}

/** Weighted by time, to four places, so that it compares as written. */
function mean(values: readonly [number, number][], { from, to }: { from: number; to: number }): number {
  const start = Math.max(from, values[0]?.[0] ?? from);
  return to === start ? (values.at(-1)?.[1] ?? 0) : round(areaOf(values, { from, to }) / (to - start));
}

/** Value × seconds. */
function areaOf(values: readonly [number, number][], { from, to }: { from: number; to: number }): number {
  let area = 0;
  for (const [i, [second, value]] of values.entries()) {
    area += value * ((values[i + 1]?.[0] ?? to) - Math.max(second, from));
  }
  return area;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

export function passes(value: number, test: Test): boolean {
  if ('atLeast' in test) return value >= test.atLeast;
  if ('atMost' in test) return value <= test.atMost;
  if ('equals' in test) return value === test.equals;
  return value >= test.between[0] && value <= test.between[1];
}

/** The verdict on every goal: what was observed, when it was decided, and by which entry. */
export function judge(run: Run, goals: readonly Goal[]): GoalResult[] {
  return goals.map((goal) => judgeGoal(run, goal));
}

function judgeGoal(run: Run, goal: Goal): GoalResult {
  const window = windowOf(run, goal);
  const seen = window && observe(run.series[goal.metric], window, goal.take);
  const at = seen?.at ?? run.seconds;
  const met = seen !== undefined && passes(seen.value, goal.is);
  const entry = findDecidingEntry(run, goal.metric, seen?.at);
  const result: GoalResult = { id: goal.id, met, observed: seen?.value ?? null, expected: goal.is, at, because: '' };
  if (entry !== undefined) result.entry = entry;
  const evidence = entry === undefined ? '' : ` ${run.entries[entry]?.message ?? ''}`;
  result.because = `${seen && window ? sayObserved(goal, seen, window) : sayMissing(run, goal, window)}${evidence}`;
  return result;
}

function sayObserved(goal: Goal, seen: Observation, window: { from: number; to: number }): string {
  const take = goal.take ?? 'last';
  const span = window.from === window.to ? `at ${window.to} s` : `from ${window.from} s to ${window.to} s`;
  const what = { min: 'The minimum of', max: 'The maximum of', mean: 'The mean of', total: 'The total of', last: '' }[
    take
  ];
  const subject = what === '' ? `${goal.metric} ${span}` : `${what} ${goal.metric} ${span}`;
  const since = take === 'mean' || take === 'total' ? '' : `, since ${seen.at} s`;
  return `${subject} is ${seen.value}${since}; ${sayTest(goal.is)} was asked.`;
}

function sayMissing(run: Run, goal: Goal, window: object | undefined): string {
  if (window === undefined) return `No event started a deployment, so ${goal.metric} has no value to look at.`;
  const end = { settled: 'settled', horizon: 'reached its horizon', 'event-limit': 'reached the event limit' }[
    run.stopped
  ];
  return `${goal.metric} never got a value: the run ${end} at ${run.seconds} s.`;
}

export function sayTest(test: Test): string {
  if ('atLeast' in test) return `at least ${test.atLeast}`;
  if ('atMost' in test) return `at most ${test.atMost}`;
  if ('equals' in test) return `exactly ${test.equals}`;
  return `between ${test.between[0]} and ${test.between[1]}`;
}

/** The keys of the predictions: computed from the run, never written by an author. */
export function predictions(run: Run, predict: Challenge['predict']): Prediction[] {
  return (predict ?? []).map(({ id, ...reading }) => {
    const window = windowOf(run, reading);
    return { id, value: (window && observe(run.series[reading.metric], window, reading.take)?.value) ?? null };
  });
}
