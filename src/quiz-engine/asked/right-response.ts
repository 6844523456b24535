import type { Response } from '../grade.ts';
import type { QuestionKey } from './asked-question.ts';

/** A response that is right, for showing a key where nobody answered. Null for a scenario, which its run decides. */
export function rightResponse(key: QuestionKey): Response | null {
  const { grading, parts } = key;
  switch (grading?.kind) {
    case 'single':
    case 'multiple':
      return grading.choices.filter(({ correct }) => correct).map(({ id }) => id);
    case 'order':
      return [...grading.steps];
    case 'match':
      return { ...grading.pairs };
    case 'number':
      return grading.value;
    case 'case': {
      const entries = Object.entries(parts ?? {}).map(([id, part]) => [id, rightResponse(part)] as const);
      return Object.fromEntries(entries.filter(([, response]) => response !== null)) as Response;
    }
    default:
      return null;
  }
}
