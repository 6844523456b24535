import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { sentences, words } from './wording.ts';

/** Korean says in two eojeol what takes English three words. */
const MOST = { en: { count: 120, unit: 'words' }, ko: { count: 80, unit: 'eojeol' } };

export const stemLength: ItemRule = {
  id: 'S2',
  level: 'error',
  name: 'A stem is as short as it can be; a longer story is a case',
  check: ({ kind, stem }) =>
    kind === 'case'
      ? []
      : LANGUAGES.flatMap((language): ItemFault[] => {
          const { count, unit } = MOST[language];
          const length = sentences(stem[language]).reduce((sum, sentence) => sum + words(sentence).length, 0);
          if (length <= count) return [];
          const message = `the stem has ${length} ${unit}; say it in ${count}, put data into a table, or write "kind: case"`;
          return [{ path: ['stem', language], message }];
        }),
};
