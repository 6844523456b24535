import type { TerminalWords } from '../../i18n/terminal-messages.ts';
import type { Response } from '../../quiz-engine/grade.ts';

/** What a typed line answers, or a sentence that says what to type. */
export type Read = { response: Response; problem?: undefined } | { problem: string };

export function letterAt(index: number): string {
  return 'ABCDEFGHIJ'[index] ?? '?';
}

/** `b`, `a c`, `A,C`: letters by place, as many as are right. */
export function readChoices(line: string, ids: readonly string[], pick: number, words: TerminalWords): Read {
  const letters = [...line.toUpperCase().replace(/[\s,;.]+/g, '')];
  const chosen = letters.map((letter) => ids['ABCDEFGHIJ'.indexOf(letter)]);
  const last = letterAt(ids.length - 1);
  const isWhole = chosen.length === pick && new Set(chosen).size === pick && !chosen.includes(undefined);
  if (isWhole) return { response: chosen as string[] };
  return { problem: pick === 1 ? words.oneLetter(last) : words.severalLetters(pick, last) };
}

/** `3 1 2`: places of the steps as they were shown. */
export function readOrder(line: string, ids: readonly string[], words: TerminalWords): Read {
  const numbers = line.split(/[\s,;]+/).filter((part) => part !== '');
  const steps = numbers.map((number) => (/^\d{1,2}$/.test(number) ? ids[Number(number) - 1] : undefined));
  const isWhole = steps.length === ids.length && new Set(steps).size === ids.length && !steps.includes(undefined);
  return isWhole ? { response: steps as string[] } : { problem: words.allNumbers(ids.length) };
}

/** `1b 2a 3b`: each number with the letter it belongs to. */
export function readPairs(line: string, left: readonly string[], right: readonly string[], words: TerminalWords): Read {
  const found = new Map<string, string>();
  const parts = [...line.toUpperCase().matchAll(/(\d{1,2})\s*[-=:>→]*\s*([A-J])/g)];
  for (const [, number, letter] of parts) {
    const [from, to] = [left[Number(number) - 1], right['ABCDEFGHIJ'.indexOf(letter ?? '')]];
    if (from !== undefined && to !== undefined) found.set(from, to);
  }
  const isWhole = found.size === left.length && parts.length === left.length;
  return isWhole ? { response: Object.fromEntries(found) } : { problem: words.allPairs(pairExample(left.length)) };
}

export function pairExample(count: number): string {
  return Array.from({ length: count }, (_, index) => `${index + 1}${letterAt((index + 1) % Math.max(2, count))}`).join(
    ' ',
  );
}

export function readNumber(line: string, words: TerminalWords): Read {
  const plain = line
    .trim()
    .replace('−', '-')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  return /^-?(?:\d{1,15}(?:\.\d*)?|\.\d+)$/.test(plain) ? { response: Number(plain) } : { problem: words.oneNumber };
}
