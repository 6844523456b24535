import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemRule } from './item-rule.ts';
import { visible } from './wording.ts';

const ABSOLUTE = {
  en: /\b(always|never|only|all|every|none|must|cannot)\b/i,
  ko: /(항상|절대로?|반드시|모든|모두|언제나|무조건|오직)/,
};

export const absolutes: ItemRule = {
  id: 'O11-absolutes',
  level: 'warning',
  name: 'Absolute words do not give wrong choices away',
  check: ({ choices }) =>
    LANGUAGES.flatMap((language) => {
      const found = choices.map((choice) => ABSOLUTE[language].exec(visible(choice.text[language]))?.[1]);
      if (choices.some((choice, index) => choice.correct && found[index] !== undefined)) return [];
      return found.flatMap((word, index) =>
        word === undefined
          ? []
          : [
              {
                path: ['choices', index, 'text', language],
                message: `"${word}" hints that this choice is wrong, for no right one speaks so; say it without`,
              },
            ],
      );
    }),
};
