import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';

/** Labels are places, which the page gives: `A)`, `b.`, `①`. A dotted name such as `a.b` has no space behind the dot. */
const LABELLED = /^\s*(?:\(?[A-Fa-f][).]\s|[①-⑥]|\([1-6]\)\s)/u;

export const choicesInLines: ItemRule = {
  id: 'F2',
  level: 'error',
  name: 'Choices stand under each other, one line each, without a label of their own',
  check: ({ choices }) =>
    choices.flatMap((choice, index) =>
      LANGUAGES.flatMap((language): ItemFault[] => {
        const path = ['choices', index, 'text', language];
        const text = choice.text[language].trimEnd();
        if (LABELLED.test(text))
          return [{ path, message: 'this choice has a label; remove it, for pages give A, B, C by place' }];
        return text.includes('\n') ? [{ path, message: 'this choice has several lines; say it in one' }] : [];
      }),
    ),
};
