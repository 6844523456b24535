import * as z from 'zod/mini';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { textSchema as text } from '../../simulator/scenario/text-schema.ts';
import { askFields, firstFields, idSchema, lastFields } from '../question-fields.ts';
import { checkProofScenario, checkSameIds } from './check-proof.ts';
import { readingFields, setSchema, sourceSchema } from './reading-schema.ts';
import { repeated } from './repeated.ts';

/** Where a step stands in the run: an entry of the timeline with these fields (`drydock entries` lists them), the nth of its kind. */
const entryStep = z.strictObject({
  entry: z.catchall(z.object({ type: z.string() }), z.union([z.string(), z.number()])),
  /** From 1, which is the default. */
  nth: z.optional(z.int().check(z.gte(1))),
});

/** A number read from a run, most often a second such as `services.web.deployment.completedAt`. */
const readingStep = z.strictObject({ set: z.optional(setSchema), ...readingFields });

/** Each step names what it is in a run: all of them entries, in the order of the timeline, or all numbers, from the least on. */
const proofSchema = z.strictObject({
  scenario: sourceSchema,
  /** For every step; a reading may add its own. */
  set: z.optional(setSchema),
  each: z.union([z.record(z.string(), entryStep), z.record(z.string(), readingStep)], {
    error:
      'is no proof of an order; write for each step { entry: { type: … }, nth: 1 }, or for each { metric: …, over: …, take: … }',
  }),
});

/** Steps to be put in order; the file holds them in the right one. */
export const orderSchema = z.strictObject({
  ...firstFields,
  kind: z.literal('order'),
  ...askFields,
  steps: z.array(z.strictObject({ id: idSchema, text, why: text })).check(z.minLength(3), z.maxLength(7)),
  proof: z.optional(proofSchema),
  ...lastFields,
});

export type OrderQuestion = z.infer<typeof orderSchema>;
export type OrderProof = NonNullable<OrderQuestion['proof']>;

export function checkOrder({ steps, proof }: OrderQuestion): Fault[] {
  const ids = steps.map(({ id }) => id);
  return [
    ...repeated('step', 'steps', ids),
    ...(proof ? [...checkSameIds('step', ['proof', 'each'], ids, proof.each), ...checkProofScenario(proof)] : []),
  ];
}
