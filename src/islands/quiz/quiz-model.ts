import type { AskedOrder, AskedQuestion, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import type { Behaviour, Certainty } from '../../quiz-engine/attempt.ts';
import type { Response, Verdict } from '../../quiz-engine/grade.ts';

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

/** The order as it stands: the answer, or the one that was shown. */
export function orderOf(question: AskedOrder, response: unknown): string[] {
  return Array.isArray(response) ? response.map(String) : question.steps.map(({ id }) => id);
}

/** What is answered now: the steps of an order stand in one from the beginning. */
export function answerNow(asked: AskedQuestion, response: Response | null): Response | null {
  return asked.kind === 'order' ? orderOf(asked, response) : response;
}

/** How a choice is drawn: after a wrong try only the chosen ones say what they are. */
export type ChoiceMark = 'plain' | 'chosen' | 'right' | 'wrong' | 'missed' | 'rest';

export function markOf(told: Told | undefined, chosen: boolean, id: string): ChoiceMark {
  if (told === undefined) return chosen ? 'chosen' : 'plain';
  const right = told.verdict.items.find((choice) => choice.id === id)?.right ?? false;
  if (!told.isOver) return chosen ? (right ? 'right' : 'wrong') : 'plain';
  if (right) return chosen ? 'right' : 'missed';
  return chosen ? 'wrong' : 'rest';
}
