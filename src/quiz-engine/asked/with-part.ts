import type { Response } from '../grade.ts';

/** The same response with one part changed; a part without an answer is left out. */
export function withPart(response: Response | null, id: string, part: Response | null): Response | null {
  const before = typeof response === 'object' && response !== null && !Array.isArray(response) ? response : {};
  const { [id]: _, ...others } = before;
  const after = part === null ? others : { ...others, [id]: part };
  return Object.keys(after).length === 0 ? null : after;
}
