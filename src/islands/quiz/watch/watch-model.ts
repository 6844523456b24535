import type { Entry, GoalResult, Grade } from '../../../simulator/run.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { type Chart, chartOf } from '../../lab/chart-model.ts';
import { entryAt, stillEntry } from '../../lab/moment.ts';
import type { Graded } from '../../simulation/protocol.ts';

/** The run of one choice; `refused` holds what AWS would say to a set that it does not take. */
export type Side = { choice: string } & (
  | { graded: Graded; refused?: undefined }
  | { graded?: undefined; refused: string }
);

/** The goal to look at: the first of the proof that one run misses and the other meets, else the first one missed. */
export function decidingGoal(goals: readonly string[], sides: readonly Side[]): string | undefined {
  const met = (side: Side, id: string) => resultOf(side, id)?.met;
  const differs = goals.find(
    (id) => new Set(sides.filter((side) => side.graded).map((side) => met(side, id))).size > 1,
  );
  return differs ?? goals.find((id) => sides.some((side) => met(side, id) === false)) ?? goals[0];
}

export function resultOf(side: Side, goal: string): GoalResult | undefined {
  return side.graded?.grade.goals.find(({ id }) => id === goal);
}

/** Whether tasks over time or places tell the story: an update is a chart, a placement is a yard. */
export function bestView(source: Scenario, goals: readonly string[]): 'chart' | 'yard' {
  const metrics = (source.challenge?.goals ?? []).filter(({ id }) => goals.includes(id)).map(({ metric }) => metric);
  return metrics.some((metric) => /^services\..*\.(deployment\.|healthy$|tasks$)/.test(metric)) ? 'chart' : 'yard';
}

/** Length of the time that both share. */
export function spanOf(sides: readonly Side[]): number {
  return Math.max(1, ...sides.map(({ graded }) => graded?.grade.seconds ?? 0));
}

/** Charts with one scale for seconds and tasks; undefined for a side without a run or a service. */
export function chartsOf(source: Scenario, sides: readonly Side[]): (Chart | undefined)[] {
  const seconds = spanOf(sides);
  const charts = sides.map(({ graded }) => {
    const services = (source.world.services ?? []).map((service) => service.serviceName);
    const subject = services.find((name) => graded?.yard.focus.includes(name)) ?? services[0];
    return graded && subject !== undefined
      ? chartOf({ ...graded.grade, seconds }, subject, source.challenge?.goals ?? [])
      : undefined;
  });
  const top = Math.max(1, ...charts.map((chart) => chart?.top ?? 0));
  return charts.map((chart) => chart && { ...chart, top });
}

/** What the run tells at a second: its latest entry, nothing before its first event. */
export function entryNow(grade: Grade, second: number): { index: number; entry: Entry | undefined } {
  const still = stillEntry(grade);
  const index = Math.max(still, entryAt(grade, second));
  return { index, entry: index === still ? undefined : grade.entries[index] };
}

/** The next or previous second at which anything happens in either run. */
export function stepFrom(sides: readonly Side[], second: number, by: 1 | -1): number {
  const times = new Set(sides.flatMap(({ graded }) => graded?.grade.entries.map(({ at }) => at) ?? []));
  const sorted = [...times, 0, spanOf(sides)].sort((a, b) => a - b);
  return (by === 1 ? sorted.find((at) => at > second) : sorted.findLast((at) => at < second)) ?? second;
}
