import type { Question, QuestionKind } from '../question-schema.ts';
import { chanceOf } from './elo.ts';

/** What of a line of the bank decides how hard it is to get right, and where it counts. */
export type BankItem = {
  id: string;
  objective: string;
  /** The domain that it counts for, by exam. */
  domains: Readonly<Record<string, string>>;
  kind: QuestionKind;
  /** What it asks of the learner: recall, understand, apply or analyse. */
  cognitive?: string | undefined;
  /** On the scale of the Elo rule, once it was fitted from pooled files. */
  difficulty?: number | undefined;
  /** Ways to answer that a guess chooses among; left out where a guess is worth nothing. */
  ways?: number | undefined;
};

/** Before any was fitted: what has to be worked out is a little harder than what has to be known. */
const PRIOR: Readonly<Record<string, number>> = { recall: -0.5, understand: -0.2, apply: 0.2, analyse: 0.5 };

/** More ways than this make a guess worth nothing. */
const MOST_WAYS = 100;

/**
 * Ways to answer a question that a guess chooses among: its choices, or the sets of as many as are asked for (two of five
 * are ten), or orders and pairings where they are few.
 */
export function waysToAnswer(question: Question): number | undefined {
  const ways = countWays(question);
  return ways === undefined || ways > MOST_WAYS ? undefined : ways;
}

function countWays(question: Question): number | undefined {
  switch (question.kind) {
    case 'single':
      return 'choices' in question ? question.choices.length : question.distractors.length + 1;
    case 'multiple': {
      const keys = question.choices.filter(({ correct }) => correct).length;
      return choose(question.choices.length, keys);
    }
    case 'order':
      return question.steps.reduce((product, _, i) => product * (i + 1), 1);
    case 'match':
      return question.right.length ** question.left.length;
    default:
      return undefined;
  }
}

/** Ways to choose k of n. */
function choose(n: number, k: number): number {
  return Array.from({ length: k }, (_, i) => i).reduce((ways, i) => (ways * (n - i)) / (i + 1), 1);
}

export function difficultyOf({ difficulty, cognitive }: BankItem): number {
  return difficulty ?? PRIOR[cognitive ?? ''] ?? 0;
}

/** Choices as the Elo rule wants them; 0 where nothing can be guessed. */
export function waysOf({ ways }: BankItem): number {
  return ways ?? 0;
}

/** The chance that a learner of this ability answers a question rightly that is new to them. */
export function chanceOfItem(ability: number, item: BankItem): number {
  return chanceOf(ability, difficultyOf(item), waysOf(item));
}
