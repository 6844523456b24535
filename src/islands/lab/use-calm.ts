import { useRef } from 'preact/hooks';
import { isCalm } from './at-reading-pace.ts';
import type { LabState } from './lab-model.ts';

/** The state without the moment: the same object as long as nothing changed but where the playhead stands. */
export function useCalm(state: LabState): LabState {
  const last = useRef(state);
  if (!isCalm(last.current, state)) last.current = state;
  return last.current;
}
