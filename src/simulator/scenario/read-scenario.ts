import * as z from 'zod/mini';
import type { StoreyForm } from '../storey.ts';
import { challengeSchema } from './challenge-schema.ts';
import { checkReferences } from './check-references.ts';
import { DEFAULT_LIMITS, type Limits } from './defaults.ts';
import { durationSchema } from './duration-schema.ts';
import { eventSchemaWith, type ScenarioEvent } from './event-schema.ts';
import { type Fault, readWith } from './fault.ts';
import { textSchema } from './text-schema.ts';
import { type World, worldFields } from './world-schema.ts';

const KUBERNETES = 'the kubernetes model does not exist yet; write ecs';

/** Everything in a scenario file. Durations are read into whole seconds; whole seconds are themselves valid input. */
const fields = {
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
  /** Default 30m. */
  horizon: z.optional(durationSchema),
  challenge: z.optional(challengeSchema),
};

/** A checked scenario: every reference resolves and AWS would take every value. */
export type Scenario = z.infer<z.ZodMiniObject<typeof fields>> & { world: World; events?: ScenarioEvent[] | undefined };

const schemas = new WeakMap<readonly StoreyForm[], z.ZodMiniType<Scenario>>();

/** The schema of a scenario file with these forms, built once for each list. */
export function schemaWith(forms: readonly StoreyForm[]): z.ZodMiniType<Scenario> {
  const found = schemas.get(forms);
  if (found) return found;
  const added = (part: 'world' | 'verbs') => Object.assign({}, ...forms.map((form) => form[part]));
  const schema = z.strictObject({
    ...fields,
    world: z.strictObject({ ...worldFields, ...added('world') }),
    events: z.optional(z.array(eventSchemaWith(added('verbs')))),
  }) as unknown as z.ZodMiniType<Scenario>;
  schemas.set(forms, schema);
  return schema;
}

export type ReadOptions = { limits?: Limits };

export type ReadResult = { scenario: Scenario; faults?: undefined } | { scenario?: undefined; faults: Fault[] };

/** Reads any plain scenario, one without `draws`, that these forms know: `model` and `world` are enough. Never throws. */
export function readScenarioWith(
  forms: readonly StoreyForm[],
  value: unknown,
  { limits = DEFAULT_LIMITS }: ReadOptions = {},
): ReadResult {
  if ((value as { model?: unknown } | null | undefined)?.model === 'kubernetes') {
    return { faults: [{ path: ['model'], message: KUBERNETES }] };
  }
  const read = readWith(schemaWith(forms), value);
  if (read.faults) return { faults: read.faults };
  const faults = checkReferences(forms, read.value, limits);
  return faults.length > 0 ? { faults } : { scenario: read.value };
}

/** What a file of `scenarios/` needs beyond a scenario: title, lesson, level and a whole challenge. */
export function missingParts(scenario: Scenario): Fault[] {
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
