import type { Attempt } from '../../quiz-engine/attempt.ts';
import { answersInOrder } from '../../quiz-engine/standing/first-answers.ts';

/** One asking of a round: a question with the seed of its numbers and its order. `again`: it was wrong in this round. */
export type Asked = { id: string; seed: number; again: boolean };

/** A round of reviews, answered one after the other. */
export type Round = {
  queue: readonly Asked[];
  at: number;
  /** The first answers of this round. */
  answers: readonly { id: string; correct: boolean }[];
  /** The question at `at` was answered. */
  isAnswered: boolean;
};

export function beginRound(queue: readonly Asked[]): Round {
  return { queue, at: 0, answers: [], isAnswered: false };
}

export type RoundAction =
  | { do: 'answer'; correct: boolean }
  | { do: 'next' }
  | { do: 'begin'; queue: readonly Asked[] };

/** The next state of a round. A wrong answer brings its question back at the end, with other numbers. */
export function stepRound(round: Round, action: RoundAction): Round {
  switch (action.do) {
    case 'begin':
      return beginRound(action.queue);
    case 'next':
      return { ...round, at: round.at + 1, isAnswered: false };
    case 'answer': {
      const asked = round.queue[round.at];
      if (asked === undefined || round.isAnswered) return round;
      const { id, seed } = asked;
      const answers = asked.again ? round.answers : [...round.answers, { id, correct: action.correct }];
      const queue = action.correct ? round.queue : [...round.queue, { id, seed: seed + 1, again: true }];
      return { ...round, queue, answers, isAnswered: true };
    }
  }
}

/**
 * What today's round asks: the questions that are due, then those that today's review left wrong, so that a round that was
 * interrupted goes on where it was. Each with a seed it never had. `due` holds ids of cards.
 */
export function queueOf(
  attempts: readonly Attempt[],
  due: readonly string[],
  { today, dayOf }: { today: number; dayOf: (atMs: number) => number },
): Asked[] {
  const answers = answersInOrder(attempts);
  const ids = due.flatMap((card) => (card.startsWith('question:') ? [card.slice('question:'.length)] : []));
  const last = new Map(
    answers
      .filter(({ atMs, behaviour }) => behaviour === 'review' && dayOf(atMs) === today)
      .map(({ id, correct }) => [id, correct]),
  );
  const wrong = [...last].flatMap(([id, correct]) => (correct || ids.includes(id) ? [] : [id]));
  const asked = (id: string, again: boolean): Asked => ({ id, seed: freshSeed(attempts, id), again });
  return [...ids.map((id) => asked(id, false)), ...wrong.map((id) => asked(id, true))];
}

/** One more than the greatest seed that a question was asked with, or a scenario run with. */
export function freshSeed(
  attempts: readonly Attempt[],
  id: string,
  kind: 'question' | 'scenario' = 'question',
): number {
  let greatest = 0;
  for (const attempt of attempts) {
    if (attempt.kind === kind && attempt.id === id) greatest = Math.max(greatest, attempt.seed ?? 0);
  }
  return greatest + 1;
}
