import type { Attempt } from '../attempt.ts';
import { type MemoryCard, retrievability } from '../review/cards.ts';
import type { BankItem } from './bank-item.ts';
import type { Stated } from './calibration.ts';
import { answersInOrder } from './first-answers.ts';

export type ObjectiveStanding = {
  id: string;
  /** Questions of the bank. */
  of: number;
  /** Answered at least once. */
  seen: number;
  /** Whose last answer was right. */
  right: number;
  /** The mean chance that what was seen is remembered today, 0 to 1; undefined when nothing was seen. */
  retained: number | undefined;
  /** Ids of questions that were answered wrongly and surely, and not rightly since; the latest first. */
  sureButWrong: string[];
};

/** Where a learner stands in each objective that has questions, in the order of the bank. */
export function objectivesOf(
  attempts: readonly Attempt[],
  items: readonly BankItem[],
  { cards, today }: { cards: readonly MemoryCard[]; today: number },
): ObjectiveStanding[] {
  const answers = answersInOrder(attempts);
  const last = new Map(answers.map(({ id, correct }) => [id, correct]));
  const memory = new Map(cards.map((card) => [card.id, retrievability(card, today)]));
  const wrong = sureButWrong(attempts);
  return [...new Set(items.map(({ objective }) => objective))].map((id) => {
    const mine = items.filter(({ objective }) => objective === id);
    const seen = mine.filter((item) => last.has(item.id));
    const kept = seen.flatMap((item) => memory.get(`question:${item.id}`) ?? []);
    return {
      id,
      of: mine.length,
      seen: seen.length,
      right: seen.filter((item) => last.get(item.id) === true).length,
      retained: kept.length === 0 ? undefined : kept.reduce((sum, chance) => sum + chance, 0) / kept.length,
      sureButWrong: wrong.filter((question) => mine.some((item) => item.id === question)),
    };
  });
}

/** Questions that were answered wrongly by someone who was sure, and not rightly since; the latest first. */
export function sureButWrong(attempts: readonly Attempt[]): string[] {
  const open = new Set<string>();
  for (const { id, correct, certainty } of answersInOrder(attempts)) {
    if (correct) open.delete(id);
    else if (certainty === 'sure') {
      // Deleted first, so that the set stays in the order of the answers.
      open.delete(id);
      open.add(id);
    }
  }
  return [...open].reverse();
}

/** Answers with a stated certainty: the first to a question on a day, because later ones had the key in sight. */
export function statedAnswers(attempts: readonly Attempt[], dayOf: (atMs: number) => number): Stated[] {
  const seen = new Set<string>();
  return answersInOrder(attempts).flatMap(({ id, atMs, certainty, correct }) => {
    const key = `${dayOf(atMs)} ${id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return certainty === undefined ? [] : [{ certainty, correct }];
  });
}
