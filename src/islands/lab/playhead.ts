import type { Run } from '../../simulator/run.ts';
import type { LabState } from './lab-model.ts';
import { entryAt, stillEntry } from './moment.ts';

/** Time in the lab: the playhead stands at a second, and after an entry of that second. */

/** The run on show; before the first, the still yard as a run of no length. */
export function runOf(state: Pick<LabState, 'shown' | 'lab'>): Pick<Run, 'entries' | 'seconds'> {
  return state.shown?.graded.grade ?? { entries: state.lab.still, seconds: 0 };
}

/** Seconds that the scrubber reaches over: those of the run on show, or of a kept one that lasts longer. */
export function spanOf(state: Pick<LabState, 'shown' | 'kept' | 'lab'>): number {
  const kept = state.shown === null ? undefined : state.kept?.graded.grade.seconds;
  return Math.max(runOf(state).seconds, kept ?? 0);
}

export function atEntry(state: LabState, entry: number): LabState {
  const run = runOf(state);
  const first = stillEntry(run);
  const index = Math.min(Math.max(entry, first), run.entries.length - 1);
  return { ...state, entry: index, second: run.entries[index]?.at ?? 0 };
}

export function atSecond(state: LabState, second: number): LabState {
  const run = runOf(state);
  const at = Math.min(Math.max(second, 0), spanOf(state));
  return { ...state, second: at, entry: Math.max(entryAt(run, at), stillEntry(run)) };
}

/** At the end, play begins again. */
export function played(state: LabState): LabState {
  if (state.shown === null) return state;
  const run = runOf(state);
  const atEnd = isOver(state, state.second);
  return { ...(atEnd ? atEntry(state, stillEntry(run)) : state), playing: true };
}

/** Moves the playhead on by seconds of the run, to the next entry at most: what happens there waits for its beat. */
export function ticked(state: LabState, seconds: number): LabState {
  if (!state.playing) return state;
  const run = runOf(state);
  const second = Math.min(state.second + seconds, run.entries[state.entry + 1]?.at ?? spanOf(state));
  return { ...state, second, playing: !isOver(state, second) };
}

/** A busy second is told in at most this many beats. */
const MOST_BEATS = 25;

/** Entries of one second happen one after another, so that the eye can follow them. */
export function beaten(state: LabState): LabState {
  if (!state.playing || !isEntryDue(state)) return state;
  const last = entryAt(runOf(state), state.second);
  const ofThisSecond = last - entryAt(runOf(state), state.second - 1);
  const entry = Math.min(last, state.entry + Math.ceil(ofThisSecond / MOST_BEATS));
  const next = { ...state, entry };
  return { ...next, playing: !isOver(next, next.second) };
}

/** While playing: something of the present second has not happened yet. */
export function isEntryDue(state: LabState): boolean {
  const next = runOf(state).entries[state.entry + 1];
  return next !== undefined && next.at <= state.second;
}

function isOver(state: LabState, second: number): boolean {
  const run = runOf(state);
  return second >= spanOf(state) && state.entry >= run.entries.length - 1;
}
