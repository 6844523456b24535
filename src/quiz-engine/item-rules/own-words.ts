import { LANGUAGES, type Language, type Text } from '../../i18n/text.ts';
import type { ItemFault, LessonRule } from './item-rule.ts';
import { visible } from './wording.ts';

/** Words in a row that are compared; six eojeol say about as much as eight English words. */
const GRAM: Record<Language, number> = { en: 8, ko: 6 };
/** From this share of the stem on, it is the lesson's wording. */
const SHARE = 0.3;

export const ownWords: LessonRule = {
  id: 'C3',
  level: 'error',
  name: 'A question is a new situation in its own words, not a sentence of its lesson',
  check: ({ stem }, lesson: Text) =>
    LANGUAGES.flatMap((language): ItemFault[] => {
      const asked = grams(stem[language], GRAM[language]);
      if (asked.length === 0) return [];
      const taught = new Set(grams(lesson[language], GRAM[language]));
      const share = asked.filter((gram) => taught.has(gram)).length / asked.length;
      if (share < SHARE) return [];
      const message = `${Math.round(share * 100)} % of this stem stands in the lesson word for word; ask about another situation, in other words`;
      return [{ path: ['stem', language], message }];
    }),
};

/** Every run of so many words, without marks and capitals. */
function grams(markdown: string, size: number): string[] {
  const words = visible(markdown)
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}%/]+/gu, ''))
    .filter((word) => word !== '');
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, i) => words.slice(i, i + size).join(' '));
}
