import * as z from 'zod/mini';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { textSchema as text } from '../../simulator/scenario/text-schema.ts';
import { askFields, firstFields, idSchema, lastFields } from '../question-fields.ts';
import { repeated } from './repeated.ts';

/** Each thing on the left belongs to one on the right; right ones may be used more than once or not at all. */
export const matchSchema = z.strictObject({
  ...firstFields,
  kind: z.literal('match'),
  ...askFields,
  /** `why` says why its pair is the right one. */
  left: z.array(z.strictObject({ id: idSchema, text, why: text })).check(z.minLength(2), z.maxLength(6)),
  right: z.array(z.strictObject({ id: idSchema, text })).check(z.minLength(2), z.maxLength(7)),
  pairs: z.record(z.string(), z.string()),
  ...lastFields,
});

export type MatchQuestion = z.infer<typeof matchSchema>;

export function checkMatch({ left, right, pairs }: MatchQuestion): Fault[] {
  const lefts = left.map(({ id }) => id);
  const rights = right.map(({ id }) => id);
  const faults = [...repeated('item', 'left', lefts), ...repeated('item', 'right', rights)];
  for (const id of lefts) {
    if (!(id in pairs)) faults.push({ path: ['pairs'], message: `"${id}" has no pair; write ${id}: ${rights[0]}` });
  }
  for (const [from, to] of Object.entries(pairs)) {
    if (!lefts.includes(from)) {
      faults.push({ path: ['pairs', from], message: `there is no left item "${from}"; they are ${lefts.join(', ')}` });
    }
    if (!rights.includes(to)) {
      faults.push({ path: ['pairs', from], message: `there is no right item "${to}"; they are ${rights.join(', ')}` });
    }
  }
  return faults;
}
