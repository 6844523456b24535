import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { choiceWordings } from './wording.ts';

/** The longest choice may be this many times the median. */
const RATIO = 1.6;
/** Numbers and single words differ by more than the ratio without telling anything; so much does not count, characters. */
const SLACK = 4;

export const choiceLength: ItemRule = {
  id: 'O7',
  level: 'error',
  name: 'Choices are about equally long, so that length tells nothing',
  check: (question) =>
    LANGUAGES.flatMap((language): ItemFault[] => {
      const lengths = choiceWordings(question, language).map((text) => [...text].length);
      const middle = median(lengths);
      const longest = Math.max(...lengths);
      if (longest <= RATIO * middle || longest - middle <= SLACK) return [];
      const message = `this choice has ${longest} characters, the median is ${middle}; shorten it to ${Math.floor(RATIO * middle)} or lengthen the others`;
      return [{ path: ['choices', lengths.indexOf(longest), 'text', language], message }];
    }),
};

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2 : (sorted[Math.floor(half)] ?? 0);
}
