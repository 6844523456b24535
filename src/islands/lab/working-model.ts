import type { Bounds, Entry, EntryType } from '../../simulator/run.ts';

/** One bound of a rolling update at a moment: what it comes to, and how many tasks it lets stop or start. */
export type BoundLine = {
  bound: 'floor' | 'cap';
  /** `ceil(5 × 50 / 100) = 3`: the same in every language. */
  sum: string;
  /** Tasks that may stop (floor) or start (cap) now; none where the bound holds. */
  room: number;
};

/** What a moment of a rolling update comes to: which bound lets it go on, and which holds it. */
export type BoundsSaid = {
  lines: [floor: BoundLine, cap: BoundLine];
  /** `both`: it goes on either way. `stop` or `start`: only so. `wait`: until tasks change. `stuck`: nothing can change. */
  outcome: 'both' | 'stop' | 'start' | 'wait' | 'stuck';
};

export function boundsSaid(b: Bounds): BoundsSaid {
  const stops = Math.max(0, b.healthy - b.floor);
  const starts = Math.max(0, b.cap - b.tasks);
  return {
    lines: [
      { bound: 'floor', sum: `ceil(${b.desired} × ${b.minimumHealthyPercent} / 100) = ${b.floor}`, room: stops },
      { bound: 'cap', sum: `floor(${b.desired} × ${b.maximumPercent} / 100) = ${b.cap}`, room: starts },
    ],
    outcome: outcomeOf(b, stops, starts),
  };
}

function outcomeOf({ floor, cap, desired }: Bounds, stops: number, starts: number): BoundsSaid['outcome'] {
  // With every task healthy, neither a stop nor a start would be allowed.
  if (floor >= desired && cap <= desired) return 'stuck';
  if (stops > 0) return starts > 0 ? 'both' : 'stop';
  return starts > 0 ? 'start' : 'wait';
}

/** A figure of scaling or capacity with its name: names as AWS writes them, or a word of ours by its key. */
export type Figure = { name: string; value: string };

/** The last entry up to this one that shows its arithmetic. */
export function lastWeighed(entries: readonly Entry[], index: number): Entry | undefined {
  for (let i = index; i >= 0; i--) {
    const { bounds, scaling, capacity, evaluation, shares } = entries[i] ?? {};
    if (bounds || scaling || capacity || evaluation || shares) return entries[i];
  }
  return undefined;
}

/** How service scaling came to its count: metric, formula, limits, result. `clock` writes seconds of the run. */
export function scalingFigures(entry: Entry, clock: (second: number) => string): Figure[] {
  const { scaling } = entry;
  if (scaling === undefined) return [];
  const { policy, metric, value, target, threshold, sum, needed, minCapacity, maxCapacity, from, to } = scaling;
  const against = target === undefined ? threshold : target;
  const figures: (Figure | undefined)[] = [
    { name: 'policyName', value: policy },
    metric === undefined ? undefined : { name: metric, value: value === undefined ? '–' : String(value) },
    against === undefined
      ? undefined
      : { name: target === undefined ? 'Threshold' : 'TargetValue', value: String(against) },
    { name: 'formula', value: sum },
    {
      name: 'limits',
      value: `min(${maxCapacity}, max(${minCapacity}, ${needed})) = ${Math.min(maxCapacity, Math.max(minCapacity, needed))}`,
    },
    { name: 'desiredCount', value: from === to ? String(from) : `${from} → ${to}` },
    scaling.cooldownUntil === undefined || scaling.cooldownUntil <= entry.at
      ? undefined
      : { name: 'cooldown', value: clock(scaling.cooldownUntil) },
  ];
  return figures.filter((figure) => figure !== undefined);
}

/** The figures of the other kinds, by the names that AWS gives them. */
export function otherFigures({ capacity, evaluation, shares = [] }: Entry): Figure[] {
  if (capacity) {
    const { needed, instances, reservation, target, from, to } = capacity;
    const moves = from === undefined ? [] : [{ name: 'desiredCapacity', value: `${from} → ${to}` }];
    return [
      { name: 'formula', value: `M ÷ N × 100 = ${needed} ÷ ${instances} × 100 = ${reservation} %` },
      { name: 'targetCapacity', value: `${target} %` },
      ...moves,
    ];
  }
  if (evaluation) {
    const { metric, statistic, periodSeconds, values, breaching, datapointsToAlarm, threshold, comparisonOperator } =
      evaluation;
    return [
      { name: metric, value: `${statistic}, ${periodSeconds} s: ${values.join(', ')}` },
      { name: comparisonOperator, value: String(threshold) },
      { name: 'datapointsToAlarm', value: `${breaching} / ${datapointsToAlarm}` },
    ];
  }
  return shares.map(({ capacityProvider, base, weight, tasks }) => ({
    name: capacityProvider,
    value: `base ${base}, weight ${weight} → ${tasks}`,
  }));
}

/** Which of the rules that AWS does not document can have decided an entry, by its type. */
const ASSUMED: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(task-placed|task-not-placed|task-waiting)/,
    ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A17', 'A20', 'A30', 'A34', 'A86', 'A87'],
  ],
  [
    /^(deployment|circuit-breaker|traffic-shifted|launch)/,
    ['A10', 'A11', 'A22', 'A23', 'A24', 'A25', 'A26', 'A43', 'A44', 'A45', 'A46'],
  ],
  [
    /^(service-scaled|scaling-held|scheduled-action|app-runner)/,
    ['A12', 'A19', 'A22', 'A60', 'A61', 'A62', 'A64', 'A66'],
  ],
  [/^(alarm|capacity-alarm)/, ['A60', 'A63', 'A76']],
  [/^(capacity|instance)/, ['A70', 'A71', 'A72', 'A73', 'A74', 'A75', 'A77', 'A78', 'A79', 'A88']],
  [/^tasks-shared-out/, ['A8', 'A9']],
];

/** The assumptions of a run that an entry of this type may have leaned on. */
export function assumedBy(type: EntryType, assumptions: readonly string[]): string[] {
  const known = ASSUMED.find(([begins]) => begins.test(type))?.[1] ?? [];
  return assumptions.filter((id) => known.includes(id));
}
