import * as z from 'zod/mini';

/** A scenario id, or an inline scenario without title, lesson and level. */
export const sourceSchema = z.union([z.string(), z.record(z.string(), z.json())]);

/** JSON Pointer into `world` → value; a proof may set any path. */
export const setSchema = z.record(z.string(), z.json());

/** What is read from a run, as goals read it: a metric, over a window (default always), reduced to one number (default last). */
export const readingFields = {
  metric: z.string(),
  over: z.optional(
    z.union([z.enum(['always', 'deployment', 'final']), z.strictObject({ from: z.int(), to: z.int() })]),
  ),
  take: z.optional(z.enum(['min', 'max', 'last', 'mean', 'total'])),
};
