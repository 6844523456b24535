import { gradeResponse, type Verdict } from '../../quiz-engine/grade.ts';

/** What the page shows before an answer: no key, no reasons. */
export type AskedQuestion = {
  id: string;
  /** Name of the question file, which is also the data file. */
  set: string;
  kind: 'single' | 'multiple';
  stemHtml: string;
  choices: { id: string; html: string }[];
};

/** What `/data/<lang>/questions/<set>.json` holds for one question. */
export type QuestionKey = {
  version: string;
  choices: { id: string; correct?: true; whyHtml: string }[];
  /** What changed since the exam's wording. */
  todayHtml?: string;
  /** A link into the lab with the set of each choice, where a proof has a scenario of its own. */
  runs?: Record<string, string>;
  lesson: string;
};

export type QuestionSet = { format: 1; questions: Record<string, QuestionKey> };

/** Practice: feedback at once, several tries, the reasons of all choices at the end. */
export type QuizState = {
  chosen: readonly string[];
  phase: 'choosing' | 'loading' | 'failed' | 'wrong' | 'right' | 'shown';
  tries: number;
  verdict?: Verdict;
};

export const UNANSWERED: QuizState = { chosen: [], phase: 'choosing', tries: 0 };

/** A radio replaces, a checkbox toggles; after a wrong try choosing begins a new one. */
export function choose(state: QuizState, kind: AskedQuestion['kind'], id: string): QuizState {
  if (isOver(state)) return state;
  const chosen =
    kind === 'single'
      ? [id]
      : state.chosen.includes(id)
        ? state.chosen.filter((other) => other !== id)
        : [...state.chosen, id];
  return { chosen, phase: 'choosing', tries: state.tries };
}

/** True when nothing can be chosen any more until it is asked again. */
export function isOver(state: QuizState): boolean {
  return state.phase === 'right' || state.phase === 'shown';
}

export function answer(state: QuizState, key: QuestionKey): QuizState {
  const verdict = gradeChoices(key, state.chosen);
  return { chosen: state.chosen, phase: verdict.correct ? 'right' : 'wrong', tries: state.tries + 1, verdict };
}

export function reveal(state: QuizState, key: QuestionKey): QuizState {
  return { ...state, phase: 'shown', verdict: gradeChoices(key, state.chosen) };
}

function gradeChoices({ choices }: QuestionKey, chosen: readonly string[]): Verdict {
  return gradeResponse({ kind: 'multiple', choices }, [...chosen]);
}

/** How a choice is drawn: after a wrong try only the chosen ones say what they are. */
export type ChoiceMark = 'plain' | 'chosen' | 'right' | 'wrong' | 'missed' | 'rest';

export function markOf(state: QuizState, id: string): ChoiceMark {
  const chosen = state.chosen.includes(id);
  if (!isOver(state) && state.phase !== 'wrong') return chosen ? 'chosen' : 'plain';
  const right = state.verdict?.items.find((choice) => choice.id === id)?.right ?? false;
  if (state.phase === 'wrong') return chosen ? (right ? 'right' : 'wrong') : 'plain';
  if (right) return chosen ? 'right' : 'missed';
  return chosen ? 'wrong' : 'rest';
}

/** Reasons are shown for what was chosen after a wrong try, and for everything at the end. */
export function showsWhy(state: QuizState, id: string): boolean {
  return isOver(state) || (state.phase === 'wrong' && state.chosen.includes(id));
}
