import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Decision } from '../../simulator/run.ts';
import { type Asked, placementAsked } from './decision-model.ts';
import type { LabState } from './lab-model.ts';
import { runOf } from './playhead.ts';

/** Milliseconds that the playhead stands still before a decision is rebuilt. */
const REST_MS = 120;

/** The decision behind the placement in question, asked of the worker when the yard stands still. */
export function useDecision(state: LabState, explain: (run: number, entry: number) => Promise<Decision | null>): Asked {
  const index = state.playing ? undefined : placementAsked(state);
  const run = state.shown?.run;
  const [known, setKnown] = useState<{ visit: object; decision: Decision | null }>();
  // Who comes back to a placement while scrubbing waits for it like everybody: a table of hundreds is no matter of a frame.
  const visit = useMemo(() => ({}), [run, index]);
  useEffect(() => {
    if (index === undefined || run === undefined) return;
    let wanted = true;
    // Who scrubs passes hundreds of placements: the one where the playhead rests is asked about.
    const rest = setTimeout(
      () => void explain(run, index).then((decision) => wanted && setKnown({ visit, decision })),
      REST_MS,
    );
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [visit]);
  return useMemo(() => {
    const entry = index === undefined ? undefined : runOf(state).entries[index];
    if (index === undefined || entry === undefined) return { kind: 'nothing' };
    const decision = known?.visit === visit ? known.decision : undefined;
    return { kind: 'placement', index, entry, decision };
  }, [visit, known]);
}
