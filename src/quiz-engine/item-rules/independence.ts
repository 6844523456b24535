import { conflictsOf } from '../exam/conflicts.ts';
import type { Question } from '../question-schema.ts';
import type { BankRule } from './item-rule.ts';

export const independence: BankRule = {
  id: 'C4',
  level: 'warning',
  name: 'The right choice of one question does not stand in the stem of another',
  check: (bank) => {
    const bare = bank.map((item) => ({ ...item, apart: [] }) as unknown as Question);
    const apart = new Map(bank.map((item) => [item.id, item.apart ?? []]));
    const isSaid = (one: string, other: string) => apart.get(one)?.includes(other) || apart.get(other)?.includes(one);
    return [...conflictsOf(bare)].flatMap(([id, others]) =>
      others
        .filter((other) => id < other && !isSaid(id, other))
        .map(
          (other) =>
            `the right choice of one of "${id}" and "${other}" stands in the stem of the other; reword one, or name it in "apart"`,
        ),
    );
  },
};
