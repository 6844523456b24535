import type { GradingKey } from '../grade.ts';
import type { KnownKind, KnownQuestion } from './answer-options.ts';

/** What a question's page or file says of it. */
export type QuestionFacts = {
  version: string;
  kind: KnownKind;
  /** Absent where a run decides, and where values are drawn. */
  grading?: GradingKey | undefined;
  /** Of kind match: how many things there are to choose from. Of a drawn question: its choices, right and wrong. */
  choices?: number | undefined;
};

export function knownQuestion({ version, kind, grading, choices }: QuestionFacts): KnownQuestion {
  return { version, kind, choices: optionsOf(grading), guess: guessOf(kind, grading, choices) };
}

function optionsOf(grading: GradingKey | undefined): KnownQuestion['choices'] {
  if (grading === undefined) return undefined;
  if (grading.kind === 'single' || grading.kind === 'multiple') {
    return grading.choices.map(({ id, correct }) => ({ id, correct: correct === true }));
  }
  if (grading.kind === 'order') return [{ id: grading.steps.join(' › '), correct: true }];
  if (grading.kind !== 'match') return undefined;
  return Object.entries(grading.pairs).map(([left, right]) => ({ id: `${left} → ${right}`, correct: true }));
}

/** The chance of being right without reading: one set of choices, one order, one way of matching. */
function guessOf(kind: KnownKind, grading: GradingKey | undefined, choices: number | undefined): number | undefined {
  if (kind === 'number' || kind === 'scenario') return 0;
  if (grading === undefined) return choices === undefined ? undefined : 1 / choices;
  if (grading.kind === 'order') return 1 / ways(grading.steps.length, grading.steps.length);
  if (grading.kind === 'match') {
    const lefts = Object.keys(grading.pairs).length;
    return (1 / (choices ?? lefts)) ** lefts;
  }
  if (grading.kind === 'number') return 0;
  if (grading.kind === 'case') {
    return Object.values(grading.parts).reduce((all, part) => all * (guessOf(part.kind, part, undefined) ?? 1), 1);
  }
  const keys = grading.choices.filter(({ correct }) => correct).length;
  return ways(keys, keys) / ways(grading.choices.length, keys);
}

/** Ordered choices of `count` out of `of`. */
function ways(of: number, count: number): number {
  let product = 1;
  for (let left = 0; left < count; left++) product *= of - left;
  return product;
}
