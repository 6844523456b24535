import { LANGUAGES, type Language } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';

const ENGLISH = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'];

/** The sentence that states how many to choose, in the one form that the exams and we use. */
export function countSentence(count: number, language: Language): string {
  return language === 'en' ? `(Select ${ENGLISH[count] ?? count}.)` : `(${count}개를 고르세요.)`;
}

/** What looks like a stated count, in any form. */
const STATED = {
  en: /\((?:select|choose|pick)\b[^)]*\)/gi,
  ko: /\([^()]*(?:고르세요|선택하세요|고르시오|선택)[^()]*\)/g,
};

export const statedCount: ItemRule = {
  id: 'O2',
  level: 'error',
  name: 'A question that wants several choices says how many, and that many are right',
  check: ({ kind, stem, choices }) => {
    const right = choices.filter((choice) => choice.correct).length;
    return LANGUAGES.flatMap((language): ItemFault[] => {
      const path = ['stem', language];
      const stated: string[] = stem[language].match(STATED[language]) ?? [];
      const wanted = countSentence(right, language);
      if (kind !== 'single' && kind !== 'multiple') return [];
      if (kind === 'single') {
        return stated.map((text) => ({
          path,
          message: `${text} states a count, but one choice is asked for; remove it, or write "kind: multiple"`,
        }));
      }
      if (stated.length === 0)
        return [{ path, message: `it does not say how many to choose; end it with "${wanted}"` }];
      return stated
        .filter((text) => text !== wanted)
        .map((text) => ({ path, message: `${text} does not fit the ${right} right choices; write "${wanted}"` }));
    });
  },
};
