import * as z from 'zod/mini';
import { list, nearest, quote } from './fault-words.ts';

export { list, nearest, quote } from './fault-words.ts';

// Without this zod compiles validators with `new Function`, which the site's content security policy forbids.
z.config({ jitless: true });

/** One thing wrong in a value an author or a learner wrote. */
export type Fault = {
  /** From the root of the checked value; empty for the whole of it. */
  path: (string | number)[];
  /** What is wrong; what to write instead. No trailing full stop. */
  message: string;
};

/** A raw zod issue, which still knows its input and the schema that raised it. */
type RawIssue = {
  code?: string;
  input?: unknown;
  expected?: string;
  values?: readonly unknown[];
  keys?: readonly string[];
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean;
  exact?: boolean;
  origin?: string;
  format?: string;
  divisor?: number | bigint;
  inst?: unknown;
};

/** Reads a value with a zod/mini schema: the value it stands for, or every fault in our own words. */
export function readWith<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
): { value: T; faults?: undefined } | { faults: Fault[] } {
  const result = z.safeParse(schema, value, { error: (issue) => sentenceOf(issue as RawIssue) });
  if (result.success) return { value: result.data };
  return { faults: result.error.issues.flatMap(faultsOf) };
}

/** One fault per unknown key, so that each is reported at its own place. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  const sentences = issue.message.split('\n');
  return issue.keys.map((key, i) => ({ path: [...path, key], message: sentences[i] ?? issue.message }));
}

/** What is wrong with an issue's input, and what to write instead. zod/mini brings no English of its own. */
export function sentenceOf(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => unknownKey(key, knownKeys(issue.inst))).join('\n');
    case 'invalid_value':
      return wrongValue(issue);
    case 'too_small':
      return `${quote(issue.input)} is too small; write ${atLeast(issue)}`;
    case 'too_big':
      return `${quote(issue.input)} is too large; write ${atMost(issue)}`;
    case 'invalid_format':
      return `${quote(issue.input)} has the wrong form; write ${FORMATS[issue.format ?? ''] ?? 'the form the documentation of this field gives'}`;
    case 'not_multiple_of':
      return `${quote(issue.input)} is not allowed; write a multiple of ${issue.divisor}`;
    case 'invalid_key':
      return 'this key is not allowed here; write a plain name';
    case 'invalid_union':
      return `${quote(issue.input)} fits none of the allowed forms; write one of them`;
    default:
      return `${quote(issue.input)} is not allowed here`;
  }
}

const FORMATS: Record<string, string> = {
  url: 'a full address that begins with https://',
  email: 'an e-mail address',
  date: 'a date as 2026-11-21',
};

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping (key: value)',
  record: 'a mapping (key: value)',
  array: 'a list',
  null: 'null',
};

function wrongType(issue: RawIssue): string {
  const wanted =
    issue.format === 'safeint' ? 'a whole number' : (TYPES[issue.expected ?? ''] ?? String(issue.expected));
  if (issue.input === undefined) return `is missing; write ${wanted}${shapeHint(issue.inst)}`;
  return `is ${nameType(issue.input)}; write ${wanted}${shapeHint(issue.inst)}`;
}

function shapeHint(schema: unknown): string {
  const keys = knownKeys(schema);
  return keys.length > 0 ? ` with ${list(keys, 'and')}` : '';
}

function wrongValue(issue: RawIssue): string {
  const values = (issue.values ?? []).map(String);
  const start = issue.input === undefined ? 'is missing' : `${quote(issue.input)} is not allowed`;
  return `${start}; write ${list(values, 'or')}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== undefined) return `unknown key "${key}"; did you mean "${near}"?`;
  return `unknown key "${key}"; ${known.length > 0 ? `the keys here are ${list(known, 'and')}` : 'remove it'}`;
}

/** The keys an object schema knows; none for any other schema. */
function knownKeys(schema: unknown): string[] {
  const shape = (schema as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape;
  return shape ? Object.keys(shape) : [];
}

function atLeast(issue: RawIssue): string {
  const bound = issue.exact ? 'exactly' : issue.inclusive === false ? 'more than' : 'at least';
  return `${bound} ${amount(issue.origin, Number(issue.minimum))}`;
}

function atMost(issue: RawIssue): string {
  const bound = issue.exact ? 'exactly' : issue.inclusive === false ? 'less than' : 'at most';
  return `${bound} ${amount(issue.origin, Number(issue.maximum))}`;
}

function amount(origin: string | undefined, count: number): string {
  if (origin === 'string') return `${count} character${count === 1 ? '' : 's'}`;
  if (origin === 'array' || origin === 'set') return `${count} item${count === 1 ? '' : 's'}`;
  return String(count);
}

function nameType(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `the text ${quote(value)}`;
  return `${typeof value === 'boolean' ? 'the switch' : 'the number'} ${quote(value)}`;
}
