import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { choiceWordings, words } from './wording.ts';

/** As many words that all choices begin with are read once too often for each choice. */
const LEAST = { en: 3, ko: 2 };

export const sharedPrefix: ItemRule = {
  id: 'T2',
  level: 'error',
  name: 'What all choices begin with stands in the stem',
  check: (item) =>
    LANGUAGES.flatMap((language): ItemFault[] => {
      const begun = choiceWordings(item, language).map(words);
      const [first = []] = begun;
      const differs = first.findIndex((word, place) => begun.some((other) => other[place] !== word));
      // Of choices that are whole beginnings of each other, the shortest ends the comparison.
      const shared = first.slice(0, differs === -1 ? first.length : differs);
      if (begun.length < 2 || shared.length < LEAST[language]) return [];
      return [
        {
          path: ['choices'],
          message: `in "${language}" all choices begin with "${shared.join(' ')}"; move it into the stem`,
        },
      ];
    }),
};
