import type { Run, Series } from '../../simulator/run.ts';
import type { Goal } from '../../simulator/scenario/scenario-schema.ts';
import { familyOf, revisionOf } from './moment.ts';
import { hueOf } from './picture.ts';

/** A level that holds from one second to another. */
export type Step = { from: number; to: number; low: number; high: number };

/** The chart of one service: seconds across, tasks up. One row is one task. */
export type Chart = {
  service: string;
  seconds: number;
  /** Highest count the axis must show. */
  top: number;
  /** Healthy tasks by revision, stacked from the oldest. */
  bands: { taskDefinition: string; hue: number; steps: Step[] }[];
  /** Pending and running but not yet healthy, on top. */
  starting: Step[];
  floor: Step[];
  cap: Step[];
  /** What service scaling wants, and between what; nothing without it. */
  desired: Step[];
  least: Step[];
  most: Step[];
  /** Seconds by which a goal wants something done. */
  deadlines: { id: string; at: number }[];
};

const REVISION = /^services\.([^.]+)\.revision\.(.+)\.healthy$/;

/** Builds the chart from the printed series; undefined when the run has no such service. */
export function chartOf(run: Run, service: string, goals: Goal[]): Chart | undefined {
  const tasks = run.series[`services.${service}.tasks`];
  const healthy = run.series[`services.${service}.healthy`];
  if (tasks === undefined || healthy === undefined) return undefined;
  const revisions = Object.keys(run.series)
    .map((name) => REVISION.exec(name))
    .filter((match) => match?.[1] === service)
    .map((match) => match?.[2] ?? '')
    .sort((a, b) => compareRevisions(a, b));
  const layers = revisions.map((name) => run.series[`services.${service}.revision.${name}.healthy`] ?? []);
  const bounds = boundsOf(run, service);
  const scaling = scalingOf(run, service);
  const stacked = stack(layers.length > 0 ? layers : [healthy], tasks, run.seconds);
  return {
    service,
    seconds: run.seconds,
    top: Math.max(
      1,
      ...stacked.starting.map((step) => step.high),
      ...stacked.layers.flat().map((step) => step.high),
      ...bounds.cap.map((step) => step.high),
      ...scaling.desired.map((step) => step.high),
    ),
    bands: stacked.layers.map((steps, i) => {
      const taskDefinition = revisions[i] ?? service;
      return { taskDefinition, hue: hueOf(revisionOf(taskDefinition)), steps };
    }),
    starting: stacked.starting,
    ...bounds,
    ...scaling,
    deadlines: deadlinesOf(goals, service),
  };
}

function compareRevisions(a: string, b: string): number {
  return familyOf(a).localeCompare(familyOf(b), 'en') || revisionOf(a) - revisionOf(b);
}

/** Stacks the layers, and what `total` has beyond them, between all moments at which one of them changes. */
function stack(layers: Series[], total: Series, seconds: number): { layers: Step[][]; starting: Step[] } {
  const times = [...new Set([...layers, total].flatMap((series) => series.map(([at]) => at)))]
    .filter((at) => at < seconds)
    .sort((a, b) => a - b);
  const steps: Step[][] = layers.map(() => []);
  const starting: Step[] = [];
  for (const [i, from] of times.entries()) {
    const to = times[i + 1] ?? seconds;
    let height = 0;
    for (const [j, series] of layers.entries()) {
      const high = height + valueInForce(series, from);
      extend(steps[j] ?? [], { from, to, low: height, high });
      height = high;
    }
    extend(starting, { from, to, low: height, high: Math.max(height, valueInForce(total, from)) });
  }
  return { layers: steps, starting: starting.filter((step) => step.high > step.low) };
}

/** Adds a step, or lengthens the last one when nothing changed. */
function extend(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if (last && last.to === step.from && last.low === step.low && last.high === step.high) last.to = step.to;
  else steps.push(step);
}

/** The value of a step function at a second; 0 before its first step. */
export function valueInForce(series: Series, second: number): number {
  let low = 0;
  let high = series.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle]?.[0] ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  return series[low - 1]?.[1] ?? 0;
}

function boundsOf(run: Run, service: string): { floor: Step[]; cap: Step[] } {
  const floor: Step[] = [];
  const cap: Step[] = [];
  const known = run.entries.filter((entry) => entry.bounds && entry.service === service);
  for (const [i, entry] of known.entries()) {
    if (!entry.bounds) continue;
    const from = i === 0 ? 0 : entry.at;
    const to = known[i + 1]?.at ?? run.seconds;
    if (to <= from) continue;
    extend(floor, { from, to, low: entry.bounds.floor, high: entry.bounds.floor });
    extend(cap, { from, to, low: entry.bounds.cap, high: entry.bounds.cap });
  }
  return { floor, cap };
}

/** Desired count and limits of a scalable service, as long as the run tells them. */
function scalingOf(run: Run, service: string): Pick<Chart, 'desired' | 'least' | 'most'> {
  const level = (name: string): Step[] => {
    const series = run.series[`services.${service}.${name}`] ?? [];
    return series.flatMap(([from, value], i) => {
      const to = series[i + 1]?.[0] ?? run.seconds;
      return to > from ? [{ from, to, low: value, high: value }] : [];
    });
  };
  const most = level('scaling.maxCapacity');
  return { desired: most.length === 0 ? [] : level('desired'), least: level('scaling.minCapacity'), most };
}

function deadlinesOf(goals: Goal[], service: string): { id: string; at: number }[] {
  return goals.flatMap((goal) =>
    goal.metric.startsWith(`services.${service}.deployment.`) && goal.metric.endsWith('At') && 'atMost' in goal.is
      ? [{ id: goal.id, at: goal.is.atMost }]
      : [],
  );
}

const NICE_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** Round moments for the time axis: at most `most` of them after 0. */
export function timeTicks(seconds: number, most: number): number[] {
  const step = NICE_SECONDS.find((size) => seconds / size <= most) ?? Math.ceil(seconds / most);
  const count = Math.floor(seconds / step);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** Round counts for the upright axis. */
export function countTicks(top: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((size) => top / size <= most) ?? Math.ceil(top / most);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
}

/** `4:05`, or `1:02:05` from an hour on. */
export function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = Math.floor(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
