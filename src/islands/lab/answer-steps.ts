import type { AnswerSet, Json } from '../../simulator/run.ts';
import type { FragmentReading } from './answer-fragment.ts';
import { sameAnswer, withValue } from './controls-model.ts';
import { type JsonReading, readAnswerJson } from './json-place.ts';
import type { LabState } from './lab-model.ts';

/** How the learner's answer changes: each step can be undone, and what cannot be read changes nothing. */

const MOST_UNDOS = 100;

export function answered(state: LabState, answer: AnswerSet): LabState {
  if (sameAnswer(answer, state.answer)) return { ...state, draft: null };
  const past = [...state.past, state.answer].slice(-MOST_UNDOS);
  return { ...state, answer, past, future: [], draft: null, faults: [] };
}

export function undone(state: LabState): LabState {
  const answer = state.past.at(-1);
  if (answer === undefined) return state;
  const future = [state.answer, ...state.future];
  return { ...state, answer, past: state.past.slice(0, -1), future, draft: null, faults: [] };
}

export function redone(state: LabState): LabState {
  const [answer, ...future] = state.future;
  if (answer === undefined) return state;
  return { ...state, answer, past: [...state.past, state.answer], future, draft: null, faults: [] };
}

export function withValues({ controls, answer }: LabState, values: AnswerSet): AnswerSet {
  return controls.reduce(
    (kept, control) => (control.path in values ? withValue(kept, control, values[control.path] as Json) : kept),
    answer,
  );
}

/** A text that is no answer stays in the field with its fault; the answer before it stays too. */
export function written(state: LabState, text: string): LabState {
  const reading: JsonReading = readAnswerJson(text);
  if (reading.fault) return { ...state, draft: { text, fault: reading.fault } };
  return { ...answered(state, reading.set), draft: { text, fault: null } };
}

export function opened(state: LabState, reading: FragmentReading): LabState {
  if (reading.kind === 'none') return state;
  if (reading.kind !== 'answer') return { ...state, notice: reading };
  const allowed = new Set(state.controls.map((control) => control.path));
  const paths = Object.keys(reading.set).filter((path) => !allowed.has(path));
  const kept = Object.fromEntries(Object.entries(reading.set).filter(([path]) => allowed.has(path)));
  const next = answered(state, kept);
  return paths.length > 0 ? { ...next, notice: { kind: 'paths', paths } } : next;
}
