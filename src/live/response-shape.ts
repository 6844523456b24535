import type { AskedItem, AskedPlain, AskedQuestion } from '../quiz-engine/asked/asked-question.ts';
import type { Json } from '../simulator/run.ts';

/** A longest answer, in characters of JSON: the longest set that a challenge asks for is a tenth of it. */
const LONGEST = 8_000;
/** How deep an answer may lie: a set may hold whole objects of AWS, which are at most this deep. */
const DEEPEST = 16;

/**
 * Whether a value of any shape is an answer to this question: what was chosen exists, nothing twice, all of it no larger
 * than an answer can be. Whether it is right is not asked here.
 */
export function fitsQuestion(asked: AskedQuestion, response: unknown): response is Json {
  if (asked.kind !== 'case') return fitsPlain(asked, response);
  if (!isRecord(response)) return false;
  const given = Object.entries(response);
  return (
    given.length > 0 &&
    given.every(([id, own]) => {
      const part = asked.parts.find((one) => one.id === id);
      return part !== undefined && fitsPlain(part, own);
    })
  );
}

function fitsPlain(asked: AskedPlain, response: unknown): boolean {
  switch (asked.kind) {
    case 'single':
      return Array.isArray(response) && response.length === 1 && areKnown(response, asked.choices);
    case 'multiple':
      return Array.isArray(response) && response.length > 0 && areKnown(response, asked.choices);
    case 'order':
      return Array.isArray(response) && response.length === asked.steps.length && areKnown(response, asked.steps);
    case 'match': {
      const pairs = isRecord(response) ? Object.entries(response) : [];
      const knows = (items: readonly { id: string }[], id: unknown) => items.some((item) => item.id === id);
      return pairs.length > 0 && pairs.every(([left, right]) => knows(asked.left, left) && knows(asked.right, right));
    }
    case 'number':
      return typeof response === 'number' && Number.isFinite(response);
    case 'scenario':
      return (
        isRecord(response) &&
        Object.keys(response).every((path) => path.startsWith('/')) &&
        sizeOf(response, DEEPEST) <= LONGEST
      );
  }
}

/** Each of them an id of these, none twice. */
function areKnown(response: readonly unknown[], items: readonly AskedItem[]): boolean {
  if (response.length > items.length) return false;
  return response.every((id, i) => items.some((item) => item.id === id) && response.indexOf(id) === i);
}

/** Characters, roughly; infinity for what is no JSON or lies too deep. */
function sizeOf(value: unknown, depth: number): number {
  if (value === null || typeof value === 'boolean') return 4;
  if (typeof value === 'number') return Number.isFinite(value) ? 8 : Number.POSITIVE_INFINITY;
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || depth === 0) return Number.POSITIVE_INFINITY;
  let size = 2;
  for (const [key, own] of Object.entries(value)) {
    size += key.length + 3 + sizeOf(own, depth - 1);
    if (size > LONGEST) return Number.POSITIVE_INFINITY;
  }
  return size;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
