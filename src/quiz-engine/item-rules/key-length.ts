import { LANGUAGES, type Language } from '../../i18n/text.ts';
import { atLeastTail } from './chance.ts';
import type { Item } from './item.ts';
import type { BankRule } from './item-rule.ts';
import { choiceWordings } from './wording.ts';

/** The upper end of the binomial 95 % interval. */
const LEAST_PROBABILITY = 0.025;

export const keyLength: BankRule = {
  id: 'O7-bank',
  level: 'error',
  name: 'Over the bank, a right choice is the longest no more often than chance makes it',
  check: (bank) =>
    LANGUAGES.flatMap((language): string[] => {
      const asked = bank.flatMap((question) => longestIsKey(question, language) ?? []);
      const found = asked.filter((question) => question.isKey).length;
      const chance = atLeastTail(
        asked.map((question) => question.chance),
        found,
      );
      if (chance >= LEAST_PROBABILITY) return [];
      const expected = asked.reduce((sum, question) => sum + question.chance, 0).toFixed(1);
      return [
        `in "${language}" the longest choice is right in ${found} of ${asked.length} questions, by chance it would be in ${expected} (p = ${chance.toFixed(4)}); shorten right choices or lengthen wrong ones`,
      ];
    }),
};

/** Whether the longest choice is right, and how probable that was; undefined when several are equally long. */
function longestIsKey(question: Item, language: Language): { isKey: boolean; chance: number } | undefined {
  const lengths = choiceWordings(question, language).map((text) => [...text].length);
  if (lengths.length === 0) return undefined;
  const longest = Math.max(...lengths);
  if (lengths.filter((length) => length === longest).length > 1) return undefined;
  const keys = question.choices.filter((choice) => choice.correct).length;
  return {
    isKey: question.choices[lengths.indexOf(longest)]?.correct === true,
    chance: keys / question.choices.length,
  };
}
