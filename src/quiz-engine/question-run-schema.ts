import * as z from 'zod/mini';
import { durationSchema } from '../simulator/scenario/duration-schema.ts';
import { textSchema } from '../simulator/scenario/text-schema.ts';
import { setSchema } from './kinds/reading-schema.ts';

/**
 * A fixed run that the explanation of a question shows, as `<Run … />` does in a lesson: never before the answer is told,
 * since it may give the key away.
 */
export const questionRunSchema = z.strictObject({
  /** `<topic>/<id>` */
  scenario: z.string(),
  /** What is set, of what the scenario's challenge lets be changed. */
  set: z.optional(setSchema),
  /** Which drawing of a scenario that draws its values; 0, as it is written, by default. */
  draw: z.optional(
    z.int().check(z.gte(0, { error: 'is no drawing; write 0 for the values as written, or a number above' })),
  ),
  /** The second at which the picture stands; the end by default. */
  at: z.optional(durationSchema),
  /** What stands above it; the scenario's title by default. */
  title: z.optional(textSchema),
});

export type QuestionRun = z.infer<typeof questionRunSchema>;
