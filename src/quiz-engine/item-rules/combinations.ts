import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemRule } from './item-rule.ts';
import { visible } from './wording.ts';

const LABEL = '(?:[A-F]|[IVX]{1,4}|[ㄱ-ㅂ]|[①-⑥])';

/** The whole choice is made of labels of others: seeing one of them wrong rules it out, and shuffled choices have no labels. */
const COMBINES = {
  en: new RegExp(
    `^(?:only |both )?\\(?${LABEL}\\)?(?:(?:,| and| or| &| \\+|, and) \\(?${LABEL}\\)?)+(?: only| both)?\\.?$|\\b(?:first|second|third|fourth|last) and (?:first|second|third|fourth|last) (?:option|answer|choice)s?\\b`,
    'u',
  ),
  ko: new RegExp(
    `^${LABEL}(?:(?:,|와|과|하고|랑| 및| 또는)\\s?${LABEL})+(?:만|이?나|이에요|예요| 모두| 둘 다)?$|(?:첫|두|세|네) ?번째(?:와|과) (?:두|세|네|마지막) ?(?:번째)? ?(?:보기|선택지|답)`,
    'u',
  ),
};

export const combinations: ItemRule = {
  id: 'F1',
  level: 'error',
  name: 'No choice is a combination of others',
  check: ({ choices }) =>
    choices.flatMap((choice, index) =>
      LANGUAGES.filter((language) => COMBINES[language].test(visible(choice.text[language]))).map((language) => ({
        path: ['choices', index, 'text', language],
        message: 'this choice combines others; write each on its own, and "kind: multiple" when several are right',
      })),
    ),
};
