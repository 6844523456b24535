import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemRule } from './item-rule.ts';
import { askOf } from './wording.ts';

/** Words that turn the question round. "At least" is an amount; "makes sure that … does not" asks for something positive. */
const NEGATIVE = {
  en: /\b(which|what|who|where|when|how)\b[^,;:]*?\b(not|never|except|incorrect|false|wrong|isn't|aren't|doesn't|don't|cannot|can't)\b(?!\*\*)|\b(?<!at )least likely\b|\bexcept\?/i,
  ko: /(?:않는|않은|아닌|틀린|잘못된|잘못|못하는|없는|제외(?:한|하고|되는))\s*(?:것|설명|문장|말|조합|선택지|동작|방법|항목)/,
};

export const negativeStem: ItemRule = {
  id: 'T4',
  level: 'error',
  name: 'A question that asks for what is not so shows the negative word in bold',
  check: ({ stem }) =>
    LANGUAGES.flatMap((language) => {
      const plain = askOf(stem[language]).replace(/\*\*[^*]+\*\*/g, ' ');
      const found = NEGATIVE[language].exec(plain);
      if (found === null) return [];
      const word = found[2] ?? found[0];
      return [
        {
          path: ['stem', language],
          message: `"${word}" turns the question round and is easily missed; ask for what is so, or write it in bold: **${word}**`,
        },
      ];
    }),
};
