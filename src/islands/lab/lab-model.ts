import type { AnswerSet, Json, Run } from '../../simulator/run.ts';
import type { Measures } from '../../simulator/scenario/par.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import type { Graded, SimulationFault } from '../simulation/protocol.ts';
import type { FragmentReading } from './answer-fragment.ts';
import { answered, opened, redone, undone, withValues, written } from './answer-steps.ts';
import { type Control, controlsOf, sameAnswer, withValue } from './controls-model.ts';
import type { JsonFault, TextFault } from './json-place.ts';
import { type LogFilter, WHOLE_LOG } from './log-model.ts';
import { stillEntry, type YardWorld } from './moment.ts';
import type { Size } from './picture.ts';
import { atEntry, atSecond, beaten, played, runOf, ticked } from './playhead.ts';
import { momentAt } from './replay.ts';

/** What the page knows before anything ran: the scenario, and what stands at second 0. */
export type LabScenario = {
  /** `<topic>/<file>` */
  id: string;
  source: Scenario;
  yard: YardWorld;
  /** The entries of second 0 before the first event. */
  still: Run['entries'];
  /** What its own solutions took at best; the lab's pages have it, a card in a lesson needs none. */
  par?: Measures | undefined;
  /** Of another drawing than the page's; those of the page are fetched when they are asked for. */
  solutions?: { name: string; set: AnswerSet }[];
  /** How many drawings it has. */
  drawings?: number;
  /** It came in the link itself, whose fragment begins with this; nothing of it is kept. */
  shared?: string;
};

