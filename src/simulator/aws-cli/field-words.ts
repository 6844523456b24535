import type { Json } from '../run.ts';
import { type FieldForm, respell, toCamel, toPascal } from './command-forms.ts';
import { quoteWord } from './shell-words.ts';
import { readScalar, readShorthand, writeShorthand } from './shorthand.ts';

type Option = Extract<FieldForm, { as: 'option' }>;

/** The words after an option that say a value, quoted for a shell; undefined where they would be read as another value. */
export function writeValue(field: Option, value: Json, like: Json | undefined): string[] | undefined {
  const shown = without(field, value);
  const spelled = field.spelling === 'pascal' ? respell(shown, toPascal) : shown;
  const words = wordsOf(field, spelled);
  const read = words && readValue(field, words, like);
  return read !== undefined && same(read, shown) ? words?.map(quoteWord) : undefined;
}

function wordsOf(field: Option, value: Json): string[] | undefined {
  if (Array.isArray(value) && value.length > 0) {
    const parts = value.map((item) => (field.parts === 'words' ? plainWord(item) : writeShorthand(item)));
    if (parts.every((part) => part !== undefined)) return parts;
  }
  if (field.parts === 'structure') return [writeShorthand(value) ?? JSON.stringify(value)];
  if (typeof value === 'object' && value !== null) return [JSON.stringify(value)];
  return value === null ? undefined : [String(value)];
}

/** A word that begins like JSON or like an option would be taken for that. */
function plainWord(value: Json): string | undefined {
  return typeof value === 'string' && /^[^\s[{-]/.test(value) ? value : undefined;
}

/** The value that the words after an option say; undefined when they say none. `like` is what stands there now. */
export function readValue(field: Option, words: readonly string[], like: Json | undefined): Json | undefined {
  const [first, ...more] = words;
  if (first === undefined) return undefined;
  const read = more.length === 0 && /^\s*[[{]/.test(first) ? readJson(first) : readWords(field, words, like);
  return read === undefined ? undefined : field.spelling === 'pascal' ? respell(read, toCamel) : read;
}

function readWords(field: Option, words: readonly string[], like: Json | undefined): Json | undefined {
  if (field.parts === 'words') return [...words];
  if (field.parts === 'structures' || field.parts === 'structure') {
    const read = words.map(readShorthand);
    if (!read.every((item) => item !== undefined)) return undefined;
    return field.parts === 'structures' ? read : read.length === 1 ? read[0] : undefined;
  }
  const [text] = words;
  return text === undefined || words.length > 1 ? undefined : coerce(text, like);
}

/** A text as the kind of value that stands there now: a number for a number, a text for a text. */
export function coerce(text: string, like: Json | undefined): Json {
  if (typeof like === 'string') return text;
  return readScalar(text);
}

function without({ without: left = [] }: Option, value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key)));
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The caller says that these words are no value of the option.
    return undefined;
  }
}

/** Equal as JSON, in whatever order the keys stand. */
export function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const other = b as Record<string, Json>;
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Record<string, Json>)[key], other[key]))
  );
}
