import type { Behaviour, Certainty } from '../../quiz-engine/attempt.ts';
import { gradeResponse, type Response, type Verdict } from '../../quiz-engine/grade.ts';
import type { AskedQuestion, QuestionKey } from './question-data.ts';

/**
 * One question while it is answered. `wrong`: said so, another try is open. `right` and `shown`: over, everything is told.
 * `sent`: taken, nothing is told yet (live).
 */
export type Phase = 'asking' | 'loading' | 'failed' | 'wrong' | 'right' | 'shown' | 'sent';

export type QuizState = {
  phase: Phase;
  /** Null until something was answered. */
  response: Response | null;
  verdict: Verdict | null;
  /** Answers that were checked since it was asked. */
  tries: number;
  /** Hints that are open. */
  hints: number;
  certainty: Certainty | null;
  /** Check was pressed before the answer was complete. */
  isNudged: boolean;
};

export const UNANSWERED: QuizState = {
  phase: 'asking',
  response: null,
  verdict: null,
  tries: 0,
  hints: 0,
  certainty: null,
  isNudged: false,
};

export type QuizAction =
  | { do: 'respond'; response: Response | null }
  | { do: 'be-certain'; certainty: Certainty }
  | { do: 'hint' | 'nudge' | 'load' | 'fail' | 'send' | 'again' }
  /** `oneTry`: a wrong answer is not tried again here, its reasons are shown. */
  | { do: 'grade'; verdict: Verdict; oneTry: boolean }
  | { do: 'reveal'; verdict: Verdict };

/** The next state. Pure; loading, storing and time are the caller's. */
export function stepQuiz(state: QuizState, action: QuizAction): QuizState {
  switch (action.do) {
    case 'respond':
      // After a wrong try answering begins a new one.
      return isLocked(state) ? state : { ...state, response: action.response, phase: 'asking', isNudged: false };
    case 'be-certain':
      return isLocked(state) ? state : { ...state, certainty: action.certainty };
    case 'hint':
      return { ...state, hints: state.hints + 1 };
    case 'nudge':
      return { ...state, isNudged: true };
    case 'load':
      return { ...state, phase: 'loading' };
    case 'fail':
      return { ...state, phase: 'failed' };
    case 'send':
      return { ...state, phase: 'sent' };
    case 'again':
      return UNANSWERED;
    case 'grade': {
      const { verdict, oneTry } = action;
      const phase = verdict.correct ? 'right' : oneTry ? 'shown' : 'wrong';
      return { ...state, phase, verdict, tries: state.tries + 1 };
    }
    case 'reveal':
      return { ...state, phase: 'shown', verdict: action.verdict };
  }
}

/** True when everything may be told. */
export function isOver({ phase }: QuizState): boolean {
  return phase === 'right' || phase === 'shown';
}

/** True when nothing can be answered any more until it is asked again. */
export function isLocked(state: QuizState): boolean {
  return isOver(state) || state.phase === 'sent' || state.phase === 'loading';
}

/** What a behaviour does; the kind of the question has no say in it. */
export const BEHAVIOURS: Record<Behaviour, { tells: boolean; oneTry: boolean; hints: boolean }> = {
  practice: { tells: true, oneTry: false, hints: true },
  review: { tells: true, oneTry: true, hints: true },
  exam: { tells: false, oneTry: true, hints: false },
  live: { tells: false, oneTry: true, hints: false },
};

/** What may be told about an answer now: its verdict, and when it is over the key with every reason. */
export type Told = { verdict: Verdict; key: QuestionKey; isOver: boolean };

/** A response that answers everything the question asks. */
export function isComplete(asked: AskedQuestion, response: Response | null): boolean {
  if (response === null) return false;
  switch (asked.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return Array.isArray(response) && response.length > 0;
    case 'match':
      return asked.left.every(({ id }) => partOf(response, id) !== null);
    case 'number':
      return typeof response === 'number';
    case 'scenario':
      return true;
    case 'case':
      return asked.parts.every((part) => isComplete(part, partOf(response, part.id)));
  }
}

/** What a response of several parts says for one of them; null for nothing. */
export function partOf(response: Response | null, id: string): Response | null {
  if (typeof response !== 'object' || response === null || Array.isArray(response)) return null;
  return Object.hasOwn(response, id) ? (response[id] ?? null) : null;
}

/** The same response with one part changed; a part without an answer is left out. */
export function withPart(response: Response | null, id: string, part: Response | null): Response | null {
  const before = typeof response === 'object' && response !== null && !Array.isArray(response) ? response : {};
  const { [id]: _, ...others } = before;
  const after = part === null ? others : { ...others, [id]: part };
  return Object.keys(after).length === 0 ? null : after;
}

/** Verdicts of scenarios by question: only a run has them. */
export type RunVerdicts = Readonly<Record<string, Verdict>>;

/** Grades any kind; a scenario, alone or as a part, counts as its run decided. */
export function gradeAsked(
  asked: AskedQuestion,
  key: QuestionKey,
  response: Response | null,
  runs: RunVerdicts,
): Verdict {
  if (asked.kind === 'scenario') return runs[asked.id] ?? NOTHING;
  if (asked.kind !== 'case') return key.grading ? gradeResponse(key.grading, response) : NOTHING;
  const graded = asked.parts.map((part) => {
    const own = partOf(response, part.id);
    const partKey = key.parts?.[part.id];
    return { id: part.id, own, verdict: partKey ? gradeAsked(part, partKey, own, runs) : NOTHING };
  });
  return {
    correct: graded.every(({ verdict }) => verdict.correct),
    credit: graded.reduce((sum, { verdict }) => sum + verdict.credit, 0) / Math.max(1, graded.length),
    items: graded.map(({ id, own, verdict }) => ({ id, chosen: own !== null, right: verdict.correct })),
  };
}

const NOTHING: Verdict = { correct: false, credit: 0, items: [] };

/** How a choice is drawn: after a wrong try only the chosen ones say what they are. */
export type ChoiceMark = 'plain' | 'chosen' | 'right' | 'wrong' | 'missed' | 'rest';

export function markOf(told: Told | undefined, chosen: boolean, id: string): ChoiceMark {
  if (told === undefined) return chosen ? 'chosen' : 'plain';
  const right = told.verdict.items.find((choice) => choice.id === id)?.right ?? false;
  if (!told.isOver) return chosen ? (right ? 'right' : 'wrong') : 'plain';
  if (right) return chosen ? 'right' : 'missed';
  return chosen ? 'wrong' : 'rest';
}

/** A number as people write it: `1,024`, `-3`, `2.5`; null for anything else. */
export function readTypedNumber(text: string): number | null {
  const trimmed = text.trim();
  const plain = /^[-−]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  return /^[-−]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain.replace('−', '-')) : null;
}

/** The list with the item at `from` moved to `to`; the same list when it would leave it. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const result = [...items];
  const [item] = from < 0 || to < 0 || to >= items.length ? [] : result.splice(from, 1);
  if (item !== undefined) result.splice(to, 0, item);
  return result;
}
