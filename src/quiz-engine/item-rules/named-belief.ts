import type { ItemRule } from './item-rule.ts';
import { words } from './wording.ts';

/** A choice of fewer words is a number or a name; its mistake is in the arithmetic, which the reason explains. */
const CONCEPTUAL_WORDS = 3;

export const namedBelief: ItemRule = {
  id: 'O13',
  level: 'warning',
  name: 'A wrong choice comes from a misconception that has a name',
  check: ({ choices }) =>
    choices.flatMap((choice, index) => {
      const plain = choice.text.en.replace(/`[^`]*`/g, ' ');
      const conceptual = words(plain).filter((word) => /[a-z]{2}/i.test(word)).length >= CONCEPTUAL_WORDS;
      if (choice.correct || choice.belief !== undefined || !conceptual) return [];
      return [
        {
          path: ['choices', index],
          message: 'this wrong choice names no misconception; write "belief:" with an id of beliefs.yaml',
        },
      ];
    }),
};
