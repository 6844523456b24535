import type { Response } from '../grade.ts';
import { type KnownKind, type KnownQuestion, kindOfResponses, optionsIn } from './answer-options.ts';
import { groupCorrelation } from './item-figures.ts';
import type { Moments } from './moments.ts';
import type { ItemWithRest } from './scores.ts';

/** One thing that could be chosen, and what choosing it says. */
export type OptionFigures = {
  id: string;
  /** It is a right one, or part of the right answer. */
  correct: boolean;
  chosen: number;
  /** Of all who answered. */
  share: number;
  /** Of a wrong one: share of those who were wrong, aⱼ/(1 − p), so that an easy question does not hide it. */
  adjusted: number | undefined;
  /** Of a wrong one: adjusted share at least 0.10 and share at least 0.02. */
  working: boolean | undefined;
  /** Of a wrong one, the older rule: share at least 0.05. */
  workingByShare: boolean | undefined;
  /** Correlation of choosing it with the total: below 0 for a wrong one. */
  pointBiserial: number | undefined;
  /** Wrong, yet chosen by the stronger: the correlation is above 0. */
  inverted: boolean;
};

export type AnswerTable = {
  kind: KnownKind;
  options: OptionFigures[];
  /** Wrong answers that are left out of the table, because there are so many different ones. */
  more: number;
  /** Learners who left it open. */
  open: number;
};

/** As many different answers as a table shows. */
const MOST_OPTIONS = 12;

/** Learner `i` gave `responses[gave[i]]`. */
type Answered = { responses: readonly Response[]; gave: Int32Array; scores: Float64Array; max: number };

/** Who chose one option: how many, and of those with a total how many and its sum. */
type Tally = { id: string; correct: boolean; chosen: number; n: number; sum: number };

/**
 * Who chose what. `known` names the choices, so that those nobody chose are told too; without it what the right answers
 * hold is right, and the rest is wrong.
 */
export function answerTable(
  item: Answered,
  rest: ItemWithRest,
  { all, known }: { all: Moments; known: KnownQuestion | undefined },
): AnswerTable {
  const kind = known?.kind ?? kindOfResponses(item.responses);
  const { options, open } = tally(countResponses(item, rest), kind, known);
  const rows = [...options.values()].sort(compareOptions(known));
  const n = item.gave.length;
  const wrong = n === 0 ? 0 : 1 - item.scores.reduce((sum, score) => sum + score, 0) / (n * item.max);
  const shown = rows.slice(0, Math.max(MOST_OPTIONS, known?.choices?.length ?? 0));
  return {
    kind,
    options: shown.map((row) => figuresOf(row, { n, wrong, pointBiserial: groupCorrelation(row, all) })),
    more: rows.length - shown.length,
    open,
  };
}

/** How often a response was given, how often it was right, and of those with a total how many and its sum. */
type Given = { response: Response; chosen: number; right: number; n: number; sum: number };

function countResponses({ responses, gave, scores, max }: Answered, { places, total }: ItemWithRest): Given[] {
  const given = responses.map((response): Given => ({ response, chosen: 0, right: 0, n: 0, sum: 0 }));
  for (let i = 0; i < gave.length; i++) {
    const one = given[gave[i] as number] as Given;
    one.chosen++;
    if (scores[i] === max) one.right++;
  }
  for (let row = 0; row < places.length; row++) {
    const one = given[gave[places[row] as number] as number] as Given;
    one.n++;
    one.sum += total[row] as number;
  }
  return given;
}

function tally(
  given: readonly Given[],
  kind: KnownKind,
  known: KnownQuestion | undefined,
): { options: Map<string, Tally>; open: number } {
  const fresh = (id: string, correct: boolean): Tally => ({ id, correct, chosen: 0, n: 0, sum: 0 });
  const options = new Map((known?.choices ?? []).map(({ id, correct }) => [id, fresh(id, correct)]));
  let open = 0;
  for (const { response, chosen, right, n, sum } of given) {
    const named = optionsIn(response, kind);
    if (named.length === 0) open += chosen;
    for (const id of named) {
      const option = options.get(id) ?? fresh(id, false);
      options.set(id, option);
      option.chosen += chosen;
      option.correct ||= known?.choices === undefined && right > 0;
      option.n += n;
      option.sum += sum;
    }
  }
  return { options, open };
}

function figuresOf(
  { id, correct, chosen }: Tally,
  { n, wrong, pointBiserial }: { n: number; wrong: number; pointBiserial: number | undefined },
): OptionFigures {
  const share = n === 0 ? 0 : chosen / n;
  const adjusted = correct || wrong <= 0 ? undefined : share / wrong;
  return {
    id,
    correct,
    chosen,
    share,
    adjusted,
    working: adjusted === undefined ? undefined : adjusted >= 0.1 && share >= 0.02,
    workingByShare: correct ? undefined : share >= 0.05,
    pointBiserial,
    inverted: !correct && pointBiserial !== undefined && pointBiserial > 0,
  };
}

/** Choices in the order of the question; else the right ones, then what was chosen most. */
function compareOptions(known: KnownQuestion | undefined): (a: Tally, b: Tally) => number {
  const order = new Map((known?.choices ?? []).map(({ id }, index) => [id, index]));
  const place = ({ id }: Tally) => order.get(id) ?? order.size;
  return (a, b) =>
    place(a) - place(b) || Number(b.correct) - Number(a.correct) || b.chosen - a.chosen || (a.id < b.id ? -1 : 1);
}
