import type { Json } from '../simulator/run.ts';

/**
 * What a learner answered, as plain JSON; the kind of the question says how it is read. single, multiple: choice ids in
 * any order. order: step ids in order. match: left id → right id. number: a number. scenario: a set. case: part id → response.
 */
export type Response = Json;

/** Only what grading needs, so that a page can grade without the whole question and without a schema. */
export type GradingKey =
  | { kind: 'single' | 'multiple'; choices: readonly { id: string; correct?: boolean | undefined }[] }
  | { kind: 'order'; steps: readonly string[] }
  | { kind: 'match'; pairs: Readonly<Record<string, string>> }
  | { kind: 'number'; value: number; tolerance?: number | undefined }
  | { kind: 'case'; parts: Readonly<Record<string, GradingKey>> };

/**
 * All or nothing in `correct`, as AWS grades; `credit` is the part of the point, 0 to 1, that a behaviour may give.
 * `items` says for each choice, step, left item or part whether it was chosen and whether it is right.
 */
export type Verdict = {
  correct: boolean;
  credit: number;
  items: VerdictItem[];
  /** Of a scenario: what AWS refuses of the answer, so that nothing ran. */
  refused?: string[];
};

export type VerdictItem = {
  id: string;
  chosen: boolean;
  /** Of a choice: it is a right one. Of anything else: what was answered for it is right. */
  right: boolean;
};

/** Grades a response of any shape: what does not fit the question is wrong, never an error. */
export function gradeResponse(key: GradingKey, response: Response): Verdict {
  if (key.kind === 'order') return gradeOrder(key.steps, textsOf(response));
  if (key.kind === 'match') return gradeMatch(key.pairs, response);
  if (key.kind === 'number') return gradeNumber(key.value, key.tolerance ?? 0, response);
  if (key.kind === 'case') return gradeCase(key.parts, response);
  return gradeChoices(key.choices, textsOf(response));
}

function textsOf(response: Response): string[] {
  if (!Array.isArray(response)) return [];
  // What is no id stands for a choice that the question does not have.
  return response.map((item) => (typeof item === 'string' ? item : '\u0000'));
}

/** Right exactly when the chosen set is the set of right choices. */
function gradeChoices(choices: readonly { id: string; correct?: boolean | undefined }[], response: string[]): Verdict {
  const chosen = new Set(response);
  const items = choices.map(({ id, correct }) => ({ id, chosen: chosen.has(id), right: correct === true }));
  const known = items.filter((item) => item.chosen).length === chosen.size;
  const hits = items.filter((item) => item.chosen && item.right).length;
  const misses = chosen.size - hits;
  const keys = items.filter((item) => item.right).length;
  return {
    correct: known && items.every((item) => item.chosen === item.right),
    credit: keys === 0 ? 0 : Math.max(0, hits - misses) / keys,
    items,
  };
}

/** Right in exactly this order. Credit is the share of pairs that stand the right way round. */
function gradeOrder(steps: readonly string[], response: string[]): Verdict {
  const isComplete = response.length === steps.length && new Set(response).size === response.length;
  const items = steps.map((id, place) => ({ id, chosen: response.includes(id), right: response[place] === id }));
  let inOrder = 0;
  for (let later = 1; later < steps.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const [a, b] = [response.indexOf(steps[earlier] as string), response.indexOf(steps[later] as string)];
      if (a !== -1 && b !== -1 && a < b) inOrder++;
    }
  }
  const pairs = (steps.length * (steps.length - 1)) / 2;
  return {
    correct: isComplete && items.every(({ right }) => right),
    credit: pairs === 0 ? 0 : inOrder / pairs,
    items,
  };
}

function gradeMatch(pairs: Readonly<Record<string, string>>, response: Response): Verdict {
  const given = typeof response === 'object' && response !== null && !Array.isArray(response) ? response : {};
  const items = Object.entries(pairs).map(([id, right]) => ({
    id,
    chosen: Object.hasOwn(given, id),
    right: Object.hasOwn(given, id) && given[id] === right,
  }));
  const extra = Object.keys(given).some((id) => !Object.hasOwn(pairs, id));
  const hits = items.filter(({ right }) => right).length;
  return {
    correct: !extra && hits === items.length,
    credit: items.length === 0 ? 0 : hits / items.length,
    items,
  };
}

function gradeNumber(value: number, tolerance: number, response: Response): Verdict {
  const isNumber = typeof response === 'number' && Number.isFinite(response);
  const correct = isNumber && Math.abs(response - value) <= tolerance;
  return { correct, credit: correct ? 1 : 0, items: [{ id: 'value', chosen: isNumber, right: correct }] };
}

function gradeCase(parts: Readonly<Record<string, GradingKey>>, response: Response): Verdict {
  const given = typeof response === 'object' && response !== null && !Array.isArray(response) ? response : {};
  const graded = Object.entries(parts).map(([id, key]) => {
    const answer = Object.hasOwn(given, id) ? (given[id] as Json) : null;
    return { id, chosen: answer !== null, verdict: gradeResponse(key, answer) };
  });
  return {
    correct: graded.every(({ verdict }) => verdict.correct),
    credit: graded.length === 0 ? 0 : graded.reduce((sum, { verdict }) => sum + verdict.credit, 0) / graded.length,
    items: graded.map(({ id, chosen, verdict }) => ({ id, chosen, right: verdict.correct })),
  };
}
