import type { Language } from '../i18n/text.ts';
import type { Asking } from '../quiz-engine/asked/drawing.ts';

/**
 * A question as a room froze it when it was created: drawn and ordered once, the same for everybody in the room, in both
 * languages. It stands in the room's first event, so that the log alone replays and a later edit of the bank changes nothing.
 */
export type LiveQuestion = {
  id: string;
  /** Name of its question file. */
  set: string;
  /** Its key stands on the static site too, so that a player could look it up; the host is told. */
  isPublic: boolean;
  /** With `key`: never leaves the server but to the host, and to everybody after the reveal. */
  text: Record<Language, Asking>;
};
