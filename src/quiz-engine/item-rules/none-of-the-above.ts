import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemRule } from './item-rule.ts';

const SAYS_NONE = {
  en: /\b(none|neither) of (the above|these|them)\b|\bno (option|answer|choice) is (right|correct)\b/i,
  ko: /위의? (어느 것도|어떤 것도)|정답(은|이)? ?없|해당(하는|되는)? ?(것|사항)?(은|이)? ?없/,
};

export const noneOfTheAbove: ItemRule = {
  id: 'O8',
  level: 'warning',
  name: '"None of the above" is rare, because it does not show what the learner believes',
  check: ({ choices }) =>
    choices.flatMap((choice, index) =>
      LANGUAGES.filter((language) => SAYS_NONE[language].test(choice.text[language])).map((language) => ({
        path: ['choices', index, 'text', language],
        message: 'this choice only refuses the others; write a mistake that somebody makes',
      })),
    ),
};
