import type { Language } from '../i18n/text.ts';

/** What a page asks of the worker. */
export type PageMessage =
  /** Keep the app and this language; answered by `saving` … and `saved` or `failed`. What is there is not fetched again. */
  | { type: 'keep'; language: Language }
  /** Only say what is kept. */
  | { type: 'ask' }
  /** Take over from the older worker; the page reloads when that has happened. */
  | { type: 'take-over' };

/** How much of a part is kept; bytes as stored. */
export type PartState = { savedBytes: number; totalBytes: number };

/** What the worker tells every page of the site. */
export type WorkerMessage =
  | { type: 'saving'; language: Language; savedBytes: number; totalBytes: number }
  | { type: 'saved'; parts: Record<'app' | Language, PartState> }
  | { type: 'failed'; language: Language; reason: 'no-space' | 'no-connection' };
