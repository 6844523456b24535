import * as z from 'zod/mini';
import { sentenceOf } from '../simulator/scenario/fault.ts';
import type { ImportFault, Path, Place } from './source.ts';

export type Shaped<T> = {
  /** Undefined where the value has faults. */
  value: T | undefined;
  faults: ImportFault[];
  /** Fields that say something and are in no shape, by their path without indexes: `services[].taskSets`. */
  notSimulated: string[];
};

/**
 * Reads a value with a strict shape. Fields that the shape does not know are no faults: AWS adds fields, and a scenario
 * that leaves them out says so. A null means what a missing field means.
 */
export function readShape<T>(schema: z.ZodMiniType<T>, input: unknown, place: Place): Shaped<T> {
  const notSimulated = new Set<string>();
  let value = withoutNulls(input, 0);
  for (let round = 0; round < 50; round++) {
    const result = z.safeParse(schema, value, { error: (issue) => sentenceOf(issue) });
    if (result.success) return { value: result.data, faults: [], notSimulated: [...notSimulated] };
    const unknown = result.error.issues.filter(isUnknownKeys);
    if (unknown.length === 0) {
      const faults = result.error.issues.map(({ path, message }) => faultAt(place, path as Path, message));
      return { value: undefined, faults, notSimulated: [...notSimulated] };
    }
    for (const { path, keys } of unknown) {
      const owner = at(value, path as Path);
      for (const key of keys) {
        if (saysSomething(owner[key])) notSimulated.add(sayField([...place.path, ...(path as Path), key]));
      }
      value = without(value, path as Path, keys);
    }
  }
  return {
    value: undefined,
    faults: [faultAt(place, [], 'has more unknown fields than AWS prints')],
    notSimulated: [],
  };
}

function isUnknownKeys(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys';
}

function faultAt({ file, path }: Place, inner: Path, message: string): ImportFault {
  return { file, path: [...path, ...inner], message };
}

/** `services[].deployments[].vpcLatticeConfigurations` of a path with indexes. */
export function sayField(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** Fields that AWS prints empty, off or zero ask for nothing. */
function saysSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

type Fields = Record<string | number, unknown>;

function at(value: unknown, path: Path): Fields {
  return path.reduce<unknown>((owner, key) => (owner as Fields)[key], value) as Fields;
}

/** A copy of the value in which the mapping at this path lacks these keys. */
function without(value: unknown, path: Path, keys: readonly string[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) {
    return Object.fromEntries(Object.entries(value as Fields).filter(([key]) => !keys.includes(key)));
  }
  if (Array.isArray(value)) return value.map((item, i) => (i === head ? without(item, rest, keys) : item));
  return { ...(value as Fields), [head]: without((value as Fields)[head], rest, keys) };
}

/** No shape is deeper than this; what lies below is left as it is. */
const MAX_DEPTH = 20;

function withoutNulls(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withoutNulls(item, depth + 1)]])),
  );
}
