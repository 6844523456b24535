import type { Decision, Entry } from '../../simulator/run.ts';
import { currentMoment, type LabState } from './lab-model.ts';
import { runOf } from './playhead.ts';

/** The placement that "Why here?" is about, and what is known of it so far. */
export type Asked =
  | { kind: 'nothing' }
  /** The entry that placed the task, or could not. `decision` is undefined while it is looked up. */
  | { kind: 'placement'; index: number; entry: Entry; decision: Decision | null | undefined };

/** Index of the entry whose placement to explain: the picked task's, else the current entry when it placed one. */
export function placementAsked(state: LabState): number | undefined {
  if (state.shown === null) return undefined;
  if (state.picked !== null) {
    return (
      currentMoment(state).tasks.find((task) => task.name === state.picked)?.placedBy ??
      lastPlacementOf(state, state.picked)
    );
  }
  const entry = runOf(state).entries[state.entry];
  return entry && PLACEMENTS.includes(entry.type) ? state.entry : undefined;
}

const PLACEMENTS: readonly Entry['type'][] = ['task-placed', 'task-not-placed', 'task-waiting'];

/** A picked task may be gone at this moment: its placement is still worth asking about. */
function lastPlacementOf(state: LabState, task: string): number | undefined {
  const index = runOf(state).entries.findIndex((entry) => entry.type === 'task-placed' && entry.task === task);
  return index === -1 ? undefined : index;
}
