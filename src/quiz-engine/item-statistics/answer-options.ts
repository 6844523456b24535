import type { Response } from '../grade.ts';

/** What is known of a question beside its answers; without it, what was chosen says what there is. */
export type KnownQuestion = {
  version: string;
  kind: 'single' | 'multiple' | 'order' | 'match' | 'number' | 'scenario' | 'case';
  /** Choices, or steps in the right order, or left items with what belongs to them. */
  choices?: readonly { id: string; correct: boolean }[] | undefined;
  /** Probability that blind guessing is right; 0 where nobody guesses. Undefined where it is not known. */
  guess?: number | undefined;
};

export type KnownKind = KnownQuestion['kind'];

/** How the responses of an item are read when the question is not at hand. */
export function kindOfResponses(responses: readonly Response[]): KnownKind {
  if (responses.every((response) => Array.isArray(response) && response.length < 2)) return 'single';
  const given = responses.filter((response) => optionsIn(response, 'multiple').length > 0);
  if (given.every((response) => typeof response === 'number')) return 'number';
  if (!given.every(Array.isArray)) {
    const isMap = given.every((one) => isRecord(one) && Object.values(one).every((value) => typeof value === 'string'));
    return isMap ? 'match' : 'case';
  }
  const lists = given.map((list) => list.map(String));
  const first = lists[0] ?? [];
  const members = [...first].sort().join();
  const isSameSet = first.length > 2 && lists.every((list) => [...list].sort().join() === members);
  return isSameSet && lists.some((list) => list.join() !== first.join()) ? 'order' : 'multiple';
}

const NONE: readonly string[] = [];

/** What was chosen in a response, as names to count: choices, a whole order, pairs, or the answer itself. Empty: no answer. */
export function optionsIn(response: Response, kind: KnownKind): readonly string[] {
  if (response === null || response === '') return NONE;
  if (Array.isArray(response)) {
    if (response.length === 0) return NONE;
    const [only] = response;
    // Most answers are one choice; they are taken as they are.
    if (response.length === 1 && typeof only === 'string' && only.length <= LONGEST) return response as string[];
    const names = response.map(nameOf);
    return kind === 'order' ? [names.join(' › ')] : [...new Set(names)];
  }
  if (!isRecord(response)) return [nameOf(response)];
  if (kind === 'match') return Object.entries(response).map(([left, right]) => `${left} → ${nameOf(right)}`);
  const parts = Object.keys(response).sort();
  return parts.length === 0 ? NONE : [parts.map((key) => `${key}: ${nameOf(response[key] ?? null)}`).join(', ')];
}

/** Characters of a name; an answer may hold any text, and the table must stay one. */
const LONGEST = 80;

function nameOf(value: Response): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function isRecord(value: Response): value is { [key: string]: Response } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
