import { readTests, type Test } from './pattern-tests.ts';

/** An event pattern, read: every field and every `$or` must hold (10/8). */
export type EventPattern = {
  /** Fields whose value is tested. */
  leaves: { field: string; tests: readonly Test[] }[];
  /** Fields that hold further fields. */
  objects: { field: string; pattern: EventPattern }[];
  /** Of each `$or`: one of its patterns must hold. */
  either: (readonly EventPattern[])[];
};

/** What AWS answers to a pattern that is none, and where in the pattern. */
export type PatternFault = { path: (string | number)[]; why: string };

export type ReadPattern =
  | { pattern: EventPattern; faults?: undefined }
  | { pattern?: undefined; faults: PatternFault[] };

/**
 * Reads an event pattern of EventBridge: an object whose fields hold a list of values and comparisons, or further
 * fields. Never throws: what AWS answers with InvalidEventPatternException comes back as faults, in the words of Event
 * Ruler, the library that EventBridge matches with.
 * Source: EventBridge user guide, eb-create-pattern.html and eb-create-pattern-operators.html; github.com/aws/event-ruler.
 */
export function readEventPattern(value: unknown): ReadPattern {
  const faults: PatternFault[] = [];
  if (!isObject(value)) return { faults: [{ path: [], why: 'Filter is not an object' }] };
  const pattern = readFields(value, [], { faults, inOr: false, above: new Set() });
  return faults.length > 0 ? { faults } : { pattern };
}

type Reading = {
  faults: PatternFault[];
  inOr: boolean;
  /** Paths that hold already where an `$or` begins: a second list for one of them is refused. */
  above: ReadonlySet<string>;
};

function readFields(value: Record<string, unknown>, path: (string | number)[], reading: Reading): EventPattern {
  const pattern: EventPattern = { leaves: [], objects: [], either: [] };
  const { faults } = reading;
  if (Object.keys(value).length === 0) faults.push({ path, why: 'Empty objects are not allowed' });
  const { $or, ...fields } = value;
  for (const [field, inner] of Object.entries(fields)) readField(field, inner, path, { pattern, reading });
  if ('$or' in value) {
    const above = new Set([...reading.above, ...namesOf(pattern, path)]);
    pattern.either.push(readOr($or, [...path, '$or'], { ...reading, above }));
  }
  return pattern;
}

function readField(
  field: string,
  inner: unknown,
  path: (string | number)[],
  { pattern, reading }: { pattern: EventPattern; reading: Reading },
): void {
  const at = [...path, field];
  const { faults, inOr, above } = reading;
  if (inOr && RESERVED.includes(field)) {
    faults.push({ path: at, why: `${field} is Ruler reserved fieldName which cannot be used inside $or.` });
  } else if (Array.isArray(inner)) {
    if (above.has(nameOf(at)))
      faults.push({ path: at, why: `Path \`${nameOf(at)}\` cannot be allowed multiple times` });
    const { tests, faults: wrong } = readTests(inner, at);
    faults.push(...wrong);
    pattern.leaves.push({ field, tests });
  } else if (isObject(inner)) {
    pattern.objects.push({ field, pattern: readFields(inner, at, reading) });
  } else faults.push({ path: at, why: `"${field}" must be an object or an array` });
}

function readOr(value: unknown, path: (string | number)[], reading: Reading): EventPattern[] {
  const { faults } = reading;
  if (!Array.isArray(value)) {
    faults.push({ path, why: 'It must be an Array followed with $or.' });
    return [];
  }
  if (value.length < 2) faults.push({ path, why: 'There must have at least 2 Objects in $or relationship.' });
  return value.flatMap((part: unknown, i) => {
    if (isObject(part)) {
      // The objects of an $or lie beside the fields around it: their paths go without it.
      const before = faults.length;
      const read = readFields(part, path.slice(0, -1), { ...reading, inOr: true });
      for (const fault of faults.slice(before)) {
        fault.path = [...path, i, ...fault.path.slice(path.length - 1)];
      }
      return [read];
    }
    faults.push({ path: [...path, i], why: 'Only JSON object is allowed in array of $or relationship.' });
    return [];
  });
}

/** Every path that the pattern tests, beside its own `$or`. */
function namesOf({ leaves, objects }: EventPattern, path: (string | number)[]): string[] {
  return [
    ...leaves.map(({ field }) => nameOf([...path, field])),
    ...objects.flatMap(({ field, pattern }) => namesOf(pattern, [...path, field])),
  ];
}

function nameOf(path: readonly (string | number)[]): string {
  return path.join('.');
}

/** Names that mean something to Event Ruler, and so are no fields inside an `$or`. */
const RESERVED: readonly string[] = [
  'exactly equals-ignore-case prefix suffix anything-but exists wildcard numeric cidr = < <= > >= regex not-wildcard',
  'not-equals-ignore-case date-after date-on-or-after date-before date-on-or-before in-date-range ip-address-in-range',
  'ip-address-not-in-range',
].flatMap((line) => line.split(' '));

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
