import * as z from 'zod/mini';
import { readWith } from '../simulator/scenario/fault.ts';
import type { Answer, Command, Join, NewRoom } from './commands.ts';
import { settingsFields } from './room-event-schema.ts';

const id = z.string().check(z.minLength(1), z.maxLength(200));
const ids = z.array(id).check(z.minLength(1), z.maxLength(500));
const seats = z.array(id).check(z.minLength(1), z.maxLength(20_000));
const language = z.enum(['en', 'ko']);
const place = z.int().check(z.gte(0), z.lte(10_000));
/** As long as anything is asked in a class; an assignment may be prolonged by a day. */
const seconds = z.number().check(z.gte(1), z.lte(86_400));
const bell = z.nullable(seconds);

const newRoomSchema = z.strictObject({
  title: z.string().check(z.maxLength(200)),
  lang: language,
  questions: z.union([
    z.strictObject({ ids }),
    z.strictObject({
      topics: ids,
      count: z.int().check(z.gte(1), z.lte(200)),
      kinds: z.optional(z.array(id).check(z.maxLength(10))),
    }),
  ]),
  settings: z.partial(z.strictObject(settingsFields)),
});

const joinSchema = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(2_000))),
  lang: language,
  team: z.optional(place),
});

/** The response may be any JSON: the fold compares it with the question. */
const answerSchema = z.strictObject({
  question: place,
  round: place,
  response: z.json(),
  seq: z.int().check(z.gte(0)),
  certainty: z.optional(z.enum(['unsure', 'fairly', 'sure'])),
});

const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), question: z.optional(place), seconds: bell }),
  z.strictObject({ do: z.literal('revote'), seconds: bell }),
  z.strictObject({ do: z.literal('extend'), seconds }),
  z.strictObject({ do: z.literal('close') }),
  z.strictObject({ do: z.literal('reveal'), question: z.optional(place) }),
  z.strictObject({ do: z.literal('lock'), locked: z.boolean() }),
  z.strictObject({ do: z.literal('approve'), seats }),
  z.strictObject({ do: z.literal('rename'), seat: id, name: z.string().check(z.maxLength(2_000)) }),
  z.strictObject({ do: z.literal('move'), seat: id, team: place }),
  z.strictObject({ do: z.literal('bar'), seats }),
  z.strictObject({ do: z.literal('bar-like'), seats }),
  z.strictObject({ do: z.literal('end') }),
]);

/** A body that was read, or one sentence for whoever wrote the client: where, what is wrong, what instead. */
export type Read<T> = { value: T; fault?: undefined } | { fault: string };

export function readNewRoom(body: unknown): Read<NewRoom> {
  return readBody(newRoomSchema, body) as Read<NewRoom>;
}

export function readJoin(body: unknown): Read<Join> {
  return readBody(joinSchema, body) as Read<Join>;
}

/** The deep check of the response comes with the fold; here a body too deep to walk is refused. */
export function readAnswer(body: unknown): Read<Answer> {
  if (depthOf(body) > DEEPEST) return { fault: 'response: this lies too deep; write at most 20 levels' };
  return readBody(answerSchema, body) as Read<Answer>;
}

export function readCommand(body: unknown): Read<Command> {
  return readBody(commandSchema, body) as Read<Command>;
}

function readBody<T>(schema: z.ZodMiniType<T>, body: unknown): Read<T> {
  const { value, faults } = { value: undefined, ...readWith(schema, body) };
  if (faults === undefined) return { value: value as T };
  const [first] = faults;
  const path = first?.path.join('.') ?? '';
  return { fault: `${path === '' ? '' : `${path}: `}${first?.message ?? 'this is no such message'}` };
}

const DEEPEST = 20;

/** Levels of a value, counted no further than one past the deepest. */
function depthOf(value: unknown, level = 0): number {
  if (typeof value !== 'object' || value === null || level > DEEPEST) return level;
  return Object.values(value).reduce<number>((deepest, own) => Math.max(deepest, depthOf(own, level + 1)), level);
}
