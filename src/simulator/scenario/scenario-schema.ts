import * as z from 'zod/mini';
import { challengeSchema } from './challenge-schema.ts';
import { checkReferences } from './check-references.ts';
import { DEFAULT_LIMITS, type Limits } from './defaults.ts';
import { durationSchema } from './duration.ts';
import { eventSchema } from './event-schema.ts';
import { type Fault, readWith } from './fault.ts';
import { textSchema } from './text-schema.ts';
import { worldSchema } from './world-schema.ts';

export type { Challenge, Change, Goal, Prediction, Reading, Window } from './challenge-schema.ts';
export type { Limits } from './defaults.ts';
export type { ScenarioEvent } from './event-schema.ts';
export type { Fault } from './fault.ts';
export type { World } from './world-schema.ts';

const KUBERNETES = 'the kubernetes model does not exist yet; write ecs';

/** Everything in a scenario file. Durations are read into whole seconds; whole seconds are themselves valid input. */
export const scenarioSchema = z.strictObject({
  title: z.optional(textSchema),
  /** `<lesson slug>#<anchor>` */
  lesson: z.optional(
    z.string().check(z.regex(/^[a-z0-9-]+(#[a-z0-9-]+)?$/, { error: 'is not a place in a lesson; write slug#anchor' })),
  ),
  /** 1 warm-up, 2 exam, 3 beyond the exam. */
  level: z.optional(z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'is not a level; write 1, 2 or 3' })),
  model: z.literal('ecs', {
    error: ({ input }) => (input === undefined ? 'is missing; write ecs' : 'is not a model; write ecs'),
  }),
  /** All chance comes from it. Default 1. */
  seed: z.optional(z.int().check(z.gte(0), z.lte(4294967295))),
  world: worldSchema,
  events: z.optional(z.array(eventSchema)),
  /** Default 30m. */
  horizon: z.optional(durationSchema),
  challenge: z.optional(challengeSchema),
});

/** A checked scenario: every reference resolves and AWS would take every value. */
export type Scenario = z.infer<typeof scenarioSchema>;

export type ReadOptions = { limits?: Limits };

export type ReadResult = { scenario: Scenario; faults?: undefined } | { scenario?: undefined; faults: Fault[] };

/** Reads any scenario: `model` and `world` are enough. Never throws. */
export function readScenario(value: unknown, options: ReadOptions = {}): ReadResult {
  if ((value as { model?: unknown } | null | undefined)?.model === 'kubernetes') {
    return { faults: [{ path: ['model'], message: KUBERNETES }] };
  }
  const read = readWith(scenarioSchema, value);
  if (read.faults) return { faults: read.faults };
  const faults = checkReferences(read.value, options.limits ?? DEFAULT_LIMITS);
  return faults.length > 0 ? { faults } : { scenario: read.value };
}

/** Reads a file of `scenarios/`, which also needs title, lesson, level and a whole challenge. Never throws. */
export function readScenarioFile(value: unknown, options: ReadOptions = {}): ReadResult {
  const result = readScenario(value, options);
  if (result.faults) return result;
  const faults = missingParts(result.scenario);
  return faults.length > 0 ? { faults } : result;
}

function missingParts(scenario: Scenario): Fault[] {
  const faults: Fault[] = [];
  const need = (path: string[], present: boolean, write: string) => {
    if (!present) faults.push({ path, message: `is missing; every file of scenarios/ needs it: write ${write}` });
  };
  need(['title'], scenario.title !== undefined, 'a title in both languages');
  need(['lesson'], scenario.lesson !== undefined, 'the place in a lesson that it practises: slug#anchor');
  need(['level'], scenario.level !== undefined, '1, 2 or 3');
  const challenge = scenario.challenge;
  need(['challenge'], challenge !== undefined, 'brief, change, goals, hints, solutions, mistakes and predict');
  if (challenge === undefined) return faults;
  need(['challenge', 'brief'], challenge.brief !== undefined, 'a brief in both languages');
  need(['challenge', 'change'], (challenge.change ?? []).length > 0, 'the paths a learner may set');
  need(['challenge', 'hints'], challenge.hints !== undefined, 'a ladder of three hints');
  need(['challenge', 'solutions'], (challenge.solutions ?? []).length > 0, 'at least one solution');
  need(['challenge', 'mistakes'], (challenge.mistakes ?? []).length > 0, 'at least one mistake');
  need(['challenge', 'predict'], (challenge.predict ?? []).length > 0, 'at least one prediction');
  return faults;
}
