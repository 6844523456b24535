import type { Run, Series } from '../../simulator/run.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { valueInForce } from './chart-model.ts';

export type SignalKind =
  | 'requests'
  | 'cpu'
  | 'memory'
  | 'queue'
  | 'backlog'
  | 'reservation'
  | 'group'
  | 'concurrent'
  | 'cost';

/** `good` and `bad` judge; `faint` is what the others are measured against. */
export type LineTone = 'plain' | 'good' | 'bad' | 'faint';

/** A part of a signal: `name` is the last part of its metric. */
export type Line = { name: string; tone: LineTone; series: Series };

/** One strip under the chart: up to three lines on one scale, and the limits that something waits for. */
export type Signal = {
  kind: SignalKind;
  /** The service, queue, provider or group that it is about. */
  of: string;
  lines: Line[];
  /** Target values and alarm thresholds. */
  limits: { value: number; kind: 'target' | 'threshold' | 'max' }[];
  /** The value at the upper edge. */
  top: number;
};

type Recipe = {
  kind: SignalKind;
  /** The metric up to its last part. */
  stem: RegExp;
  lines: readonly (readonly [name: string, tone: LineTone])[];
};

/** In the order in which they are shown. */
const RECIPES: readonly Recipe[] = [
  {
    kind: 'requests',
    stem: /^services\.([^.]+)\.requests\.$/,
    lines: [
      ['sent', 'faint'],
      ['served', 'good'],
      ['failed', 'bad'],
    ],
  },
  {
    kind: 'queue',
    stem: /^queues\.([^.]+)\.$/,
    lines: [
      ['visible', 'plain'],
      ['inFlight', 'faint'],
    ],
  },
  { kind: 'cpu', stem: /^services\.([^.]+)\.$/, lines: [['cpu', 'plain']] },
  { kind: 'memory', stem: /^services\.([^.]+)\.$/, lines: [['memory', 'plain']] },
  { kind: 'backlog', stem: /^services\.([^.]+)\.$/, lines: [['backlogPerTask', 'plain']] },
  { kind: 'reservation', stem: /^capacityProviders\.([^.]+)\.$/, lines: [['reservation', 'plain']] },
  {
    kind: 'group',
    stem: /^autoScalingGroups\.([^.]+)\.$/,
    lines: [
      ['desired', 'faint'],
      ['inService', 'plain'],
    ],
  },
  {
    kind: 'concurrent',
    stem: /^appRunner\.([^.]+)\.$/,
    lines: [
      ['concurrent', 'faint'],
      ['instances', 'plain'],
    ],
  },
  { kind: 'cost', stem: /^cost\.()$/, lines: [['usdPerHour', 'plain']] },
];

/** More strips than these would push the chart out of sight. */
const MOST_SIGNALS = 4;

/** The signals of a run: those that goals and predictions speak of first, then as they are listed above. */
export function signalsOf(run: Pick<Run, 'series' | 'input'>, challenge: Scenario['challenge']): Signal[] {
  const asked = [...(challenge?.goals ?? []), ...(challenge?.predict ?? [])].map(({ metric }) => metric);
  const found = RECIPES.flatMap((recipe) => stemsOf(run, recipe).map((stem) => signalOf(run, recipe, stem)));
  const moving = found.filter(({ lines, kind }) => lines.some(({ series }) => changes(series)) || kind === 'requests');
  const isAsked = (signal: Signal) => asked.some((metric) => metricsOf(signal).includes(metric));
  const costs = asked.some((metric) => metric.startsWith('cost.'));
  return [...moving.filter(isAsked), ...moving.filter((signal) => !isAsked(signal))]
    .filter(({ kind }) => kind !== 'cost' || costs)
    .slice(0, MOST_SIGNALS);
}

function stemsOf({ series }: Pick<Run, 'series'>, { stem, lines }: Recipe): string[] {
  const stems = Object.keys(series).flatMap((metric) => {
    const cut = metric.lastIndexOf('.') + 1;
    const isMine = lines.some(([name]) => name === metric.slice(cut)) && stem.test(metric.slice(0, cut));
    return isMine ? [metric.slice(0, cut)] : [];
  });
  return [...new Set(stems)];
}

