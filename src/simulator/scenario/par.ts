import type { AnswerSet, Grade, Run } from '../run.ts';
import { readPointer } from './pointer.ts';

/** What an answer took: fewer is better in each. */
export type Measures = {
  /** Paths that differ from the scenario. */
  changes: number;
  /** US dollars of the whole run at list prices, to four places; only where cost is modelled. */
  usd?: number;
  /** Seconds until the run settled; none when it was cut. */
  seconds?: number;
};

export const MEASURES = ['changes', 'usd', 'seconds'] as const;
export type Measure = (typeof MEASURES)[number];

/** The measures of a run of an answer. `world` is that of the scenario as it was written. */
export function measuresOf(run: Pick<Run, 'series' | 'stopped' | 'seconds'>, set: AnswerSet, world: unknown): Measures {
  const changed = Object.entries(set).filter(
    ([path, value]) => JSON.stringify(readPointer(world, path)) !== JSON.stringify(value),
  );
  const usd = run.series['cost.usd']?.at(-1)?.[1];
  return {
    changes: changed.length,
    ...(usd === undefined ? {} : { usd: Math.round(usd * 10_000) / 10_000 }),
    ...(run.stopped === 'settled' ? { seconds: run.seconds } : {}),
  };
}

/** The best of each measure: what a scenario's own solutions reach, not necessarily all in one run. */
export function bestOf(all: readonly Measures[]): Measures | undefined {
  if (all.length === 0) return undefined;
  const least = (measure: Measure) => {
    const known = all.flatMap((each) => each[measure] ?? []);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const usd = least('usd');
  const seconds = least('seconds');
  return {
    changes: least('changes') ?? 0,
    ...(usd === undefined ? {} : { usd }),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/** The measures that a best stays short of: those par has and it does not reach. Empty at par. */
export function abovePar(best: Measures, par: Measures): Measure[] {
  return MEASURES.filter((measure) => par[measure] !== undefined && !((best[measure] ?? Infinity) <= par[measure]));
}

/** Par of a scenario from runs of its own solutions: one that misses a goal makes none, which the tests of the scenarios say. */
export function parOf(
  world: unknown,
  runs: readonly { set: AnswerSet; grade: Grade | undefined }[],
): Measures | undefined {
  return bestOf(
    runs.flatMap(({ set, grade }) => (grade?.goals.every(({ met }) => met) ? [measuresOf(grade, set, world)] : [])),
  );
}
