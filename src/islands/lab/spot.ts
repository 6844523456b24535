import type { Entry } from '../../simulator/run.ts';
import type { LabState } from './lab-model.ts';
import { stillEntry } from './moment.ts';
import { runOf } from './playhead.ts';

/** What the current entry is about, to mark it in the yard: a task, an instance, or both. */
export type Spot = { task: string | null; instance: string | null };

const NOWHERE: Spot = { task: null, instance: null };

/** Nothing while the run plays, where the eye follows what moves, and nothing before anything happened. */
export function spotOf(state: LabState): Spot {
  if (state.playing || state.shown === null || state.entry <= stillEntry(runOf(state))) return NOWHERE;
  const entry: Entry | undefined = runOf(state).entries[state.entry];
  return entry === undefined ? NOWHERE : { task: entry.task ?? null, instance: entry.instance ?? null };
}
