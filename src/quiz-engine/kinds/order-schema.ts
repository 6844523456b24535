import * as z from 'zod/mini';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { textSchema as text } from '../../simulator/scenario/text-schema.ts';
import { askFields, firstFields, idSchema, lastFields } from '../question-fields.ts';
import { repeated } from './repeated.ts';

/** Steps to be put in order; the file holds them in the right one. */
export const orderSchema = z.strictObject({
  ...firstFields,
  kind: z.literal('order'),
  ...askFields,
  steps: z.array(z.strictObject({ id: idSchema, text, why: text })).check(z.minLength(3), z.maxLength(7)),
  ...lastFields,
});

export type OrderQuestion = z.infer<typeof orderSchema>;

export function checkOrder(question: OrderQuestion): Fault[] {
  return repeated(
    'step',
    'steps',
    question.steps.map(({ id }) => id),
  );
}