export type Tab = 'here' | 'now' | 'log';
export type View = 'yard' | 'table';
export const SPEEDS = [1, 10, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** The run on show, with the answer and the guesses it was started with. */
export type Shown = {
  graded: Graded;
  /** The client's number of the run, to ask `explain` about it. */
  run: number;
  set: AnswerSet;
  /** A solution had been looked at when it was started. */
  sawSolution: boolean;
};

/** Why a link's fragment was not taken over, or which of its paths were not. */
export type Notice =
  | { kind: 'corrupt' }
  | { kind: 'foreign' }
  | { kind: 'newer'; version: number }
  | { kind: 'paths'; paths: string[] }
  /** Another drawing could not be made. */
  | { kind: 'not-drawn' };

export type LabState = {
  lab: LabScenario;
  /** Which drawing of the scenario is asked; 0 as it was written. */
  draw: number;
  controls: Control[];
  answer: AnswerSet;
  past: AnswerSet[];
  future: AnswerSet[];
  /** The JSON a learner is writing; null while it mirrors the controls. */
  draft: { text: string; fault: (TextFault & { what: JsonFault }) | null } | null;
  /** What the learner typed for each prediction, until the first run. */
  guesses: Record<string, string>;
  shown: Shown | null;
  /** A run that the learner keeps beside the one on show. */
  kept: Shown | null;
  running: boolean;
  /** Why the last run was refused; the run before it stays. */
  faults: SimulationFault[];
  /** Index of the current entry of the run; of the still yard before a run. */
  entry: number;
  second: number;
  playing: boolean;
  speed: Speed;
  picked: string | null;
  tab: Tab;
  view: View;
  size: Size;
  /** Which entries the log shows, beside those of the picked task. */
  logFilter: LogFilter;
  /** Hints the learner has asked for. */
  hints: number;
  /** A solution was looked at: meeting the goals from now on is no solving. */
  sawSolution: boolean;
  notice: Notice | null;
};

export type LabAction =
  | { do: 'set'; control: Control; value: Json }
  | { do: 'write-json'; text: string }
  | {
      do:
        | 'undo'
        | 'redo'
        | 'reset'
        | 'hint'
        | 'see-solution'
        | 'pause'
        | 'play'
        | 'next'
        | 'previous'
        | 'run-started'
        | 'dismiss';
    }
  | { do: 'take-over'; set: AnswerSet }
  | { do: 'open-fragment'; reading: FragmentReading }
  /** Values at paths that the scenario lets be set, from commands that were pasted. */
  | { do: 'take'; values: AnswerSet }
  /** Keeps the run on show beside those that follow; takes its answer back; ends the comparison. */
  | { do: 'keep' | 'take-back' | 'drop-kept' }
  /** The scenario with other values, and the answer that a link brought for it. */
  | { do: 'drawn'; draw: number; lab: LabScenario; reading: FragmentReading }
  | { do: 'not-drawn' }
  | { do: 'guess'; id: string; text: string }
  | { do: 'run-graded'; graded: Graded; run: number; set: AnswerSet; play: boolean }
  | { do: 'run-refused'; faults: SimulationFault[] }
  | { do: 'go-to-entry'; entry: number }
  | { do: 'go-to-second'; second: number }
  /** Time passes in the run, up to the next entry. */
  | { do: 'tick'; seconds: number }
  /** The next entries of the present second happen. */
  | { do: 'beat' }
  | { do: 'speed'; speed: Speed }
  /** `toggle`: what is picked already is let go. */
  | { do: 'pick'; task: string | null; toggle?: true }
  | { do: 'filter-log'; filter: LogFilter }
  | { do: 'tab'; tab: Tab }
  | { do: 'view'; view: View }
  | { do: 'size'; size: Size };

export function beginLab(lab: LabScenario): LabState {
  return {
    lab,
    draw: 0,
    controls: controlsOf(lab.source.world, lab.source.challenge?.change ?? []),
    answer: {},
    past: [],
    future: [],
    draft: null,
    guesses: {},
    shown: null,
    kept: null,
    running: false,
    faults: [],
    entry: stillEntry({ entries: lab.still }),
    second: 0,
    playing: false,
    speed: 10,
    picked: null,
    tab: 'here',
    view: 'yard',
    size: scarcerOf(lab.yard),
    logFilter: WHOLE_LOG,
    hints: 0,
    sawSolution: false,
    notice: null,
  };
}

/** CPU where tasks ask for a larger share of it than of memory: containers are drawn by what runs out first. */
function scarcerOf({ instances, taskDefinitions }: YardWorld): Size {
  const share = (of: Size) =>
    Math.max(0, ...Object.values(taskDefinitions).map((task) => task[of])) /
    Math.max(1, ...instances.map((each) => each[of]));
  return share('cpu') > share('memory') ? 'cpu' : 'memory';
}

/** The next state of the lab. Pure; a run, a clock and storage are the caller's. */
export function stepLab(state: LabState, action: LabAction): LabState {
  switch (action.do) {
    case 'set':
      return answered(state, withValue(state.answer, action.control, action.value));
    case 'write-json':
      return written(state, action.text);
    case 'undo':
      return undone(state);
    case 'redo':
      return redone(state);
    case 'reset':
      return answered(state, {});
    case 'take':
      return answered(state, withValues(state, action.values));
    case 'keep':
      return { ...state, kept: state.shown };
    case 'take-back':
      return state.kept === null ? state : answered(state, state.kept.set);
    case 'drop-kept':
      return { ...state, kept: null };
    case 'take-over':
      return answered(state, action.set);
    case 'see-solution':
      return { ...state, sawSolution: true };
    case 'open-fragment':
      return opened(state, action.reading);
    case 'drawn':
      return opened({ ...beginLab(action.lab), draw: action.draw, view: state.view, tab: state.tab }, action.reading);
    case 'not-drawn':
      return { ...state, notice: { kind: 'not-drawn' } };
    case 'dismiss':
      return { ...state, notice: null };
    case 'guess':
      return { ...state, guesses: { ...state.guesses, [action.id]: action.text } };
    case 'hint':
      return { ...state, hints: Math.min(state.hints + 1, state.lab.source.challenge?.hints?.length ?? 0) };
    case 'pick':
      return action.task === null || (action.toggle && action.task === state.picked)
        ? { ...state, picked: null }
        : { ...state, picked: action.task, tab: state.tab === 'log' ? 'log' : 'here', playing: false };
    case 'filter-log':
      return { ...state, logFilter: action.filter };
    case 'tab':
      return { ...state, tab: action.tab };
    case 'view':
      return { ...state, view: action.view };
    case 'size':
      return { ...state, size: action.size };
    default:
      return stepRun(state, action);
  }
}

/** Everything about the run on show and the moment in it. */
function stepRun(state: LabState, action: LabAction): LabState {
  switch (action.do) {
    case 'run-started':
      return { ...state, running: true, faults: [], playing: false };
    case 'run-refused':
      return { ...state, running: false, faults: action.faults };
    case 'run-graded': {
      const shown = { graded: action.graded, run: action.run, set: action.set, sawSolution: state.sawSolution };
      const begun: LabState = { ...state, running: false, faults: [], shown, picked: null, playing: action.play };
      return action.play
        ? atEntry(begun, stillEntry(action.graded.grade))
        : atSecond(begun, action.graded.grade.seconds);
    }
    case 'go-to-entry':
      return atEntry({ ...state, playing: false }, action.entry);
    case 'go-to-second':
      return atSecond({ ...state, playing: false }, action.second);
    case 'next':
      return atEntry({ ...state, playing: false }, state.entry + 1);
    case 'previous':
      return atEntry({ ...state, playing: false }, state.entry - 1);
    case 'play':
      return played(state);
    case 'pause':
      return { ...state, playing: false };
    case 'tick':
      return ticked(state, action.seconds);
    case 'beat':
      return beaten(state);
    case 'speed':
      return { ...state, speed: action.speed };
    default:
      return state;
  }
}

export function yardOf(state: LabState): YardWorld {
  return state.shown?.graded.yard ?? state.lab.yard;
}

export function currentMoment(state: LabState) {
  return momentAt(runOf(state), yardOf(state), state.entry);
}

/** The answer has changed since the run on show: its verdict is about another answer. */
export function isStale(state: LabState): boolean {
  return state.shown !== null && !sameAnswer(state.shown.set, state.answer);
}

/** The JSON in the field: what the learner writes, else the answer, laid out. */
export function jsonText(state: Pick<LabState, 'draft' | 'answer'>): string {
  return state.draft?.text ?? JSON.stringify(state.answer, null, 2);
}
