import { gradeAsked } from '../quiz-engine/asked/grade-asked.ts';
import type { Verdict } from '../quiz-engine/grade.ts';
import type { LiveQuestion } from './live-question.ts';
import type { Outcome } from './room-events.ts';
import { countedRounds, type HeldAnswer, type QuestionState, type Round } from './room-state.ts';

/** How an answer is graded; kept with it. Both languages have the same key. */
export function verdictOf(question: LiveQuestion, answer: HeldAnswer): Verdict {
  answer.verdict ??= grade(question, answer);
  return answer.verdict;
}

function grade({ id, text }: LiveQuestion, { response, outcome }: HeldAnswer): Verdict {
  const runs = outcome === undefined ? {} : { [text.en.asked.id]: runVerdict(outcome), [id]: runVerdict(outcome) };
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
  const rounds = countedRounds(state);
  for (let i = rounds.length - 1; i >= 0; i--) {
    const round = rounds[i] as Round;
    const answer = round.answers.get(seat);
    if (answer !== undefined) return { answer, round };
  }
  return undefined;
}
