import type { Run } from '../../simulator/run.ts';
import { beginLab, type LabAction, type LabScenario, type LabState, stepLab } from '../lab/lab-model.ts';
import { stillEntry } from '../lab/moment.ts';
import { atEntry, atSecond } from '../lab/playhead.ts';
import type { Graded, SimulationFault } from '../simulation/protocol.ts';
import type { Draft } from './draft.ts';
import { emptyDraft } from './draft.ts';

/** Why what a link, a file or the device brought was not taken over. */
export type SandboxNotice =
  | { kind: 'corrupt' | 'huge' | 'foreign' | 'not-loaded' }
  | { kind: 'newer'; version: number }
  | { kind: 'refused'; faults: SimulationFault[] };

export type SandboxState = {
  draft: Draft;
  past: Draft[];
  future: Draft[];
  /** The run on show and the moment in it, as the lab has them. */
  lab: LabState;
  /** Nothing was chosen yet: the templates are shown. */
  isNew: boolean;
  /** The draft as it was last run or refused. */
  answered: Draft | null;
  /** Why the draft does not run; the run before it stays. */
  faults: SimulationFault[];
  notice: SandboxNotice | null;
};

export type SandboxAction =
  | { do: 'lab'; action: LabAction }
  /** The draft as a form changed it, or an intervention, which the playhead goes to. */
  | { do: 'edit'; draft: Draft; at?: number }
  | { do: 'undo' | 'redo' | 'dismiss' | 'choose-anew' | 'back' }
  /** A draft from outside that has been read and run. */
  | { do: 'opened'; draft: Draft; graded: Graded; run: number }
  | { do: 'ran'; draft: Draft; graded: Graded; run: number }
  | { do: 'refused'; draft: Draft; faults: SimulationFault[] }
  | { do: 'notice'; notice: SandboxNotice };

const MOST_UNDOS = 100;

export function beginSandbox(): SandboxState {
  const draft = emptyDraft();
  return {
    draft,
    past: [],
    future: [],
    lab: beginLab(labOf(draft, null)),
    isNew: true,
    answered: null,
    faults: [],
    notice: null,
  };
}

/** The next state of the sandbox. Pure; the worker, the address and storage are the caller's. */
export function stepSandbox(state: SandboxState, action: SandboxAction): SandboxState {
  switch (action.do) {
    case 'lab':
      return { ...state, lab: stepLab(state.lab, action.action) };
    case 'edit':
      if (action.draft === state.draft) return state;
      return {
        ...state,
        ...changed(state, action.draft),
        lab: action.at === undefined ? state.lab : { ...state.lab, second: action.at },
        isNew: false,
        notice: null,
      };
    case 'undo': {
      const draft = state.past.at(-1);
      if (draft === undefined) return state;
      return { ...state, draft, past: state.past.slice(0, -1), future: [state.draft, ...state.future] };
    }
    case 'redo': {
      const [draft, ...future] = state.future;
      if (draft === undefined) return state;
      return { ...state, draft, past: [...state.past, state.draft], future };
    }
    case 'opened': {
      const fresh = shown(state, action);
      const lab = atEntry({ ...fresh.lab, picked: null, playing: false }, stillEntry(action.graded.grade));
      return { ...fresh, ...changed(state, action.draft), lab, isNew: false, notice: null };
    }
    case 'ran':
      return shown(state, action);
    case 'refused':
      return { ...state, answered: action.draft, faults: action.faults, lab: { ...state.lab, running: false } };
    case 'choose-anew':
      return { ...state, isNew: true, lab: { ...state.lab, playing: false } };
    case 'back':
      return { ...state, isNew: false };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'dismiss':
      return { ...state, notice: null };
  }
}

/** The first draft of all, which nobody made, is not worth going back to. */
function changed(
  { draft, past, answered }: SandboxState,
  next: Draft,
): Pick<SandboxState, 'draft' | 'past' | 'future'> {
  const kept = answered === null && past.length === 0 ? [] : [...past, draft].slice(-MOST_UNDOS);
  return { draft: next, past: kept, future: [] };
}

/** A run of the present draft: the playhead stays at its second, and what was picked stays picked while it exists. */
function shown(
  state: SandboxState,
  { draft, graded, run }: { draft: Draft; graded: Graded; run: number },
): SandboxState {
  const { grade } = graded;
  const { lab } = state;
  const next: LabState = {
    ...lab,
    lab: labOf(draft, graded),
    shown: { graded, run, set: {}, sawSolution: false },
    running: false,
    picked: grade.entries.some(({ task }) => task === lab.picked) ? lab.picked : null,
  };
  return { ...state, answered: draft, faults: [], lab: atSecond(next, lab.second) };
}

/** The draft as the lab's parts need it. */
function labOf(draft: Draft, graded: Graded | null): LabScenario {
  const { challenge: _, ...source } = draft;
  const entries: Run['entries'] = graded?.grade.entries ?? [];
  const still = entries.slice(0, stillEntry({ entries }) + 1);
  const zones = draft.world.availabilityZones ?? [];
  const yard = graded?.yard ?? { availabilityZones: [...zones], instances: [], taskDefinitions: {}, focus: [] };
  return { id: 'sandbox', source: { ...source, ...graded?.grade.input }, yard, still };
}
