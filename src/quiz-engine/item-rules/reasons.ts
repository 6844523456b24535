import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { visible, words } from './wording.ts';

/** Shorter than this a reason says that, not why: words in English, eojeol in Korean. */
const LEAST = { en: { count: 12, unit: 'words' }, ko: { count: 8, unit: 'eojeol' } };

export const reasons: ItemRule = {
  id: 'X1',
  level: 'error',
  name: 'Every choice has a reason of its own that says why',
  check: ({ reasons: given }) =>
    LANGUAGES.flatMap((language) =>
      given.flatMap(({ text: why, path: place }, index): ItemFault[] => {
        const path = [...place, language];
        const { count, unit } = LEAST[language];
        const length = words(why[language]).length;
        const twin = given.findIndex(({ text }) => sameWords(text[language], why[language]));
        return [
          ...(length < count
            ? [{ path, message: `this reason has ${length} ${unit}; say why in ${count} or more` }]
            : []),
          ...(twin < index
            ? [
                {
                  path,
                  message: `this reason is the same as that of ${sayPlace(given[twin]?.path)}; say what is particular here`,
                },
              ]
            : []),
        ];
      }),
    ),
};

function sameWords(one: string, other: string): boolean {
  const bare = (text: string) =>
    visible(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(one) === bare(other);
}

/** `choice "b"` says more than its place in the list, but places are what every kind has. */
function sayPlace(path: readonly (string | number)[] = []): string {
  return path.slice(0, 2).join(' ');
}
