import { describe, expect, it } from 'vitest';
import { knownQuestion, type QuestionFacts } from './known-question.ts';

const choices = (count: number, keys: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `c${i}`, correct: i < keys }));

describe('the chance of a blind guess', () => {
  it.each<[string, Omit<QuestionFacts, 'version'>, number | undefined]>([
    ['one of four', { kind: 'single', grading: { kind: 'single', choices: choices(4, 1) } }, 1 / 4],
    ['two of five', { kind: 'multiple', grading: { kind: 'multiple', choices: choices(5, 2) } }, 1 / 10],
    ['four steps in order', { kind: 'order', grading: { kind: 'order', steps: ['a', 'b', 'c', 'd'] } }, 1 / 24],
    ['two of three pairs', { kind: 'match', grading: { kind: 'match', pairs: { a: 'x', b: 'y' } }, choices: 3 }, 1 / 9],
    ['a number', { kind: 'number' }, 0],
    ['a run', { kind: 'scenario' }, 0],
    ['drawn choices', { kind: 'single', choices: 4 }, 1 / 4],
    [
      'a case: every part',
      {
        kind: 'case',
        grading: {
          kind: 'case',
          parts: { one: { kind: 'single', choices: choices(4, 1) }, two: { kind: 'single', choices: choices(2, 1) } },
        },
      },
      1 / 8,
    ],
    ['what is not known', { kind: 'case' }, undefined],
  ])('of %s', (_, facts, guess) => {
    const known = knownQuestion({ version: 'v', ...facts });
    if (guess === undefined) expect(known.guess).toBeUndefined();
    else expect(known.guess).toBeCloseTo(guess, 12);
  });
});

describe('what can be chosen', () => {
  it('is named as answers are: choices, the order, the pairs', () => {
    const optionsOf = (grading: QuestionFacts['grading']) =>
      knownQuestion({ version: 'v', kind: grading?.kind ?? 'number', grading }).choices?.map(({ id }) => id);
    expect(optionsOf({ kind: 'single', choices: choices(2, 1) })).toEqual(['c0', 'c1']);
    expect(optionsOf({ kind: 'order', steps: ['b', 'a'] })).toEqual(['b › a']);
    expect(optionsOf({ kind: 'match', pairs: { l: 'r' } })).toEqual(['l → r']);
    expect(optionsOf({ kind: 'number', value: 4 })).toBeUndefined();
  });
});
