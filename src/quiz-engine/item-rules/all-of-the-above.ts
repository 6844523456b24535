import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemRule } from './item-rule.ts';

/** Whoever sees two right choices, or one wrong one, has answered it; and shuffled choices have no "above". */
const SAYS_ALL = {
  en: /\b(all|both) of (the above|these|them)\b|\b(all|both) (options|answers|choices)\b/i,
  ko: /위의 (모두|모든|둘 다)|모두 (정답|맞|해당|옳)|위 (모두|전부)|(정답|보기)가? 모두/,
};

export const allOfTheAbove: ItemRule = {
  id: 'O9',
  level: 'error',
  name: 'No choice is "all of the above"',
  check: ({ choices }) =>
    choices.flatMap((choice, index) =>
      LANGUAGES.filter((language) => SAYS_ALL[language].test(choice.text[language])).map((language) => ({
        path: ['choices', index, 'text', language],
        message: 'this choice stands for all the others; write one that says something of its own, or ask for several',
      })),
    ),
};
