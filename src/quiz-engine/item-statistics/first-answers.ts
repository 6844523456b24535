import type { Attempt, QuestionAttempt } from '../attempt.ts';
import type { Response } from '../grade.ts';
import type { ItemScores } from './scores.ts';

/** The first answers to one question as it was worded in one version; the lists belong together, place by place. */
export type AnsweredItem = ItemScores & {
  id: string;
  version: string;
  /** The different responses, and which of them each learner gave. */
  responses: readonly Response[];
  gave: Int32Array;
  /** 1 Korean, 0 English, −1 not known. */
  korean: Int8Array;
};

export type FirstAnswers = {
  learners: number;
  /** Sorted by id, then version. */
  items: AnsweredItem[];
  /** Attempts at questions, and those of them that were not the learner's first at that question. */
  attempts: number;
  later: number;
};

/**
 * The first attempt of each learner at each question. A reworded question that the learner had met before is no first attempt,
 * so a learner counts for one version only. Of two attempts in one millisecond the one that stands first in the log counts.
 */
export function firstAnswers(logs: readonly (readonly Attempt[])[]): FirstAnswers {
  const questions = new Map<string, Question>();
  let [attempts, firsts] = [0, 0];
  for (const [learner, log] of logs.entries()) {
    const met: Question[] = [];
    for (const attempt of log) {
      if (attempt.kind !== 'question') continue;
      attempts++;
      const question = questions.get(attempt.id) ?? { items: new Map(), learner: -1, first: attempt };
      if (question.learner !== learner) {
        if (question.learner < 0) questions.set(attempt.id, question);
        question.learner = learner;
        question.first = attempt;
        met.push(question);
      } else if (attempt.atMs < question.first.atMs) question.first = attempt;
    }
    firsts += met.length;
    for (const question of met) keep(question, learner);
  }
  const items = [...questions.values()].flatMap((question) => [...question.items.values()].map(finish));
  items.sort((a, b) => (a.id === b.id ? (a.version < b.version ? -1 : 1) : a.id < b.id ? -1 : 1));
  return { learners: logs.length, items, attempts, later: attempts - firsts };
}

/** A question while logs are read: the learner who was at it last, and the earliest attempt of that one. */
type Question = { items: Map<string, Item>; learner: number; first: QuestionAttempt };

/** Two whole numbers per answer, because there may be a million of them: the learner, and the answer packed. */
type Item = {
  id: string;
  version: string;
  n: number;
  who: Int32Array;
  packed: Int32Array;
  responses: Response[];
  places: Map<string, number>;
};

function keep({ items, first }: Question, learner: number): void {
  const { id, version, correct, response, lang } = first;
  let item = items.get(version);
  if (item === undefined) {
    item = { id, version, n: 0, who: new Int32Array(8), packed: new Int32Array(8), responses: [], places: new Map() };
    items.set(version, item);
  }
  if (item.n === item.who.length) {
    item.who = twice(item.who);
    item.packed = twice(item.packed);
  }
  const language = lang === undefined ? 0 : lang === 'en' ? 1 : 2;
  item.who[item.n] = learner;
  item.packed[item.n] = (placeOf(response, item) * 3 + language) * 2 + (correct ? 1 : 0);
  item.n++;
}

function twice(values: Int32Array): Int32Array {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}

/** Equal responses are kept once. Most are one choice, whose id says it all; the others are told by their JSON. */
function placeOf(response: Response, { responses, places }: Item): number {
  const only = Array.isArray(response) && response.length === 1 ? response[0] : undefined;
  const name = typeof only === 'string' ? only : `\u0000${JSON.stringify(response)}`;
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, responses.length);
  return responses.push(response) - 1;
}

function finish({ id, version, n, who, packed, responses }: Item): AnsweredItem {
  const [scores, korean, gave] = [new Float64Array(n), new Int8Array(n), new Int32Array(n)];
  for (let i = 0; i < n; i++) {
    const value = packed[i] as number;
    scores[i] = value % 2;
    korean[i] = ((value >> 1) % 3) - 1;
    gave[i] = Math.trunc(value / 6);
  }
  return { id, version, max: 1, who: who.subarray(0, n), scores, korean, gave, responses };
}
