import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grade } from './grade.ts';

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
