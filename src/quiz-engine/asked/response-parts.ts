import type { Response } from '../grade.ts';
import type { AskedQuestion } from './asked-question.ts';

/** A response that answers everything the question asks. */
export function isComplete(asked: AskedQuestion, response: Response | null): boolean {
  if (response === null) return false;
  switch (asked.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return Array.isArray(response) && response.length > 0;
    case 'match':
      return asked.left.every(({ id }) => partOf(response, id) !== null);
    case 'number':
      return typeof response === 'number';
    case 'scenario':
      return true;
    case 'case':
      return asked.parts.every((part) => isComplete(part, partOf(response, part.id)));
  }
}

/** What a response of several parts says for one of them; null for nothing. */
export function partOf(response: Response | null, id: string): Response | null {
  if (typeof response !== 'object' || response === null || Array.isArray(response)) return null;
  return Object.hasOwn(response, id) ? (response[id] ?? null) : null;
}
