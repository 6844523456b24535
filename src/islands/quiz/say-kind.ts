import { kindMessages } from '../../i18n/kind-messages.ts';
import { quizMessages } from '../../i18n/quiz-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import type { QuizState } from './quiz-model.ts';
import type { KindSays } from './say-state.ts';

/** What there is to do, in a word or two: the tag of a question's card. */
export function sayTask(lang: Language, asked: AskedQuestion): string {
  const words = kindMessages[lang];
  switch (asked.kind) {
    case 'single':
      return words.chooseOne;
    case 'multiple':
      return words.chooseMany(asked.pick);
    case 'order':
      return words.orderThem;
    case 'match':
      return words.matchThem;
    case 'number':
      return words.workItOut;
    case 'scenario':
      return words.solveIt;
    case 'case':
      return words.caseOf(asked.parts.length);
  }
}

/** What each kind says of an answer: how much of it is right, or what is missing. */
export function sayKind(lang: Language, asked: AskedQuestion, { verdict }: QuizState): KindSays {
  const words = kindMessages[lang];
  const items = verdict?.items ?? [];
  const right = items.filter((item) => item.right).length;
  switch (asked.kind) {
    case 'order':
      return { wrong: words.wrongOrder(right, items.length), missing: '' };
    case 'match':
      return { wrong: words.wrongPairs(right, items.length), missing: words.partsLeft };
    case 'case':
      return { wrong: words.wrongParts(right, items.length), missing: words.partsLeft };
    case 'number':
      return { wrong: words.wrongNumber, missing: words.noNumber };
    case 'scenario':
      return { wrong: words.wrongRun, missing: words.nothingRun };
    default:
      return { wrong: quizMessages[lang].wrong, missing: quizMessages[lang].nothingChosen };
  }
}