function signalOf({ series, input }: Pick<Run, 'series' | 'input'>, recipe: Recipe, stem: string): Signal {
  const { kind } = recipe;
  const of = recipe.stem.exec(stem)?.[1] ?? '';
  const lines = recipe.lines.flatMap(([name, tone]): Line[] => {
    const found = series[stem + name];
    return found === undefined ? [] : [{ name, tone, series: found }];
  });
  const limits = limitsOf(
    input.world,
    kind,
    of,
    lines.map(({ name }) => stem + name),
  );
  const most = Math.max(...lines.flatMap(({ series: steps }) => steps.map(([, value]) => value)), 0);
  // A limit far above what happened would press the line to the ground.
  const near = limits.filter(({ value }) => value <= most * 3 || kind === 'cpu' || kind === 'memory');
  const highest = Math.max(most, ...near.map(({ value }) => value), kind === 'cpu' || kind === 'memory' ? 100 : 0);
  return { kind, of, lines, limits: near, top: roundUp(highest) };
}

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** A round number for the upper edge: 133.33 as 150. */
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const scale = 10 ** Math.floor(Math.log10(value));
  const round = ROUND.find((each) => each * scale >= value - 1e-9) ?? 10;
  return Math.round(round * scale * 100) / 100;
}

function metricsOf({ kind, of, lines }: Signal): string[] {
  const stem = {
    requests: `services.${of}.requests.`,
    queue: `queues.${of}.`,
    cpu: `services.${of}.`,
    memory: `services.${of}.`,
    backlog: `services.${of}.`,
    reservation: `capacityProviders.${of}.`,
    group: `autoScalingGroups.${of}.`,
    concurrent: `appRunner.${of}.`,
    cost: 'cost.',
  }[kind];
  return lines.map(({ name }) => stem + name);
}

function changes(series: Series): boolean {
  return series.length > 1 || (series[0]?.[1] ?? 0) !== 0;
}

type World = Run['input']['world'];

function limitsOf(world: World, kind: SignalKind, of: string, metrics: readonly string[]): Signal['limits'] {
  const alarms = (world.alarms ?? []).flatMap(({ metric, threshold }) =>
    metric !== undefined && threshold !== undefined && metrics.includes(metric)
      ? [{ value: threshold, kind: 'threshold' as const }]
      : [],
  );
  return [...targetsOf(world, kind, of, metrics), ...alarms];
}

const PREDEFINED: Record<string, SignalKind> = {
  ECSServiceAverageCPUUtilization: 'cpu',
  ECSServiceAverageMemoryUtilization: 'memory',
  ECSServiceAverageCPUUtilizationHighResolution: 'cpu',
  ECSServiceAverageMemoryUtilizationHighResolution: 'memory',
};

function targetsOf(world: World, kind: SignalKind, of: string, metrics: readonly string[]): Signal['limits'] {
  if (kind === 'reservation') {
    const provider = world.capacityProviders?.find(({ name }) => name === of)?.autoScalingGroupProvider;
    const target = provider?.managedScaling?.targetCapacity;
    return [{ value: target ?? 100, kind: 'target' }];
  }
  if (kind === 'group') {
    const group = world.autoScalingGroups?.find(({ autoScalingGroupName }) => autoScalingGroupName === of);
    return group === undefined ? [] : [{ value: group.maxSize, kind: 'max' }];
  }
  const policies = (world.scalableTargets ?? []).flatMap(({ service, scalingPolicies = [] }) =>
    scalingPolicies.map((policy) => ({ service, tracking: policy.targetTrackingScalingPolicyConfiguration })),
  );
  return policies.flatMap(({ service, tracking }) => {
    if (tracking === undefined) return [];
    const { predefinedMetricSpecification, customizedMetricSpecification, targetValue } = tracking;
    const predefined = PREDEFINED[predefinedMetricSpecification?.predefinedMetricType ?? ''];
    const isMine =
      (predefined === kind && service === of) || metrics.includes(customizedMetricSpecification?.metric ?? '');
    return isMine ? [{ value: targetValue, kind: 'target' as const }] : [];
  });
}

/** The value of a line at a second, as it is said beside the strip. */
export function valueAt({ series }: Line, second: number): number {
  return valueInForce(series, second);
}

/**
 * The outline of a step function in pixels: forward and up or down, without the steps that no pixel could show. Between
 * two pixels the highest value counts, so that a short failure is not lost.
 */
export function outlineOf(
  series: Series,
  seconds: number,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const points: [number, number][] = [];
  for (const [at, value] of series) {
    if (at > seconds) break;
    const left = Math.round(x(at));
    const last = points.at(-1);
    if (last && last[0] === left) last[1] = Math.max(last[1], value);
    else points.push([left, value]);
  }
  const [first] = points;
  if (first === undefined) return '';
  const path = points.map(([left, value], i) => (i === 0 ? `M${left} ${y(value)}` : `H${left}V${y(value)}`)).join('');
  return `${path}H${Math.round(x(seconds))}`;
}
