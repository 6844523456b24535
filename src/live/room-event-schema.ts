import * as z from 'zod/mini';
import { readWith } from '../simulator/scenario/fault.ts';
import type { RoomEvent } from './room-events.ts';

const text = z.string().check(z.maxLength(20_000));
const id = z.string().check(z.minLength(1), z.maxLength(200));
const language = z.enum(['en', 'ko']);
const moment = z.number().check(z.gte(0), z.lte(8.64e15));
const place = z.int().check(z.gte(0), z.lte(10_000));

const item = z.object({ id, html: text });
const items = z.array(item).check(z.maxLength(100));
const askedFields = {
  id,
  set: text,
  stemHtml: text,
  hintsHtml: z.optional(z.array(text)),
  drawn: z.optional(z.literal(true)),
};
const plain = [
  z.object({
    ...askedFields,
    kind: z.enum(['single', 'multiple']),
    choices: items,
    pick: place,
    fixed: z.optional(z.literal(true)),
  }),
  z.object({ ...askedFields, kind: z.literal('order'), steps: items }),
  z.object({
    ...askedFields,
    kind: z.literal('match'),
    left: items,
    right: z.array(z.object({ id, text })).check(z.maxLength(100)),
  }),
  z.object({ ...askedFields, kind: z.literal('number'), unitHtml: z.optional(text) }),
  z.object({ ...askedFields, kind: z.literal('scenario'), scenario: text }),
] as const;
const askedSchema = z.discriminatedUnion('kind', [
  ...plain,
  z.object({
    ...askedFields,
    kind: z.literal('case'),
    parts: z.array(z.discriminatedUnion('kind', plain)).check(z.maxLength(20)),
  }),
]);

const plainGrading = [
  z.object({
    kind: z.enum(['single', 'multiple']),
    choices: z.array(z.object({ id, correct: z.optional(z.boolean()) })),
  }),
  z.object({ kind: z.literal('order'), steps: z.array(id) }),
  z.object({ kind: z.literal('match'), pairs: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('number'), value: z.number(), tolerance: z.optional(z.number()) }),
] as const;
const grading = z.discriminatedUnion('kind', [
  ...plainGrading,
  z.object({
    kind: z.literal('case'),
    parts: z.record(z.string(), z.discriminatedUnion('kind', plainGrading)),
  }),
]);
const keyFields = {
  version: text,
  grading: z.optional(grading),
  whyHtml: z.record(z.string(), text),
  lesson: text,
  lessonTitle: text,
  objective: text,
};
const key = z.object({ ...keyFields, parts: z.optional(z.record(z.string(), z.object(keyFields))) });
const asking = z.object({ asked: askedSchema, key });

/** As a host may wish them; what is left out is as usual. */
export const settingsFields = {
  scoring: z.enum(['accuracy', 'speed', 'certainty']),
  pace: z.enum(['host', 'self']),
  openMs: z.optional(z.int().check(z.gte(1_000), z.lte(31 * 86_400_000))),
  changeable: z.boolean(),
  teams: z.array(z.string().check(z.minLength(1), z.maxLength(60))).check(z.maxLength(20)),
  approval: z.boolean(),
  seats: z.int().check(z.gte(1), z.lte(20_000)),
  topTen: z.boolean(),
};

const outcome = z.object({
  correct: z.boolean(),
  goals: z.array(z.object({ id, passed: z.boolean() })),
  refused: z.optional(z.array(text)),
});
const seats = z.array(id).check(z.minLength(1), z.maxLength(20_000));
const milliseconds = z.int().check(z.gte(1), z.lte(86_400_000));

export const createdSchema = z.object({
  t: z.literal('created'),
  v: z.literal(1),
  code: id,
  title: z.string().check(z.maxLength(500)),
  lang: language,
  seed: z.number(),
  settings: z.object({ ...settingsFields, deadlineMs: z.optional(moment) }),
  questions: z
    .array(z.object({ id, set: text, isPublic: z.boolean(), text: z.object({ en: asking, ko: asking }) }))
    .check(z.minLength(1), z.maxLength(500)),
  hostHash: text,
  screenHash: text,
});

/** An answer's own value is any JSON: the fold compares it with the question. */
const eventSchema = z.discriminatedUnion('t', [
  createdSchema,
  z.object({
    t: z.literal('joined'),
    seat: id,
    name: id,
    lang: language,
    team: z.optional(place),
    from: text,
  }),
  z.object({ t: z.literal('came'), seat: id }),
  z.object({ t: z.literal('lapsed'), seats }),
  z.object({ t: z.literal('approved'), seats }),
  z.object({ t: z.literal('renamed'), seat: id, name: id }),
  z.object({ t: z.literal('barred'), seats }),
  z.object({ t: z.literal('moved'), seat: id, team: place }),
  z.object({ t: z.literal('locked'), locked: z.boolean() }),
  z.object({ t: z.literal('opened'), question: place, round: place, ms: z.nullable(milliseconds) }),
  z.object({ t: z.literal('extended'), question: place, round: place, ms: milliseconds }),
  z.object({
    t: z.literal('answered'),
    seat: id,
    question: place,
    round: place,
    response: z.any(),
    seq: place,
    at: moment,
    certainty: z.optional(z.enum(['unsure', 'fairly', 'sure'])),
    outcome: z.optional(outcome),
    outcomes: z.optional(z.record(id, outcome)),
  }),
  z.object({ t: z.literal('closed'), question: place, round: place }),
  z.object({ t: z.literal('revealed'), question: place }),
  z.object({ t: z.literal('ended') }),
]);

/** The version of events that this program writes and reads. */
const VERSION = 1;

/** An event from a log, or one sentence on what it is instead. A later version is refused, never guessed at. */
export function readRoomEvent(value: unknown): { event: RoomEvent; fault?: undefined } | { fault: string } {
  const version = typeof value === 'object' && value !== null && 'v' in value ? value.v : VERSION;
  if (typeof version === 'number' && version > VERSION) {
    return {
      fault: `this room was written by a newer Drydock (version ${version}, this one reads ${VERSION}); update it`,
    };
  }
  const { faults } = readWith(eventSchema, value);
  if (faults === undefined) return { event: value as RoomEvent };
  const [first] = faults;
  return {
    fault: `${first === undefined || first.path.length === 0 ? '' : `${first.path.join('.')}: `}${first?.message}`,
  };
}

/** Whether a beginning has every part that the rest of the fold relies on. */
export function isCreated(value: unknown): boolean {
  return z.safeParse(createdSchema, value).success;
}
