import * as z from 'zod/mini';
import { textSchema as text } from '../simulator/scenario/text-schema.ts';
import { anchorSchema, idSchema, isDay } from './library-schema.ts';

/** Schemas of the reference pages: `src/content/reference/{tables,limits,changes}.yaml`, each a list. */
const sources = z
  .array(z.string())
  .check(z.minLength(1, { error: 'names no source; write the id of at least one from sources.yaml' }));

/** A day, or a month where the day is not known; newest first is the order of these texts. */
const date = z.string().check(
  z.regex(/^\d{4}-\d{2}(-\d{2})?$/, {
    error: 'a date is written as 2026-11-21, or 2026-11 without its day',
    abort: true,
  }),
  z.refine((written) => isDay(written.length === 7 ? `${written}-01` : written), {
    error: 'the calendar has no such date; write one as 2026-11-21 or 2026-11',
  }),
);

/** A comparison: what stands in a row's cells answers its head for each of the columns, in their order. */
export const tableSchema = z.strictObject({
  id: idSchema,
  title: text,
  /** What it is for, in one or two sentences. */
  lead: text,
  /** What the heads of the rows are, over the first column. */
  corner: text,
  columns: z.array(text).check(z.minLength(2, { error: 'a comparison has two columns at least' })),
  rows: z
    .array(
      z.strictObject({
        head: text,
        cells: z.array(text),
        /** Where a lesson teaches it. */
        lesson: z.optional(anchorSchema),
        sources,
      }),
    )
    .check(z.minLength(2, { error: 'a comparison has two rows at least' })),
});

/** A number that AWS sets: what it is unless told otherwise, and what it may become. */
export const limitSchema = z.strictObject({
  id: idSchema,
  /** A topic of the curriculum. */
  topic: z.string(),
  what: text,
  /** The field, attribute or quota as AWS names it. */
  field: z.optional(z.string()),
  /** The default, or the limit itself. */
  value: text,
  /** What may be set; absent where nothing can be. */
  range: z.optional(text),
  lesson: z.optional(anchorSchema),
  sources,
});

/** What an exam still says, what is true since a date. */
export const changeSchema = z.strictObject({
  id: idSchema,
  date,
  /** `new`: there was nothing of the kind; `changed`: another behaviour or name; `ended`: closed, or out of support. */
  kind: z.enum(['new', 'changed', 'ended']),
  what: text,
  exam: text,
  today: text,
  lesson: z.optional(anchorSchema),
  sources,
});

export type ComparisonTable = z.infer<typeof tableSchema>;
export type Limit = z.infer<typeof limitSchema>;
export type Change = z.infer<typeof changeSchema>;
