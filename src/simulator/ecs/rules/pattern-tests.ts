import type { PatternFault } from './event-pattern.ts';
import { isInRange, readCidr } from './ip-range.ts';
import { fitsWildcard, readWildcard, type Wildcard } from './wildcard.ts';

/** A value at the end of a path. */
export type Scalar = string | number | boolean | null;

/** One alternative of a field's list: the field is not there, or one of its values is taken. */
export type Test = { absent: true } | { absent?: undefined; takes(value: Scalar): boolean };

type Path = (string | number)[];
type Read = { tests: Test[]; faults: PatternFault[] };

/** Reads the list of a field: any one of its values and comparisons is enough (10/8). */
export function readTests(list: readonly unknown[], path: Path): Read {
  const read: Read = { tests: [], faults: [] };
  if (list.length === 0) read.faults.push({ path, why: 'Empty arrays are not allowed' });
  for (const [i, item] of list.entries()) {
    const test = readTest(item);
    if (typeof test === 'string') read.faults.push({ path: [...path, i], why: test });
    else read.tests.push(test);
  }
  return read;
}

function readTest(item: unknown): Test | string {
  if (isScalar(item)) return { takes: (value) => value === item };
  if (Array.isArray(item) || typeof item !== 'object')
    return 'Match value must be String, number, true, false, or null';
  const [[operator, operand] = [], more] = Object.entries(item as object);
  if (operator === undefined) return 'Match expression name not found';
  const comparison = named(COMPARISONS, operator);
  if (comparison === undefined) return `Unrecognized match type ${operator}`;
  return more === undefined ? comparison(operand) : 'Only one key allowed in match expression';
}

type Named<T> = Readonly<Record<string, T>>;

/** What is called so here: `constructor` is a name that every object knows, and no comparison. */
function named<T>(all: Named<T>, name: string): T | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

/** A comparison of a text, made from its operand; or what is wrong with the operand. */
type Take = ((text: string) => boolean) | string;

/** Texts only: a number or true never begins or ends with anything. */
const TEXTS: Named<(operand: string) => Take> = {
  prefix: (start) => (text) => text.startsWith(start),
  suffix: (end) => (text) => text.endsWith(end),
  'equals-ignore-case': (other) => (text) => text.toLowerCase() === other.toLowerCase(),
  wildcard: (expression) => {
    const read: Wildcard | string = readWildcard(expression);
    return typeof read === 'string' ? read : (text) => fitsWildcard(text, read);
  },
};

/** `prefix` and `suffix` regardless of case. */
const TEXTS_IGNORING_CASE: Named<(operand: string) => Take> = {
  prefix: (start) => (text) => text.toLowerCase().startsWith(start.toLowerCase()),
  suffix: (end) => (text) => text.toLowerCase().endsWith(end.toLowerCase()),
};

/** Every comparison of section 10, by its name in a pattern. */
const COMPARISONS: Named<(operand: unknown) => Test | string> = {
  prefix: (operand) => textTest('prefix', operand),
  suffix: (operand) => textTest('suffix', operand),
  'equals-ignore-case': (operand) => textTest('equals-ignore-case', operand),
  wildcard: (operand) => textTest('wildcard', operand),
  'anything-but': anythingBut,
  numeric,
  cidr: (operand) => {
    const range = typeof operand === 'string' ? readCidr(operand) : 'cidr match pattern must be a string';
    if (typeof range === 'string') return range;
    return { takes: (value) => typeof value === 'string' && isInRange(value, range) };
  },
  exists: (operand) => {
    if (operand === true) return { takes: () => true };
    return operand === false ? { absent: true } : 'exists match pattern must be either true or false.';
  },
};

function textTest(operator: string, operand: unknown): Test | string {
  const take = readText(operator, operand);
  return typeof take === 'string' ? take : { takes: (value) => typeof value === 'string' && take(value) };
}

function readText(operator: string, operand: unknown): Take {
  const ignoring = named(TEXTS_IGNORING_CASE, operator);
  if (ignoring && typeof operand === 'object' && operand !== null) {
    const [[name, inner] = [], more] = Object.entries(operand);
    if (name !== 'equals-ignore-case') return `Unsupported ${operator} pattern: ${name}`;
    if (more !== undefined) return 'Only one key allowed in match expression';
    return typeof inner === 'string' ? ignoring(inner) : 'equals-ignore-case match pattern must be a string';
  }
  if (typeof operand !== 'string') return `${operator} match pattern must be a string`;
  return (named(TEXTS, operator) as (operand: string) => Take)(operand);
}

/** Takes every value that is there except these: texts, numbers, or what a comparison of texts takes. */
function anythingBut(operand: unknown): Test | string {
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand)) {
    const [[operator, inner] = [], more] = Object.entries(operand);
    if (operator === undefined) return 'Anything-But expression name not found';
    if (named(TEXTS, operator) === undefined) return `Unsupported anything-but pattern: ${operator}`;
    if (more !== undefined) return 'Only one key allowed in match expression';
    return anythingButTexts(operator, Array.isArray(inner) ? inner : [inner]);
  }
  const refused: unknown[] = Array.isArray(operand) ? operand : [operand];
  const kinds = new Set(refused.map((value) => typeof value));
  if (!Array.isArray(operand) && !kinds.has('string') && !kinds.has('number')) {
    return 'Value of anything-but must be an array or single string/number value.';
  }
  if (kinds.size !== 1 || (!kinds.has('string') && !kinds.has('number'))) {
    return 'Inside anything but list, either all values are number or string, mixed type is not supported';
  }
  return { takes: (value) => !refused.includes(value) };
}

function anythingButTexts(operator: string, operands: readonly unknown[]): Test | string {
  const takes: ((text: string) => boolean)[] = [];
  for (const operand of operands) {
    const isBare = operator === 'prefix' || operator === 'suffix';
    if (typeof operand !== 'string') return `${operator} match pattern must be a string`;
    if (isBare && operand === '') return 'Null prefix/suffix not allowed';
    const take = (named(TEXTS, operator) as (operand: string) => Take)(operand);
    if (typeof take === 'string') return take;
    takes.push(take);
  }
  if (takes.length === 0) return 'Empty arrays are not allowed';
  return { takes: (value) => typeof value !== 'string' || !takes.some((take) => take(value)) };
}

const COMPARE: Named<(value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
};

/** JSON numbers only: one bound, or a lower bound and then an upper one. */
function numeric(operand: unknown): Test | string {
  if (!Array.isArray(operand)) return 'Value of numeric must be an array.';
  const [first, bound, second, top, ...more] = operand as unknown[];
  if (typeof first !== 'string') return `Invalid member in numeric match: ${String(first)}`;
  const compare = named(COMPARE, first);
  if (compare === undefined) return `Unrecognized numeric range operator: ${first}`;
  if (typeof bound !== 'number') return `Value of ${first === '=' ? 'equals' : first} must be numeric`;
  if (second === undefined) return { takes: (value) => typeof value === 'number' && compare(value, bound) };
  if (!first.startsWith('>')) return 'Too many elements in numeric expression';
  if (second !== '<' && second !== '<=') return `Bad numeric range operator: ${String(second)}`;
  if (typeof top !== 'number') return `Value of ${second} must be numeric`;
  if (more.length > 0) return 'Too many terms in numeric range expression';
  if (bound >= top) return 'Bottom must be less than top';
  const below = named(COMPARE, second) as (value: number, bound: number) => boolean;
  return { takes: (value) => typeof value === 'number' && compare(value, bound) && below(value, top) };
}

export function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
