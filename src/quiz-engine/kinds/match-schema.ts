import * as z from 'zod/mini';
import { testSchema } from '../../simulator/scenario/challenge-schema.ts';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { textSchema as text } from '../../simulator/scenario/text-schema.ts';
import { askFields, firstFields, idSchema, lastFields } from '../question-fields.ts';
import { checkProofScenario, checkSameIds } from './check-proof.ts';
import { readingFields, setSchema, sourceSchema } from './reading-schema.ts';
import { repeated } from './repeated.ts';

/** One side's part of a pair: what is set, what is read from the run, and what it has to be. `none`: it never gets a value. */
const partSchema = z.strictObject({
  set: z.optional(setSchema),
  ...readingFields,
  metric: z.optional(readingFields.metric),
  is: z.optional(
    z.union([z.number(), z.literal('none'), testSchema], {
      error: 'is no test; write a number, none, or one of { atLeast: … }, { atMost: … }, { between: [low, high] }',
    }),
  ),
});

/**
 * A left and a right item are a pair when the run with the sets of both gives what is asked. What all pairs share stands
 * beside `left` and `right`; each pair has one metric and one test, from one of the three.
 */
const proofSchema = z.strictObject({
  scenario: sourceSchema,
  ...partSchema.shape,
  left: z.record(z.string(), partSchema),
  right: z.record(z.string(), partSchema),
});

/** Each thing on the left belongs to one on the right; right ones may be used more than once or not at all. */
export const matchSchema = z.strictObject({
  ...firstFields,
  kind: z.literal('match'),
  ...askFields,
  /** `why` says why its pair is the right one. */
  left: z.array(z.strictObject({ id: idSchema, text, why: text })).check(z.minLength(2), z.maxLength(6)),
  right: z.array(z.strictObject({ id: idSchema, text })).check(z.minLength(2), z.maxLength(7)),
  pairs: z.record(z.string(), z.string()),
  proof: z.optional(proofSchema),
  ...lastFields,
});

export type MatchQuestion = z.infer<typeof matchSchema>;
export type MatchProof = NonNullable<MatchQuestion['proof']>;

export function checkMatch({ left, right, pairs, proof }: MatchQuestion): Fault[] {
  const lefts = left.map(({ id }) => id);
  const rights = right.map(({ id }) => id);
  const faults = [...repeated('item', 'left', lefts), ...repeated('item', 'right', rights)];
  for (const id of lefts) {
    if (!(id in pairs)) faults.push({ path: ['pairs'], message: `"${id}" has no pair; write ${id}: ${rights[0]}` });
  }
  for (const [from, to] of Object.entries(pairs)) {
    if (!lefts.includes(from)) {
      faults.push({ path: ['pairs', from], message: `there is no left item "${from}"; they are ${lefts.join(', ')}` });
    }
    if (!rights.includes(to)) {
      faults.push({ path: ['pairs', from], message: `there is no right item "${to}"; they are ${rights.join(', ')}` });
    }
  }
  return proof ? [...faults, ...checkProof(proof, lefts, rights)] : faults;
}

function checkProof(proof: MatchProof, lefts: readonly string[], rights: readonly string[]): Fault[] {
  const faults = [
    ...checkSameIds('left item', ['proof', 'left'], lefts, proof.left),
    ...checkSameIds('right item', ['proof', 'right'], rights, proof.right),
    ...checkProofScenario(proof),
  ];
  for (const field of ['metric', 'is'] as const) {
    const homes = [[proof], Object.values(proof.left), Object.values(proof.right)].filter((parts) =>
      parts.some((part) => part[field] !== undefined),
    );
    const isWhole = homes[0]?.every((part) => part[field] !== undefined) ?? false;
    if (homes.length !== 1 || !isWhole) {
      const message = `each pair needs one ${field}: write it beside left and right, in every left item, or in every right item`;
      faults.push({ path: ['proof'], message });
    }
  }
  return faults;
}
