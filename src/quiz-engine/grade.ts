import type { Question } from './question-schema.ts';

/** What a learner chose: a set of choice ids; order and repetition mean nothing. */
export type Response = readonly string[];

/** All or nothing, as AWS grades. `choices` says for each what it was and whether it was chosen. */
export type QuestionVerdict = {
  correct: boolean;
  choices: { id: string; chosen: boolean; right: boolean }[];
};

/** Only what grading needs, so that a page can grade without the whole question. */
export type Gradable = { choices: readonly Pick<Question['choices'][number], 'id' | 'correct'>[] };

/**
 * Grades a response: correct exactly when the chosen set is the set of right choices.
 * Total: an id that the question does not have makes the response wrong, never an error.
 */
export function grade(question: Gradable, response: Response): QuestionVerdict {
  const chosen = new Set(response);
  const choices = question.choices.map((choice) => ({
    id: choice.id,
    chosen: chosen.has(choice.id),
    right: choice.correct === true,
  }));
  const known = choices.filter((choice) => choice.chosen).length === chosen.size;
  return { correct: known && choices.every((choice) => choice.chosen === choice.right), choices };
}
