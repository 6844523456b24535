import * as z from 'zod/mini';
import { parseDuration } from './duration.ts';

/** A duration as an author writes it; a parsed scenario holds whole seconds. Whole seconds are themselves valid input. */
export const durationSchema = z.pipe(
  z.unknown().check(
    z.refine((value) => parseDuration(value) !== undefined, {
      error: ({ input }) =>
        input === undefined
          ? 'is missing; write a duration: 90s, 5m, 1h2m3s or whole seconds'
          : 'is not a duration; write 90s, 5m, 1h2m3s or whole seconds (at most 115 days)',
    }),
  ),
  z.transform((value): number => parseDuration(value) ?? 0),
);
