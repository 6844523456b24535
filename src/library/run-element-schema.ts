import * as z from 'zod/mini';
import type { AnswerSet } from '../simulator/run.ts';
import { durationSchema } from '../simulator/scenario/duration-schema.ts';
import { type Fault, readWith } from '../simulator/scenario/fault.ts';
import { readAnswerSet } from '../simulator/scenario/set.ts';

/** The attributes of `<Run … />` as an author writes them. */
const runElementSchema = z.strictObject({
  id: z.string(),
  /** JSON Pointers into `world`, as `drydock grade --set` takes them. */
  set: z.optional(z.string()),
  at: z.optional(durationSchema),
  title: z.optional(z.string().check(z.minLength(1))),
});

/** A run that a text shows: which scenario, what it sets, at which second, and what stands above it. */
export type FixedRun = { id: string; set: AnswerSet; at?: number; title?: string };

/** Reads the attributes of a `<Run … />`. Fault paths begin with the attribute. */
export function readRunElement(
  attributes: Readonly<Record<string, unknown>>,
): { run: FixedRun; faults?: undefined } | { run?: undefined; faults: Fault[] } {
  const read = readWith(runElementSchema, attributes);
  if (read.faults) return { faults: read.faults };
  const { id, set: written = '{}', at, title } = read.value;
  const answer = readSet(written);
  if (answer.faults) return { faults: answer.faults.map((fault) => ({ ...fault, path: ['set', ...fault.path] })) };
  return {
    run: { id, set: answer.set, ...(at === undefined ? {} : { at }), ...(title === undefined ? {} : { title }) },
  };
}

function readSet(written: string): ReturnType<typeof readAnswerSet> {
  try {
    return readAnswerSet(JSON.parse(written));
  } catch {
    const message = `is not JSON; write set='{"/services/0/desiredCount": 4}'`;
    return { faults: [{ path: [], message }] };
  }
}
