import type { Json } from '../simulator/run.ts';

export type Fields = { [key: string]: Json };

/** The fields that have a value, in the order written. */
export function fields(of: Record<string, Json | undefined>): Fields {
  return Object.fromEntries(Object.entries(of).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** The list, unless it is empty. */
export function unlessEmpty<T>(list: readonly T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list];
}
