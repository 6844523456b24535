import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { EntryEvents } from '../../simulator/ecs/events/events-of.ts';
import type { FieldsAt } from '../../simulator/scenario/fields-of.ts';
import type { Asked } from '../lab/decision-model.ts';
import type { LabAction } from '../lab/lab-model.ts';
import { useClock } from '../lab/use-clock.ts';
import { useDecision } from '../lab/use-decision.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import { makeSimulationWorker, openSimulation, type SimulationClient } from '../simulation/simulation-client.ts';
import { type Draft, runnable } from './draft.ts';
import { beginSandbox, type SandboxAction, type SandboxState, stepSandbox } from './sandbox-model.ts';
import { useAddress } from './use-address.ts';

/** What became of something from outside: taken over, or why not. */
export type OpenOutcome = { faults: SimulationFault[] } | 'opened';

export type SandboxHandle = {
  state: SandboxState;
  act: (action: SandboxAction) => void;
  actLab: (action: LabAction) => void;
  /** `at`: the second of an intervention. */
  edit: (draft: Draft, at?: number) => void;
  /** Reads, runs and takes over a scenario that comes from a file, a link or a template. */
  open: (candidate: unknown) => Promise<OpenOutcome>;
  asked: Asked;
  eventsOf: (entry: number) => Promise<EntryEvents | null>;
  fieldsAt: (pointer: string) => Promise<FieldsAt>;
  simulation: () => SimulationClient;
  /** The fragment of a link to the present draft; `too-large` where none can hold it. */
  fragment: string | 'too-large';
};

/** The sandbox joined to the world: the worker, the clock and the address bar. */
export function useSandbox(): SandboxHandle {
  const [state, act] = useReducer(stepSandbox, undefined, beginSandbox);
  const client = useRef<SimulationClient>();
  const simulation = useCallback(() => (client.current ??= openSimulation(makeSimulationWorker)), []);
  useEffect(() => () => client.current?.close(), []);
  const actLab = useCallback((action: LabAction) => act({ do: 'lab', action }), []);
  const edit = useCallback(
    (draft: Draft, at?: number) => act({ do: 'edit', draft, ...(at === undefined ? {} : { at }) }),
    [],
  );

  const open = useCallback(async (candidate: unknown): Promise<OpenOutcome> => {
    const read = await simulation().read(candidate);
    if (read.kind === 'faults') return { faults: read.faults };
    const draft = read.scenario;
    const outcome = await simulation().grade({ scenario: runnable(draft), name: 'sandbox', set: {} });
    if (outcome.kind === 'faults') return { faults: outcome.faults };
    // A later opening has overtaken this one.
    if (outcome.kind === 'graded') act({ do: 'opened', draft, graded: outcome.graded, run: outcome.run });
    return 'opened';
  }, []);

  useRun(state, act, simulation);
  useClock(state.lab, actLab);
  const fragment = useAddress(state, act, open);
  const asked = useDecision(state.lab, (run, entry) => simulation().explain(run, entry));
  const eventsOf = (entry: number) =>
    state.lab.shown === null ? Promise.resolve(null) : simulation().events(state.lab.shown.run, entry);
  const fieldsAt = useCallback((pointer: string) => simulation().fieldsAt(pointer), []);
  return { state, act, actLab, edit, open, asked, eventsOf, fieldsAt, simulation, fragment };
}

/** Milliseconds that a draft rests before it is run: who turns a number does not wait for every value on the way. */
const REST_MS = 60;

/** A draft that was changed is run; the run before it stays on show until then. */
function useRun(state: SandboxState, act: (action: SandboxAction) => void, simulation: () => SimulationClient): void {
  const { draft, answered, isNew } = state;
  const isDue = !isNew && draft !== answered;
  useEffect(() => {
    if (!isDue) return;
    let wanted = true;
    const rest = setTimeout(async () => {
      const outcome = await simulation().grade({ scenario: runnable(draft), name: 'sandbox', set: {} });
      if (!wanted || outcome.kind === 'stale') return;
      if (outcome.kind === 'faults') act({ do: 'refused', draft, faults: outcome.faults });
      else act({ do: 'ran', draft, graded: outcome.graded, run: outcome.run });
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [draft, isDue]);
}

/** A state of its own for what is said once: it goes when the next thing is said. */
export function useSaid(): [string, (text: string) => void] {
  const [said, setSaid] = useState('');
  return [said, setSaid];
}
