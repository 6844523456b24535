import { createHash } from 'node:crypto';
import type { Question } from '../quiz-engine/question-schema.ts';

/**
 * Hash of a question's content, which stands in every attempt at it: a reworded question has another; one whose difficulty was
 * fitted again, or whose explanation got a run to look at, is the same. The question comes with `set`, the name of its file.
 */
export function versionOf({ difficulty: _, run: __, ...content }: Question): string {
  return hashOf(JSON.stringify(content));
}

/** A short hash of a text: two versions of it differ. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
