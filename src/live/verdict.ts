import { gradeAsked } from '../quiz-engine/asked/grade-asked.ts';
import type { Verdict } from '../quiz-engine/grade.ts';
import type { LiveQuestion } from './live-question.ts';
import type { Outcome } from './room-events.ts';
import type { HeldAnswer, QuestionState, Round } from './room-state.ts';

/** Verdicts by response: most of a class gives one of few. */
const known = new WeakMap<LiveQuestion, Map<string, Verdict>>();
/** Different responses of a question that are kept; numbers may all differ. */
const MOST_KNOWN = 1_000;

/** How an answer is graded; kept with it. Both languages have the same key. */
export function verdictOf(question: LiveQuestion, answer: HeldAnswer): Verdict {
  const isRun = answer.outcome !== undefined || answer.outcomes !== undefined;
  answer.verdict ??= isRun ? grade(question, answer) : knownVerdict(question, answer);
  return answer.verdict;
}

function knownVerdict(question: LiveQuestion, answer: HeldAnswer): Verdict {
  const verdicts = known.get(question) ?? new Map<string, Verdict>();
  if (verdicts.size === 0) known.set(question, verdicts);
  const response = JSON.stringify(answer.response);
  const verdict = verdicts.get(response) ?? grade(question, answer);
  if (verdicts.size < MOST_KNOWN) verdicts.set(response, verdict);
  return verdict;
}

function grade({ text }: LiveQuestion, { response, outcome, outcomes = {} }: HeldAnswer): Verdict {
  const all = outcome === undefined ? outcomes : { [text.en.asked.id]: outcome };
  const runs = Object.fromEntries(Object.entries(all).map(([part, own]) => [part, runVerdict(own)]));
  return gradeAsked(text.en.asked, text.en.key, response, runs);
}

function runVerdict({ correct, goals, refused }: Outcome): Verdict {
  const passed = goals.filter((goal) => goal.passed).length;
  return {
    correct,
    credit: correct ? 1 : goals.length === 0 ? 0 : passed / goals.length,
    items: goals.map((goal) => ({ id: goal.id, chosen: true, right: goal.passed })),
    ...(refused === undefined ? {} : { refused: [...refused] }),
  };
}

/** The answer of a seat that gives points: of the last round before the reveal in which it answered. */
export function countedAnswer(state: QuestionState, seat: string): { answer: HeldAnswer; round: Round } | undefined {
  for (let i = (state.countedRounds ?? state.rounds.length) - 1; i >= 0; i--) {
    const round = state.rounds[i] as Round;
    const answer = round.answers.get(seat);
    if (answer !== undefined) return { answer, round };
  }
  return undefined;
}
