import type { Text } from '../../i18n/text.ts';
import type { Entry } from '../../simulator/run.ts';
import type { Chart } from '../lab/chart-model.ts';
import { currentMoment, type LabState, yardOf } from '../lab/lab-model.ts';
import { stillEntry } from '../lab/moment.ts';
import { type Berth, type Pier, pictureOf, type Size } from '../lab/picture.ts';
import { runOf } from '../lab/playhead.ts';
import { runChartOf } from './run-chart.ts';

/** A goal with what a run gave. */
export type GoalTold = { id: string; metric: string; say: Text; met: boolean; observed: number | null };

/** A run at one second as plain data, in every language the same: what a picture of it needs, and nothing that plays it. */
export type StillRun = {
  second: number;
  /** Length of the run. */
  seconds: number;
  /** What has just happened; absent before the first event. */
  entry?: Entry;
  size: Size;
  /** Zones with their places; null where an instance was or will be. */
  piers: { availabilityZone: string; places: (Berth | null)[] }[];
  /** Absent where nothing moves that a chart could show. */
  chart?: Chart;
  goals: GoalTold[];
};

/** The picture of a run where its playhead stands. */
export function stillRunOf(state: LabState): StillRun {
  const entry = entryNow(state);
  const chart = runChartOf(state);
  return {
    second: state.second,
    seconds: runOf(state).seconds,
    ...(entry ? { entry } : {}),
    size: state.size,
    piers: pictureOf(yardOf(state), currentMoment(state), state.size).map(({ availabilityZone, places }) => ({
      availabilityZone,
      places: places.map((place) => place ?? null),
    })),
    ...(chart ? { chart } : {}),
    goals: goalsNow(state),
  };
}

/** The same piers as the yard draws them. */
export function piersOf({ piers }: Pick<StillRun, 'piers'>): Pier[] {
  return piers.map(({ availabilityZone, places }) => ({
    availabilityZone,
    places: places.map((place) => place ?? undefined),
    berths: places.filter((place) => place !== null),
  }));
}

/** What has just happened where the playhead stands; nothing before the first event. */
export function entryNow(state: LabState): Entry | undefined {
  const run = runOf(state);
  return state.entry <= stillEntry(run) ? undefined : run.entries[state.entry];
}

/** Each goal of the scenario with what the run on show gave. */
export function goalsNow({ lab, shown }: LabState): GoalTold[] {
  const goals = lab.source.challenge?.goals ?? [];
  return (shown?.graded.grade.goals ?? []).flatMap(({ id, met, observed }) => {
    const goal = goals.find((each) => each.id === id);
    return goal ? [{ id, metric: goal.metric, say: goal.say, met, observed }] : [];
  });
}
