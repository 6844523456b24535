import * as z from 'zod/mini';
import type { Draws } from './draws.ts';
import type { Fault } from './fault.ts';

/** Names of drawn values and what they are drawn from: a list, or whole numbers from … to … (step 1). */
export const drawsSchema: z.ZodMiniType<Draws> = z.record(
  z.string().check(
    z.regex(/^[a-z][a-zA-Z0-9]*$/, {
      error: 'is not a name for a drawn value; write letters and digits, beginning with a small letter',
    }),
  ),
  z.union(
    [
      z.array(z.union([z.number(), z.string()])).check(z.minLength(2)),
      z.strictObject({ from: z.int(), to: z.int(), step: z.optional(z.int().check(z.gte(1))) }),
    ],
    { error: 'is not a draw; write a list of values, or { from: 2, to: 12 }' },
  ),
);

/** What a schema cannot say: numbers to draw from, and ranges the right way round. */
export function checkDraws(draws: Draws): Fault[] {
  return Object.entries(draws).flatMap(([name, draw]): Fault[] => {
    const path = ['draws', name];
    if (Array.isArray(draw)) {
      const bad = draw.find((value) => typeof value !== 'number');
      return bad === undefined ? [] : [{ path, message: `"${bad}" is no number; write numbers to draw from` }];
    }
    return draw.from <= draw.to ? [] : [{ path, message: `from ${draw.from} is above to ${draw.to}; swap them` }];
  });
}
