import type { GoalResult } from '../../simulator/run.ts';
import { type Measures, measuresOf } from '../../simulator/scenario/par.ts';
import { valueInForce } from './chart-model.ts';
import { type Control, sameJson, shownValue } from './controls-model.ts';
import type { LabScenario, Shown } from './lab-model.ts';

/** One line of the comparison; `differs` where the two runs say something else. */
export type Difference = { control: Control; kept: string; now: string };

/** The settings in which two runs were started differently. */
export function settingsApart(controls: readonly Control[], kept: Shown, now: Shown): Difference[] {
  return controls.flatMap((control) => {
    const [before, after] = [shownValue(control, kept.set), shownValue(control, now.set)];
    return sameJson(before, after) ? [] : [{ control, kept: sayJson(before), now: sayJson(after) }];
  });
}

function sayJson(value: unknown): string {
  if (value === undefined) return '–';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Each goal's results in both runs, in the scenario's order. */
export function goalsOfBoth(kept: Shown, now: Shown): { id: string; kept: GoalResult; now: GoalResult }[] {
  return now.graded.grade.goals.flatMap((result) => {
    const before = kept.graded.grade.goals.find(({ id }) => id === result.id);
    return before === undefined ? [] : [{ id: result.id, kept: before, now: result }];
  });
}

/** A count of a service at a second of a run; after the end of the run what it ended with. */
export function countAt(shown: Shown, metric: string, second: number): number {
  return valueInForce(shown.graded.grade.series[metric] ?? [], Math.min(second, shown.graded.grade.seconds));
}

export function measuresOfShown(lab: LabScenario, shown: Shown): Measures {
  return measuresOf(shown.graded.grade, shown.set, lab.source.world);
}
