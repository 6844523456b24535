import type { Language } from './text.ts';

/** Words of the interface; a value that needs numbers or names is a function. */
export type Words = Record<string, string | ((...values: never[]) => string)>;

/** A Korean table must have just the keys of the English one, functions where it has functions. */
type Same<T extends Words> = { [K in keyof T]: T[K] extends string ? string : T[K] };

/** One table per room (`site-messages.ts`, `lab-messages.ts` …), so that an island ships only its own words. */
export function defineMessages<T extends Words>(en: T, ko: Same<T>): Record<Language, T> {
  return { en, ko: ko as T };
}
