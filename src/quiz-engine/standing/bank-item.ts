import type { QuestionKind } from '../question-schema.ts';
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
};

/** Before any was fitted: what has to be worked out is a little harder than what has to be known. */
const PRIOR: Readonly<Record<string, number>> = { recall: -0.5, understand: -0.2, apply: 0.2, analyse: 0.5 };

/** Ways to answer that a guess chooses among: 4 choices, 2 of 5, and of other kinds so many that a guess is worth nothing. */
const WAYS: Partial<Record<BankItem['kind'], number>> = { single: 4, multiple: 10 };

export function difficultyOf({ difficulty, cognitive }: BankItem): number {
  return difficulty ?? PRIOR[cognitive ?? ''] ?? 0;
}

/** Choices as the Elo rule wants them; 0 where nothing can be guessed. */
export function waysOf({ kind }: BankItem): number {
  return WAYS[kind] ?? 0;
}

/** The chance that a learner of this ability answers a question rightly that is new to them. */
export function chanceOfItem(ability: number, item: BankItem): number {
  return chanceOf(ability, difficultyOf(item), waysOf(item));
}
