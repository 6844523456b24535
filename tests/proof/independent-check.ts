// The goals of a scenario, checked a second time and in another way: second by second, from entries and series alone.
// Nothing of the judge is used, so that the one can be held against the other.
import type { Run, Test } from '../../src/simulator/run.ts';
import type { Goal } from '../../src/simulator/scenario/scenario-schema.ts';

/** Whether a run meets a goal, by going through every second of its window. */
export function isMet(run: Run, goal: Goal): boolean {
  const window = secondsOf(run, goal);
  if (window === undefined) return false;
  const value = reduce(run, goal, window);
  return value !== undefined && holds(goal.is, value);
}

type Seconds = { from: number; to: number };

function secondsOf(run: Run, { over = 'always', metric }: Goal): Seconds | undefined {
  if (typeof over === 'object') return over;
  if (over === 'always') return { from: 0, to: run.seconds };
  if (over === 'final') return { from: run.seconds, to: run.seconds };
  const [root, name] = metric.split('.');
  const mine = (service: string | undefined) => root !== 'services' || service === name;
  const started = run.entries.findLast(({ type, service }) => type === 'deployment-started' && mine(service));
  if (started === undefined) return undefined;
  const ended = run.entries.find(
    (entry, i) =>
      i > run.entries.indexOf(started) &&
      entry.service === started.service &&
      (entry.type === 'deployment-completed' || entry.type === 'deployment-failed'),
  );
  return { from: started.at, to: ended?.at ?? run.seconds };
}

/** The metric in each second is the last step at or before it; before the first step it has no value. */
function reduce(run: Run, { metric, take = 'last' }: Goal, { from, to }: Seconds): number | undefined {
  const steps = run.series[metric] ?? [];
  let value: number | undefined;
  let next = 0;
  let least: number | undefined;
  let most: number | undefined;
  let sum = 0;
  let seconds = 0;
  for (let second = 0; second <= to; second++) {
    while (next < steps.length && (steps[next]?.[0] ?? 0) <= second) value = steps[next++]?.[1];
    if (second < from || value === undefined) continue;
    least = Math.min(least ?? value, value);
    most = Math.max(most ?? value, value);
    // A mean is over time: what holds from this second to the next; the last second has none after it.
    if (second === to) continue;
    sum += value;
    seconds++;
  }
  if (take === 'min') return least;
  if (take === 'max') return most;
  if (take === 'last') return value;
  if (take === 'total') return value === undefined ? undefined : Math.round(sum * 10_000) / 10_000;
  return seconds === 0 ? value : Math.round((sum * 10_000) / seconds) / 10_000;
}

function holds(is: Test, value: number): boolean {
  const [low, high] = boundsOf(is);
  return low <= value && value <= high;
}

/** Lowest and highest value that passes. */
export function boundsOf(is: Test): [number, number] {
  if ('atLeast' in is) return [is.atLeast, Number.POSITIVE_INFINITY];
  if ('atMost' in is) return [Number.NEGATIVE_INFINITY, is.atMost];
  return 'equals' in is ? [is.equals, is.equals] : is.between;
}
