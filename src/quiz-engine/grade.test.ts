import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GradingKey, gradeResponse } from './grade.ts';

const grade = (question: { choices: Extract<GradingKey, { choices: unknown }>['choices'] }, response: string[]) => {
  const { correct, items } = gradeResponse({ kind: 'multiple', ...question }, response);
  return { correct, choices: items };
};

const SINGLE = { choices: [{ id: 'a' }, { id: 'b', correct: true as const }, { id: 'c' }] };
const MULTIPLE = {
  choices: [{ id: 'a', correct: true as const }, { id: 'b' }, { id: 'c', correct: true as const }, { id: 'd' }],
};

describe('grade', () => {
  it.each([
    ['the right choice alone is right', SINGLE, ['b'], true],
    ['a wrong choice is wrong', SINGLE, ['a'], false],
    ['the right choice beside a wrong one is wrong', SINGLE, ['a', 'b'], false],
    ['no choice is wrong', SINGLE, [], false],
    ['all right choices of a multiple question are right', MULTIPLE, ['a', 'c'], true],
    ['the order of choices means nothing', MULTIPLE, ['c', 'a'], true],
    ['a choice named twice counts once', MULTIPLE, ['a', 'c', 'a'], true],
    ['some right choices give no part of the point, as at AWS', MULTIPLE, ['a'], false],
    ['a choice the question does not have makes the answer wrong', MULTIPLE, ['a', 'c', 'z'], false],
  ])('%s', (_, question, response, correct) => {
    expect(grade(question, response).correct).toBe(correct);
  });

  it('is total: any response to any question has a verdict for every choice', () => {
    const question = fc.record({
      choices: fc.uniqueArray(
        fc.record({ id: fc.string(), correct: fc.option(fc.constant(true as const), { nil: undefined }) }),
        {
          selector: (choice) => choice.id,
        },
      ),
    });
    fc.assert(
      fc.property(question, fc.array(fc.string()), (asked, response) => {
        const verdict = grade(asked, response);
        expect(verdict.choices.map((choice) => choice.id)).toEqual(asked.choices.map((choice) => choice.id));
      }),
    );
  });

  it('is right for exactly one set of choices', () => {
    fc.assert(
      fc.property(fc.subarray(MULTIPLE.choices.map((choice) => choice.id)), (response) => {
        expect(grade(MULTIPLE, response).correct).toBe(
          response.length === 2 && response.includes('a') && response.includes('c'),
        );
      }),
    );
  });
});

describe('grade of the other kinds', () => {
  const order = { kind: 'order', steps: ['a', 'b', 'c'] } as const;
  const match = { kind: 'match', pairs: { x: '1', y: '2' } } as const;
  const number = { kind: 'number', value: 3, tolerance: 0.5 } as const;
  const story = { kind: 'case', parts: { first: number, second: order } } as const;

  it.each<[string, GradingKey, unknown, boolean, number]>([
    ['steps in their order are right', order, ['a', 'b', 'c'], true, 1],
    ['two neighbours the wrong way round lose one pair of three', order, ['a', 'c', 'b'], false, 2 / 3],
    ['a step that is left out makes the order wrong', order, ['a', 'b'], false, 1 / 3],
    ['a step that is not one of them makes the order wrong', order, ['a', 'b', 'c', 'd'], false, 1],
    ['every pair right is right', match, { x: '1', y: '2' }, true, 1],
    ['one pair of two gives half the credit', match, { x: '1', y: '1' }, false, 0.5],
    ['a pair for nothing makes it wrong', match, { x: '1', y: '2', z: '1' }, false, 1],
    ['a number inside the tolerance is right', number, 3.5, true, 1],
    ['a number outside the tolerance is wrong', number, 3.51, false, 0],
    ['a case is right when every part is', story, { first: 3, second: ['a', 'b', 'c'] }, true, 1],
    ['a case is graded part by part', story, { first: 3 }, false, 0.5],
    ['the name of a method is no answer', match, { x: 'constructor', toString: '1' }, false, 0],
  ])('%s', (_, key, response, correct, credit) => {
    const verdict = gradeResponse(key, response as never);
    expect(verdict.correct).toBe(correct);
    expect(verdict.credit).toBeCloseTo(credit, 12);
  });

  it('is total: no response of any shape to any kind is an error, and credit is 0 to 1', () => {
    const key = fc.constantFrom<GradingKey>(order, match, number, story, {
      kind: 'single',
      choices: [{ id: 'a', correct: true }],
    });
    fc.assert(
      fc.property(key, fc.jsonValue(), (asked, response) => {
        const { correct, credit } = gradeResponse(asked, response as never);
        expect(credit >= 0 && credit <= 1).toBe(true);
        if (correct) expect(credit).toBe(1);
      }),
    );
  });
});
