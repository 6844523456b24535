import { useRef } from 'preact/hooks';
import type { LabState } from './lab-model.ts';

/** The state without the moment: the same object as long as nothing changed but where the playhead stands. */
export function useCalm(state: LabState): LabState {
  const last = useRef(state);
  const keys = Object.keys(state) as (keyof LabState)[];
  if (keys.some((key) => key !== 'entry' && key !== 'second' && state[key] !== last.current[key])) last.current = state;
  return last.current;
}
