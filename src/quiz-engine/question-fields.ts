import * as z from 'zod/mini';
import { textSchema as text } from '../simulator/scenario/text-schema.ts';
import { questionRunSchema } from './question-run-schema.ts';

/** An id of a question or of a part of one. */
export const idSchema = z.string().check(
  z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'an id is lower-case letters, digits and hyphens; write for example rolling-floor-rounds-up',
  }),
);

/** What questions of every kind have, around what is their own: `firstFields`, `kind`, `askFields`, their own, `lastFields`. */
export const firstFields = {
  id: idSchema,
  lesson: z.string().check(
    z.regex(/^[a-z0-9-]+#[a-z0-9-]+$/, {
      error: 'a place in a lesson is the lesson, # and a heading id; write for example ecs-rolling-updates#rounding',
    }),
  ),
  objective: z.string(),
  exams: z.array(z.enum(['SAA', 'DVA', 'SOA', 'DOP'])),
  claims: z.array(z.string()),
};

export const askFields = {
  cognitive: z.enum(['recall', 'understand', 'apply', 'analyse']),
  stem: text,
};

export const lastFields = {
  sources: z.array(z.string()).check(z.minLength(1)),
  today: z.optional(text),
  run: z.optional(questionRunSchema),
  hints: z.optional(z.array(text).check(z.maxLength(3))),
  apart: z.optional(z.array(z.string())),
  exceptions: z.optional(
    z.array(
      z.strictObject({
        rule: z.string(),
        reason: z
          .string()
          .check(z.minLength(1, { error: 'an exception without a reason; say why the rule does not fit here' })),
      }),
    ),
  ),
  visibility: z.optional(z.literal('live')),
  /** How hard it is on the scale of the Elo rule, as `drydock stats --difficulties` fitted it; 0 is as hard as a new learner is able. */
  difficulty: z.optional(z.number().check(z.gte(-8), z.lte(8))),
};
