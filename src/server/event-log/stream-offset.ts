import type { Offset } from './event-log.ts';

/** Two clocks and a place: the entry of a stream (`ms-seq`) and the event's index in it. Redis counts in 64 bits. */
const OFFSET = /^(\d{1,15})-(\d{1,15})\.(\d{1,6})$/;
const ENTRY = /^(\d{1,15})-(\d{1,15})$/;

/** Before the first entry of any stream. */
export const FIRST_ENTRY = '0-0';

export function isStreamOffset(text: string): boolean {
  return OFFSET.test(text);
}

/** Field by field as numbers: as text, 9 would come after 10. */
export function compareStreamOffsets(a: Offset, b: Offset): number {
  return compareFields(fieldsOf(a, OFFSET), fieldsOf(b, OFFSET));
}

export function compareEntries(a: string, b: string): number {
  return compareFields(fieldsOf(a, ENTRY), fieldsOf(b, ENTRY));
}

/** The entry that holds an offset. */
export function entryOf(offset: Offset): string {
  const [ms, seq] = fieldsOf(offset, OFFSET);
  return `${ms}-${seq}`;
}

/** Redis's clock at the entry, in milliseconds since 1970; within a stream it never goes back. */
export function timeOf(entry: string): number {
  return fieldsOf(entry, ENTRY)[0] ?? 0;
}

function fieldsOf(text: string, form: RegExp): number[] {
  const found = form.exec(text);
  if (found === null) throw new RangeError(`"${text}" is no offset of this log.`);
  return found.slice(1).map(Number);
}

function compareFields(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
}
