import type { Attempt, QuestionAttempt } from '../attempt.ts';
import { type BankItem, difficultyOf, waysOf } from './bank-item.ts';
import { abilityOf } from './elo.ts';

/**
 * Answers to questions in the order in which they were given; ties by id, whatever the order of the log. What an exam left
 * unanswered is none.
 */
export function answersInOrder(attempts: readonly Attempt[]): QuestionAttempt[] {
  return attempts
    .flatMap((attempt) => (attempt.kind === 'question' && attempt.response !== null ? [attempt] : []))
    .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : Number(a.correct) - Number(b.correct)));
}

/** The first answer to each question: later ones say what was remembered, not what was known. */
export function firstAnswers(attempts: readonly Attempt[]): QuestionAttempt[] {
  const seen = new Set<string>();
  return answersInOrder(attempts).filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A learner's ability on the Elo scale, from first answers to these items. */
export function abilityFrom(answers: readonly QuestionAttempt[], items: ReadonlyMap<string, BankItem>): number {
  return abilityOf(
    answers.flatMap(({ id, correct }) => {
      const item = items.get(id);
      return item ? [{ difficulty: difficultyOf(item), choices: waysOf(item), correct }] : [];
    }),
  );
}
