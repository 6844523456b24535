import { type EventPattern, isObject } from './event-pattern.ts';
import { isScalar, type Scalar, type Test } from './pattern-tests.ts';

/**
 * Whether an event is what the pattern asks for (10/8): every field that the pattern names holds one of its values,
 * exactly and in its case; fields that it does not name do not matter. Of a list in the event one value is enough, and
 * fields of objects in a list must hold in the same object. `exists: false` holds where no value at the field's path is
 * anywhere in the event.
 */
export function matchesEvent(pattern: EventPattern, event: unknown): boolean {
  return matches(pattern, event, { root: event, path: [] });
}

type Place = { root: unknown; path: readonly string[] };

function matches(pattern: EventPattern, value: unknown, place: Place): boolean {
  if (Array.isArray(value) && value.length > 0) return value.some((item) => matches(pattern, item, place));
  // What is not there has no values: only fields that have to be absent can still hold.
  const fields = isObject(value) ? value : {};
  return (
    pattern.leaves.every(({ field, tests }) => holds(tests, fields[field], within(place, field))) &&
    pattern.objects.every(({ field, pattern: inner }) => matches(inner, fields[field], within(place, field))) &&
    pattern.either.every((patterns) => patterns.some((inner) => matches(inner, fields, place)))
  );
}

function within({ root, path }: Place, field: string): Place {
  return { root, path: [...path, field] };
}

function holds(tests: readonly Test[], value: unknown, { root, path }: Place): boolean {
  const values = scalarsOf(value);
  return tests.some((test) => (test.absent ? !hasValueAt(root, path) : values.some((one) => test.takes(one))));
}

/** The values at the end of a path: a list counts with each of its values, an object has none. */
function scalarsOf(value: unknown): Scalar[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  return isScalar(value) ? [value] : [];
}

function hasValueAt(value: unknown, path: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item) => hasValueAt(item, path));
  const [field, ...rest] = path;
  if (field === undefined) return isScalar(value);
  return isObject(value) && hasValueAt(value[field], rest);
}
