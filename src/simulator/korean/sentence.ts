import type { Entry, EntryType } from '../run.ts';

/** Writes one entry in Korean, from its fields. Names of AWS stay as AWS writes them. */
export type Sentence = (entry: Entry) => string;

/** The sentences of one area, by entry type. */
export type Sentences = { readonly [type in EntryType]?: Sentence };

/** ` (RESOURCE:MEMORY)`, where the entry has a reason. */
export function because({ reason }: Entry): string {
  return reason === undefined ? '' : ` (${reason})`;
}

/** `3분`, `1분 30초`, `2시간`. */
export function lasting(seconds = 0): string {
  const parts = [
    [Math.floor(seconds / 3600), '시간'],
    [Math.floor(seconds / 60) % 60, '분'],
    [seconds % 60, '초'],
  ].flatMap(([count, unit]) => (count === 0 ? [] : [`${count}${unit}`]));
  return parts.join(' ') || '0초';
}
