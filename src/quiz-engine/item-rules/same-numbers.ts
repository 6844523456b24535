import type { ItemFault, ItemRule } from './item-rule.ts';
import { digits, englishNumbers, koreanNumbers } from './numbers.ts';
import { textsOf } from './wording.ts';

export const sameNumbers: ItemRule = {
  id: 'X3-numbers',
  level: 'error',
  name: 'Both languages say the same numbers, in digits or in words',
  check: (question) =>
    textsOf(question).flatMap(({ path, text }): ItemFault[] => {
      const english = englishNumbers(text.en);
      const korean = koreanNumbers(text.ko);
      const onlyEnglish = digits(text.en).filter((number) => !korean.has(number));
      const onlyKorean = digits(text.ko).filter((number) => !english.has(number));
      return [
        ...onlyEnglish.map((number) => ({
          path: [...path, 'ko'],
          message: `the English text says ${number}, the Korean does not; write the same number in both`,
        })),
        ...onlyKorean.map((number) => ({
          path: [...path, 'en'],
          message: `the Korean text says ${number}, the English does not; write the same number in both`,
        })),
      ];
    }),
};
