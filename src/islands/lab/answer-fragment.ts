import type { AnswerSet, Json } from '../../simulator/run.ts';

/**
 * A learner's answer in the fragment of a link: `#v1;'/services/0/desiredCount':4`.
 * Version 1 is the JSON text of the set without its outer braces, where the characters that a fragment would have to
 * escape change places with ones it may hold: `"` with `'`, `{` with `(`, `}` with `)`, `[` with `!`, `]` with `~`.
 * What is still not allowed is percent-encoded as UTF-8. A version, once published, is read forever.
 * Of a scenario that draws its values, `draw=3` before it (`#draw=3&v1;…`) says which drawing the answer is to.
 */
export type FragmentReading = AnswerReading & { draw?: number };

export type AnswerReading =
  /** No fragment, or one that belongs to the page (a heading, the skip link). */
  | { kind: 'none' }
  | { kind: 'answer'; set: AnswerSet }
  /** Looks like an answer but cannot be read. */
  | { kind: 'corrupt' }
  /** Written by a later Drydock. */
  | { kind: 'newer'; version: number }
  /** Not an answer at all. */
  | { kind: 'foreign' };

const SWAPS: Record<string, string> = {
  '"': "'",
  "'": '"',
  '{': '(',
  '(': '{',
  '}': ')',
  ')': '}',
  '[': '!',
  '!': '[',
  ']': '~',
  '~': ']',
};

/** Longer fragments are not answers: no scenario has that much to change, and nothing hostile gets parsed. */
const MAX_LENGTH = 20_000;

/** The fragment without `#`; empty for an empty answer to the scenario as it was written. */
export function writeFragment(set: AnswerSet, draw = 0): string {
  return [draw > 0 ? `draw=${draw}` : '', writeAnswer(set)].filter(Boolean).join('&');
}

function writeAnswer(set: AnswerSet): string {
  const keys = Object.keys(set);
  if (keys.length === 0) return '';
  return `v1;${encodeURI(swap(JSON.stringify(set).slice(1, -1))).replaceAll('#', '%23')}`;
}

/** Reads `location.hash`, with or without its `#`. Never throws. */
export function readFragment(hash: string): FragmentReading {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  const drawn = /^draw=(\d{1,9})(?:&|$)/.exec(text);
  if (drawn === null) return readAnswer(text);
  return { ...readAnswer(text.slice(drawn[0].length)), draw: Number(drawn[1]) };
}

function readAnswer(text: string): AnswerReading {
  if (text === '') return { kind: 'none' };
  const match = /^v(\d{1,6});(.*)$/s.exec(text);
  if (match === null) return { kind: 'foreign' };
  const version = Number(match[1]);
  if (version > 1) return { kind: 'newer', version };
  const set = version === 1 && text.length <= MAX_LENGTH ? readVersion1(match[2] ?? '') : undefined;
  return set === undefined ? { kind: 'corrupt' } : { kind: 'answer', set };
}

function readVersion1(body: string): AnswerSet | undefined {
  try {
    const value: unknown = JSON.parse(`{${swap(decodeURIComponent(body))}}`);
    return isAnswerSet(value) ? value : undefined;
  } catch {
    // Not valid percent-encoding or not JSON: both mean that the link was cut or changed on its way.
    return undefined;
  }
}

/** An answer is a map from JSON Pointer to any JSON value. */
export function isAnswerSet(value: unknown): value is Record<string, Json> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((path) => path.startsWith('/'))
  );
}

function swap(text: string): string {
  return text.replace(/["'{}()[\]!~]/g, (character) => SWAPS[character] ?? character);
}
