import { type Chart, chartOf } from '../lab/chart-model.ts';
import type { LabState } from '../lab/lab-model.ts';
import { subjectOf } from '../lab/subject.ts';

/** Seconds of a run that only places tasks and waits until they are healthy: nothing moves that a chart could show. */
const STILL_SECONDS = 60;

/** The series of the service that the scenario is about, with its bounds; nothing where the run has no such service, or no story. */
export function runChartOf(state: LabState): Chart | undefined {
  const subject = state.shown === null ? undefined : subjectOf(state);
  if (state.shown === null || subject === undefined) return undefined;
  if (state.shown.graded.grade.seconds < STILL_SECONDS) return undefined;
  return chartOf(state.shown.graded.grade, subject, state.lab.source.challenge?.goals ?? []);
}
