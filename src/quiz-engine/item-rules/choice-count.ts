import type { ItemRule } from './item-rule.ts';

/** Fewer choices are guessed, more are filler that nobody takes. */
export const choiceCount: ItemRule = {
  id: 'O1',
  level: 'error',
  name: 'A question has three to five choices',
  check: ({ choices }) =>
    choices.length === 0 || (choices.length >= 3 && choices.length <= 5)
      ? []
      : [
          {
            path: ['choices'],
            message: `there are ${choices.length} choices; write three to five, all of which somebody would take`,
          },
        ],
};
