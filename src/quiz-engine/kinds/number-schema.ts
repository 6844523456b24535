import * as z from 'zod/mini';
import { drawsSchema } from '../../simulator/scenario/draws-schema.ts';
import { textSchema as text } from '../../simulator/scenario/text-schema.ts';
import { askFields, firstFields, lastFields } from '../question-fields.ts';
import { readingFields, setSchema, sourceSchema } from './reading-schema.ts';

/** A number, or arithmetic over drawn names: `floor(desired * min / 100)`. */
const valueSchema = z.union([z.number(), z.string()], {
  error: 'is not a value; write a number, or arithmetic over drawn names, for example ceil(desired * min / 100)',
});

/** The key read from a run. */
const simulateSchema = z.strictObject({
  scenario: sourceSchema,
  /** A value that is exactly `"{name}"` becomes the drawn number. */
  set: z.optional(setSchema),
  ...readingFields,
});

const answerSchema = z
  .strictObject({
    value: z.optional(valueSchema),
    simulate: z.optional(simulateSchema),
    /** A run that has to give what `value` works out, in every drawing that a build looks at. */
    proof: z.optional(simulateSchema),
    /** Absolute. Default 0. */
    tolerance: z.optional(z.number().check(z.gte(0))),
    unit: z.optional(text),
    /** Why the right answer is right. */
    why: text,
  })
  .check(
    z.refine(({ value, simulate }) => (value === undefined) !== (simulate === undefined), {
      error: 'an answer has exactly one of value and simulate; write one of them',
    }),
    z.refine(({ value, proof }) => proof === undefined || value !== undefined, {
      error: 'a proof runs what value works out; write value, or remove proof',
    }),
  );

const distractorSchema = z.strictObject({ value: valueSchema, why: text, belief: z.optional(z.string()) });

/** A number to be worked out; usual wrong values have their reasons. With `kind: single` they are its choices. */
export const numberSchema = z.strictObject({
  ...firstFields,
  kind: z.enum(['number', 'single']),
  ...askFields,
  draws: z.optional(drawsSchema),
  answer: answerSchema,
  distractors: z.array(distractorSchema).check(z.minLength(1), z.maxLength(5)),
  ...lastFields,
});

export type NumberQuestion = z.infer<typeof numberSchema>;
export type Simulated = z.infer<typeof simulateSchema>;
