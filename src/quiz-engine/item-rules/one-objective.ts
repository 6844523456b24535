import type { ItemRule } from './item-rule.ts';

export const oneObjective: ItemRule = {
  id: 'C1',
  level: 'error',
  name: 'A question tests one objective',
  check: ({ objective }) =>
    /^[^\s,;+&/]+$/.test(objective)
      ? []
      : [
          {
            path: ['objective'],
            message: `"${objective}" is not one objective; write one id of curriculum.yaml, and a second question for another`,
          },
        ],
};
