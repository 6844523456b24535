import * as z from 'zod/mini';
import type { Json, Test } from '../run.ts';
import { parseDuration } from './duration.ts';
import { durationSchema } from './duration-schema.ts';
import { parsePointer } from './pointer.ts';
import { textSchema } from './text-schema.ts';

const id = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'is not an id; write small letters, digits and hyphens' }));

/** Any JSON value; AWS refusals and the world schema judge it where it is set. */
const json = z
  .unknown()
  .check(
    z.refine((value) => value !== undefined, { error: 'is missing; write a value' }),
  ) as unknown as z.ZodMiniType<Json>;

const pointer = z.string().check(
  z.refine((text) => parsePointer(text) !== undefined, {
    error: 'is not a JSON Pointer into the world; write for example /services/0/desiredCount',
  }),
);

/** A learner's answer: JSON Pointer into `world` → value. */
const answerSetSchema = z.record(pointer, json);

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** A value to choose from, with its label; a bare value is its own label. */
const choiceSchema = z.pipe(
  z.union([z.strictObject({ label: textSchema, value: json }), z.string(), z.number(), z.boolean()], {
    error: 'is not a choice; write a value, or { label: { en: …, ko: … }, value: … }',
  }),
  z.transform((choice): { label: { en: string; ko: string }; value: Json } =>
    isScalar(choice) ? { label: { en: String(choice), ko: String(choice) }, value: choice } : choice,
  ),
);

/** A path a learner may set, and how the control for it looks. */
const changeSchema = z.strictObject({
  path: pointer,
  label: textSchema,
  min: z.optional(z.int()),
  max: z.optional(z.int()),
  step: z.optional(z.int().check(z.gte(1))),
  choices: z.optional(z.array(choiceSchema).check(z.minLength(2))),
});

/** A bound: a number, or a duration for metrics in seconds. */
const bound = z.pipe(
  z.unknown().check(
    z.refine((value) => (typeof value === 'number' && Number.isFinite(value)) || parseDuration(value) !== undefined, {
      error: 'is not a bound; write a number, or a duration such as 3m',
    }),
  ),
  z.transform((value): number => (typeof value === 'number' ? value : (parseDuration(value) ?? 0))),
);

const TESTS = ['atLeast', 'atMost', 'equals', 'between'] as const;

/** One of atLeast, atMost, equals, between. */
export const testSchema = z.pipe(
  z
    .strictObject({
      atLeast: z.optional(bound),
      atMost: z.optional(bound),
      equals: z.optional(bound),
      /** Both ends included. */
      between: z.optional(z.tuple([bound, bound])),
    })
    .check(
      z.refine((test) => TESTS.filter((key) => test[key] !== undefined).length === 1, {
        error: 'a test is exactly one of atLeast, atMost, equals or between: [low, high]',
      }),
    ),
  z.transform((test): Test => test as Test),
);

const WINDOW = 'is not a window; write always, deployment, final or { from: …, to: … }';

const windowSchema = z.union(
  [
    z.literal('always'),
    z.literal('deployment'),
    z.literal('final'),
    z.strictObject({ from: durationSchema, to: durationSchema }),
  ],
  { error: WINDOW },
);

/** What is read from a run: a metric, over a window (default always), reduced to one number (default last). */
const reading = {
  metric: z.string().check(z.minLength(1)),
  over: z.optional(windowSchema),
  /** `total` adds up a rate over the seconds of the window: requests per second become requests. */
  take: z.optional(z.enum(['min', 'max', 'last', 'mean', 'total'])),
};

export const goalSchema = z.strictObject({ id, ...reading, is: testSchema, say: textSchema });

const predictionSchema = z.strictObject({ id, ask: textSchema, ...reading });

const solutionSchema = z.strictObject({ name: id, set: answerSetSchema });

const mistakeSchema = z.strictObject({
  name: id,
  set: answerSetSchema,
  /** Ids of exactly the goals it misses. */
  fails: z.array(z.string()).check(z.minLength(1, { error: 'is empty; name the goals that this mistake misses' })),
  why: textSchema,
  /** The misconception it comes from: an id of beliefs.yaml. */
  belief: z.optional(z.string()),
});

/** What a learner is asked: everything but `goals` may be left out of a bare world. */
export const challengeSchema = z.strictObject({
  brief: z.optional(textSchema),
  change: z.optional(z.array(changeSchema)),
  goals: z.array(goalSchema).check(z.minLength(1, { error: 'is empty; write at least one goal' })),
  hints: z.optional(z.array(textSchema)),
  solutions: z.optional(z.array(solutionSchema)),
  mistakes: z.optional(z.array(mistakeSchema)),
  predict: z.optional(z.array(predictionSchema)),
});

export type Challenge = z.infer<typeof challengeSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Goal = z.infer<typeof goalSchema>;
export type Prediction = z.infer<typeof predictionSchema>;
export type Window = z.infer<typeof windowSchema>;
export type Reading = {
  metric: string;
  over?: Window | undefined;
  take?: 'min' | 'max' | 'last' | 'mean' | 'total' | undefined;
};
