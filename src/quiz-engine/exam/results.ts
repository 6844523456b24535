import type { Certainty } from '../attempt.ts';
import type { Response } from '../grade.ts';
import { type MarkingScheme, pointsOf } from '../standing/certainty-marking.ts';
import { type ExamResult, scoreExam } from './score.ts';
import type { SittingState } from './sitting.ts';

/** What the bank says of a question now: its version, and whether the answer that was given is right. */
export type Graded = { version: string; correct: boolean };

/**
 * `gone`: no longer in the bank. `reworded`: another version than the exam asked. Neither counts.
 * `unscored`: one of those that only try out questions, right or wrong.
 */
export type Line = {
  id: string;
  domain: string;
  response: Response | null;
  certainty: Certainty | undefined;
  flagged: boolean;
  state: 'right' | 'wrong' | 'unanswered' | 'gone' | 'reworded';
  scored: boolean;
};

export type Results = {
  lines: Line[];
  score: ExamResult;
  /** Answers that count, with their certainty; empty where none was given. */
  points: { scheme: MarkingScheme; points: number; most: number; answers: number }[];
};

const SCHEMES: readonly MarkingScheme[] = ['gardner-medwin', 'mild', 'brier'];

/**
 * The results of an exam that was handed in. `grade` says how an answer stands in the bank of today, undefined for a
 * question that is gone; `domains` gives the order in which domains are shown. Unanswered is wrong, as at AWS.
 */
export function resultsOf(
  state: SittingState,
  domains: readonly string[],
  grade: (id: string, response: Response) => Graded | undefined,
): Results {
  const lines = state.questions.map((id, index): Line => {
    const paper = state.paper?.[index];
    const answer = state.answers[id];
    const graded = grade(id, answer?.response ?? null);
    return {
      id,
      domain: paper?.domain ?? '',
      response: answer?.response ?? null,
      certainty: answer?.certainty,
      flagged: state.flagged.includes(id),
      state: stateOf(graded, paper?.version, answer?.response ?? null),
      scored: paper?.scored ?? true,
    };
  });
  const counting = lines.filter((line) => line.scored && counts(line));
  const score = scoreExam(
    counting.map(({ domain, state: is }) => ({ domain, correct: is === 'right' })),
    domains,
  );
  return { lines, score, points: pointsFor(lines.filter(counts)) };
}

/** False for what was removed or reworded since. */
export function counts({ state }: Line): boolean {
  return state !== 'gone' && state !== 'reworded';
}

function stateOf(graded: Graded | undefined, version: string | undefined, response: Response | null): Line['state'] {
  if (graded === undefined) return 'gone';
  if (version !== undefined && version !== graded.version) return 'reworded';
  if (response === null) return 'unanswered';
  return graded.correct ? 'right' : 'wrong';
}

function pointsFor(lines: readonly Line[]): Results['points'] {
  const told = lines.flatMap(({ certainty, state }) =>
    certainty === undefined || state === 'unanswered' ? [] : [{ certainty, correct: state === 'right' }],
  );
  if (told.length === 0) return [];
  return SCHEMES.map((scheme) => ({
    scheme,
    points: told.reduce((sum, { certainty, correct }) => sum + pointsOf(scheme, certainty, correct), 0),
    most: told.length * pointsOf(scheme, 'sure', true),
    answers: told.length,
  }));
}
