import type { Json } from '../run.ts';

/**
 * The AWS CLI's shorthand syntax for structures: `minimumHealthyPercent=50,maximumPercent=150`, and
 * `awsvpcConfiguration={subnets=[subnet-a,subnet-b]}`. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */

const BARE = /^[A-Za-z0-9_./:@%+-]+$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;

/** A flat structure in shorthand, or undefined where only JSON says it without loss. */
export function writeShorthand(value: Json): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const parts = Object.entries(value).map(([key, item]) => {
    const text = BARE.test(key) ? writeScalar(item) : undefined;
    return text === undefined ? undefined : `${key}=${text}`;
  });
  return parts.length === 0 || parts.includes(undefined) ? undefined : parts.join(',');
}

function writeScalar(value: Json): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return NUMBER.test(String(value)) && !Object.is(value, -0) ? String(value) : undefined;
  // A text that looks like another kind of value would come back as that.
  return typeof value === 'string' && BARE.test(value) && typeof readScalar(value) === 'string' ? value : undefined;
}

/** A number, true or false where the text is one; else the text. */
export function readScalar(text: string): Json {
  if (NUMBER.test(text) && String(Number(text)) === text) return Number(text);
  return text === 'true' ? true : text === 'false' ? false : text;
}

/** Reads one word of shorthand; undefined when it is none. */
export function readShorthand(text: string): { [key: string]: Json } | undefined {
  const reader = new ShorthandReader(text);
  const value = reader.members('');
  return value !== undefined && reader.isDone ? value : undefined;
}

const MAX_DEPTH = 20;

class ShorthandReader {
  private at = 0;
  private readonly text: string;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isDone(): boolean {
    return this.at === this.text.length;
  }

  /** `key=value,key=value` up to `close`; a value without a key goes on with the list of the key before. */
  members(close: string): { [key: string]: Json } | undefined {
    const found: [string, Json][] = [];
    if (close !== '' && this.text[this.at] === close) return {};
    for (;;) {
      const key = /^[A-Za-z0-9_.:-]+(?==)/.exec(this.text.slice(this.at))?.[0];
      const last = found.at(-1);
      if (key === undefined) {
        const value = last === undefined ? undefined : this.value(close);
        if (value === undefined || last === undefined) return undefined;
        last[1] = Array.isArray(last[1]) ? [...last[1], value] : [last[1], value];
      } else {
        this.at += key.length + 1;
        const value = this.value(close);
        if (value === undefined) return undefined;
        found.push([key, value]);
      }
      if (this.text[this.at] !== ',') return Object.fromEntries(found);
      this.at++;
    }
  }

  private value(close: string): Json | undefined {
    if (++this.depth > MAX_DEPTH) return undefined;
    const read = this.nested(close);
    this.depth--;
    return read;
  }

  private nested(close: string): Json | undefined {
    const one = this.text[this.at];
    if (one === '{') return this.enclosed('}', () => this.members('}'));
    if (one === '[') return this.enclosed(']', () => this.items());
    if (one === '"' || one === "'") return this.quoted(one);
    const end = /^[^,\]}]*/.exec(this.text.slice(this.at))?.[0] ?? '';
    const text = close === '' ? (/^[^,]*/.exec(this.text.slice(this.at))?.[0] ?? '') : end;
    this.at += text.length;
    return readScalar(text);
  }

  private enclosed<T>(close: string, read: () => T | undefined): T | undefined {
    this.at++;
    const value = read();
    if (value === undefined || this.text[this.at] !== close) return undefined;
    this.at++;
    return value;
  }

  private items(): Json[] | undefined {
    const items: Json[] = [];
    if (this.text[this.at] === ']') return items;
    for (;;) {
      const value = this.value(']');
      if (value === undefined) return undefined;
      items.push(value);
      if (this.text[this.at] !== ',') return items;
      this.at++;
    }
  }

  private quoted(mark: string): string | undefined {
    const match = (mark === '"' ? /^"((?:[^"\\]|\\.)*)"/s : /^'((?:[^'\\]|\\.)*)'/s).exec(this.text.slice(this.at));
    if (match === null) return undefined;
    this.at += match[0].length;
    return (match[1] ?? '').replace(/\\(.)/gs, '$1');
  }
}
