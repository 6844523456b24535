import { useCallback, useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { EntryEvents } from '../../simulator/ecs/events/events-of.ts';
import type { Grade } from '../../simulator/run.ts';
import type { FieldsAt } from '../../simulator/scenario/fields-of.ts';
import { makeSimulationWorker, openSimulation, type SimulationClient } from '../simulation/simulation-client.ts';
import { readFragment, writeFragment } from './answer-fragment.ts';
import type { Asked } from './decision-model.ts';
import { beginLab, type LabAction, type LabScenario, type LabState, stepLab } from './lab-model.ts';
import { openDraw } from './open-draw.ts';
import { mayMove, useClock } from './use-clock.ts';
import { useDecision } from './use-decision.ts';

export type LabHandle = {
  state: LabState;
  act: (action: LabAction) => void;
  run: () => void;
  /** Asks for the next drawing of a scenario that has several. */
  drawNext: () => void;
  asked: Asked;
  /** What AWS would say and send for an entry of the run on show. */
  eventsOf: (entry: number) => Promise<EntryEvents | null>;
  /** What the schema lets stand at a path, for the editor. */
  fieldsAt: (pointer: string) => Promise<FieldsAt>;
};

/** The lab's state joined to the world: the worker, the clock, the address bar and the learner's log. */
export function useLab(lab: LabScenario, onGraded: (state: LabState, grade: Grade) => void): LabHandle {
  const [state, act] = useReducer(stepLab, lab, beginLab);
  const client = useRef<SimulationClient>();
  const simulation = () => (client.current ??= openSimulation(makeSimulationWorker));
  useEffect(() => () => client.current?.close(), []);

  const run = async () => {
    act({ do: 'run-started' });
    const { answer: set } = state;
    const outcome = await simulation().grade({ scenario: state.lab.source, checked: true, name: lab.id, set });
    if (outcome.kind === 'stale') return;
    if (outcome.kind === 'faults') return act({ do: 'run-refused', faults: outcome.faults });
    act({ do: 'run-graded', graded: outcome.graded, run: outcome.run, set, play: mayMove() });
    onGraded({ ...state, answer: set }, outcome.graded.grade);
  };

  useClock(state, act);
  useFragment(lab, state, { act, simulation });
  const drawNext = () => {
    // An entry of the history of its own: Back returns to the values before.
    location.hash = writeFragment({}, state.draw + 1);
  };
  const asked = useDecision(state, (runId, entry) => simulation().explain(runId, entry));
  const shownRun = state.shown?.run;
  const eventsOf = useCallback(
    (entry: number) => (shownRun === undefined ? Promise.resolve(null) : simulation().events(shownRun, entry)),
    [shownRun],
  );
  const fieldsAt = useCallback((pointer: string) => simulation().fieldsAt(pointer), []);
  return { state, act, run: () => void run(), drawNext, asked, eventsOf, fieldsAt };
}

/** Keeps the answer in the address, and takes over the one that a link brings. */
function useFragment(
  lab: LabScenario,
  state: LabState,
  { act, simulation }: { act: (action: LabAction) => void; simulation: () => SimulationClient },
): void {
  const ready = useRef(false);
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => {
    let opening = 0;
    const read = async () => {
      const hash = ownPart(lab, location.hash);
      const reading = readFragment(hash);
      // A fragment that names a place on the page (the skip link) is the page's own.
      const ours = reading.kind !== 'foreign' || document.getElementById(location.hash.slice(1)) === null;
      const { answer, draw: now } = latest.current;
      if (!ours || hash === `#${writeFragment(answer, now)}`) return;
      const mine = ++opening;
      const action = await openDraw(lab, { now, reading }, simulation);
      // A later link, or another page, has overtaken this one.
      if (mine === opening) act(action);
    };
    const changed = () => void read();
    changed();
    addEventListener('hashchange', changed);
    return () => {
      opening++;
      removeEventListener('hashchange', changed);
    };
  }, []);
  // With the drawing itself: who goes back a moment later would find the address of the place they left in its stead.
  useLayoutEffect(() => {
    if (!ready.current) {
      ready.current = true;
      return;
    }
    const fragment = [lab.shared, writeFragment(state.answer, state.draw)].filter(Boolean).join('&');
    history.replaceState(history.state, '', fragment === '' ? location.pathname + location.search : `#${fragment}`);
  }, [state.answer, state.draw]);
}

/** The part of a fragment that is the answer: a scenario that came in the link stands before it. */
function ownPart({ shared }: LabScenario, hash: string): string {
  return shared === undefined ? hash : `#${hash.slice(shared.length + 2)}`;
}
