import { questionSetMessages } from '../../i18n/question-set-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';

/** What kind of question it is, in a word or two, where no view of a question is loaded. */
export function sayKindOf(lang: Language, asked: AskedQuestion): string {
  const words = questionSetMessages[lang];
  return asked.kind === 'multiple' ? words.several(asked.pick) : words[asked.kind];
}
