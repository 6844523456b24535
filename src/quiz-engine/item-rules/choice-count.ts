import type { ItemRule } from './item-rule.ts';

/** Fewer choices are guessed, more are filler that nobody takes. A drawn question has one choice for each reason. */
export const choiceCount: ItemRule = {
  id: 'O1',
  level: 'error',
  name: 'A question has three to five choices',
  check: ({ kind, choices, reasons }) => {
    const isDrawn = kind === 'single' && choices.length === 0;
    const count = isDrawn ? reasons.length : choices.length;
    if (count === 0 || (count >= 3 && count <= 5)) return [];
    return [
      {
        path: [isDrawn ? 'distractors' : 'choices'],
        message: `there are ${count} choices; write three to five, all of which somebody would take`,
      },
    ];
  },
};
