import type { Attempt } from '../attempt.ts';
import { type BankItem, difficultyOf, waysOf } from './bank-item.ts';
import { nextItem } from './elo.ts';
import { abilityFrom, firstAnswers } from './first-answers.ts';

/** With fewer answers in an objective than this, ability in everything stands in for it. */
const FEW = 3;

/**
 * The question to ask next: a new one whose chance of a right answer is nearest to three in four, by ability in its own
 * objective. Undefined when none is new.
 */
export function nextQuestion(attempts: readonly Attempt[], items: readonly BankItem[]): BankItem | undefined {
  const byId = new Map(items.map((item) => [item.id, item]));
  const answers = firstAnswers(attempts).filter(({ id }) => byId.has(id));
  const seen = new Set(answers.map(({ id }) => id));
  const overall = abilityFrom(answers, byId);
  const abilities = new Map(
    [...new Set(items.map(({ objective }) => objective))].map((objective) => {
      const mine = answers.filter(({ id }) => byId.get(id)?.objective === objective);
      return [objective, mine.length < FEW ? overall : abilityFrom(mine, byId)];
    }),
  );
  // A chance depends on difficulty less ability only: so each item is moved by the ability of its objective.
  const fresh = items
    .filter(({ id }) => !seen.has(id))
    .map((item) => ({
      id: item.id,
      difficulty: difficultyOf(item) - (abilities.get(item.objective) ?? 0),
      choices: waysOf(item),
    }));
  return byId.get(nextItem(0, fresh)?.id ?? '');
}
