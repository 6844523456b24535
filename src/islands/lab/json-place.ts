import type { AnswerSet } from '../../simulator/run.ts';
import { isAnswerSet } from './answer-fragment.ts';

/** Something wrong with a text the learner wrote, at a place in it. Lines and columns count from 1. */
export type TextFault = { line: number; column: number; offset: number; message: string; path?: string };

export type JsonReading =
  | { set: AnswerSet; fault?: undefined }
  | { set?: undefined; fault: TextFault & { what: JsonFault } };

/** What is wrong, for the message table. `syntax` carries the characters found. */
export type JsonFault = { kind: 'syntax'; found: string } | { kind: 'end' } | { kind: 'not-a-set' };

/** Reads the JSON that a learner typed, and says where it stops being JSON. */
export function readAnswerJson(text: string): JsonReading {
  const stop = findStop(text);
  if (stop !== undefined) {
    const found = text.slice(stop, stop + 12).split('\n')[0] ?? '';
    const what: JsonFault = stop >= text.trimEnd().length ? { kind: 'end' } : { kind: 'syntax', found };
    return { fault: { ...placeOf(text, stop), message: '', what } };
  }
  const value: unknown = JSON.parse(text);
  if (isAnswerSet(value)) return { set: value };
  return {
    fault: { ...placeOf(text, text.length - text.trimStart().length), message: '', what: { kind: 'not-a-set' } },
  };
}

/** Where a top-level key stands in the text, for faults that name a path. */
export function placeOfKey(text: string, path: string): { line: number; column: number; offset: number } {
  const offset = text.indexOf(JSON.stringify(path));
  return placeOf(text, Math.max(0, offset));
}

/** Line and column of a character of a text. */
export function placeOf(text: string, offset: number): { line: number; column: number; offset: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset };
}

/**
 * The offset of the first character that cannot be JSON, or undefined for valid JSON. Browsers disagree in the wording
 * and the places of `JSON.parse` errors, so the place is found here, in one pass.
 */
function findStop(text: string): number | undefined {
  const reader = new JsonReader(text);
  return reader.document();
}

const LITERAL = /(?:true|false|null)(?![A-Za-z0-9_])/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![A-Za-z0-9_.])/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids raw control characters in strings.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;
const MAX_DEPTH = 200;

/** Walks a JSON text; the first `false` leaves `at` on the offending character. */
class JsonReader {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): number | undefined {
    const whole = this.value(0) && this.at === this.text.length;
    return whole ? undefined : this.at;
  }

  private value(depth: number): boolean {
    this.take(SPACE);
    const character = this.text[this.at];
    const read =
      character === '{'
        ? this.members('}', depth, () => this.take(STRING) && this.space() && this.is(':') && this.value(depth + 1))
        : character === '['
          ? this.members(']', depth, () => this.value(depth + 1))
          : this.take(STRING) || this.take(NUMBER) || this.take(LITERAL);
    return read && this.space();
  }

  private members(close: string, depth: number, member: () => boolean): boolean {
    if (depth > MAX_DEPTH) return false;
    this.at++;
    this.space();
    if (this.is(close)) return true;
    do {
      this.space();
      if (!member()) return false;
      this.space();
    } while (this.is(','));
    return this.is(close);
  }

  private space(): boolean {
    this.take(SPACE);
    return true;
  }

  private is(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return false;
    this.at += match[0].length;
    return true;
  }
}
