import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { sentences, visible } from './wording.ts';

/** A question, or a sentence that says what to do: in English it begins with the verb, in Korean it ends with it. */
const ASKS = {
  en: /\?["”)]*$|^(?:Then )?(?:Answer|Arrange|Assign|Bring|Calculate|Change|Choose|Complete|Configure|Count|Decide|Enter|Fill|Find|Fix|Get|Give|Keep|Let|Make|Match|Name|Order|Pair|Pick|Place|Predict|Put|Repair|Say|Select|Set|Solve|Sort|Work|Write)\b/,
  ko: /\?["”)]*$|(?:세요|십시오|시오)[.!]?["”)]*$/,
};

export const clearAsk: ItemRule = {
  id: 'T1',
  level: 'error',
  name: 'A stem ends with what it asks',
  check: ({ kind, stem }) =>
    kind === 'case'
      ? []
      : LANGUAGES.flatMap((language): ItemFault[] => {
          const withoutCount = stem[language].replace(/\([^()]*\)\s*$/, '');
          const last = visible(sentences(withoutCount).at(-1) ?? '');
          if (ASKS[language].test(last)) return [];
          return [
            {
              path: ['stem', language],
              message: 'the stem does not end with what it asks; end it with a question, or with what to do',
            },
          ];
        }),
};
