import { createHash } from 'node:crypto';
import type { Question } from '../quiz-engine/question-schema.ts';

/**
 * Hash of a question's content, which stands in every attempt at it: a reworded question has another. The question comes with
 * `set`, the name of its file.
 */
export function versionOf(question: Question): string {
  return hashOf(JSON.stringify(question));
}

/** A short hash of a text: two versions of it differ. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
