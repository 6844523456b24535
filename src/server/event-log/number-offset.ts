import type { Offset } from './event-log.ts';

const NUMBER = /^[1-9]\d{0,14}$/;

/** Offsets that are whole numbers: those of the logs in memory and in SQLite. */
export function isNumberOffset(text: string): boolean {
  return NUMBER.test(text);
}

export function compareNumbers(a: Offset, b: Offset): number {
  for (const text of [a, b]) if (!NUMBER.test(text)) throw new RangeError(`"${text}" is no offset of this log.`);
  return Number(a) - Number(b);
}
