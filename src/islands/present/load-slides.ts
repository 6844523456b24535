import type { Language } from '../../i18n/text.ts';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import { idsOf, type SetChoice, seedOf } from '../question-set/set-choice.ts';
import { loadQuestion } from '../quiz/load-question.ts';
import { loadBank } from '../standing/load-bank.ts';

/** The questions of a choice in a language, each with its key. Undefined when they cannot be had now. */
export async function loadAskings(
  lang: Language,
  choice: SetChoice,
  cards: readonly ExamCard[],
): Promise<Asking[] | undefined> {
  const bank = await loadBank();
  if (bank === undefined) return undefined;
  const lines = new Map(bank.map((line) => [line.id, line]));
  const ids = idsOf(choice, bank, cards).map((id) => lines.get(id) as BankLine);
  const loaded = await Promise.all(ids.map(({ id, set }) => loadQuestion(lang, set, id, seedOf(choice))));
  return loaded.every((asking) => asking !== undefined) ? loaded : undefined;
}
