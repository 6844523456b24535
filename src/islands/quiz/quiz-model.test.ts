import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { isComplete, partOf } from '../../quiz-engine/asked/response-parts.ts';
import { withPart } from '../../quiz-engine/asked/with-part.ts';
import type { Verdict } from '../../quiz-engine/grade.ts';
import { isLocked, isOver, markOf, type QuizAction, type QuizState, stepQuiz, UNANSWERED } from './quiz-model.ts';

const verdict = (correct: boolean): Verdict => ({
  correct,
  credit: correct ? 1 : 0,
  items: [
    { id: 'a', chosen: !correct, right: false },
    { id: 'b', chosen: correct, right: true },
  ],
});
const after = (...actions: QuizAction[]): QuizState => actions.reduce(stepQuiz, UNANSWERED);
const grade = (correct: boolean, oneTry = false): QuizAction => ({ do: 'grade', verdict: verdict(correct), oneTry });

describe('a question', () => {
  it('takes several tries in practice, and answering begins the next one', () => {
    const wrong = after({ do: 'respond', response: ['a'] }, { do: 'load' }, grade(false));
    expect(wrong).toMatchObject({ phase: 'wrong', tries: 1 });
    const again = stepQuiz(wrong, { do: 'respond', response: ['b'] });
    expect(again.phase).toBe('asking');
    expect(stepQuiz(again, grade(true))).toMatchObject({ phase: 'right', tries: 2 });
  });

  it('takes one try in a review: a wrong answer is told at once', () => {
    expect(after({ do: 'respond', response: ['a'] }, grade(false, true))).toMatchObject({ phase: 'shown', tries: 1 });
  });

  it('cannot be answered while it is checked, when it is sent, or when it is over', () => {
    for (const state of [after({ do: 'load' }), after({ do: 'send' }), after(grade(true))]) {
      expect(isLocked(state)).toBe(true);
      expect(stepQuiz(state, { do: 'respond', response: ['a'] })).toBe(state);
      expect(stepQuiz(state, { do: 'be-certain', certainty: 'sure' })).toBe(state);
    }
  });

  it('keeps the answer when the reasons could not be had', () => {
    const failed = after({ do: 'respond', response: ['a'] }, { do: 'load' }, { do: 'fail' });
    expect(failed).toMatchObject({ phase: 'failed', response: ['a'], tries: 0 });
    expect(isLocked(failed)).toBe(false);
  });

  it('opens its hints one by one and keeps certainty with the answer', () => {
    const state = after({ do: 'hint' }, { do: 'be-certain', certainty: 'unsure' }, { do: 'hint' }, grade(true));
    expect(state).toMatchObject({ hints: 2, certainty: 'unsure' });
  });

  it('begins anew when it is asked again', () => {
    expect(after({ do: 'hint' }, { do: 'respond', response: ['a'] }, grade(true), { do: 'again' })).toEqual(UNANSWERED);
  });
});

describe('marks of choices', () => {
  const key = { version: '', whyHtml: {}, lesson: '', lessonTitle: '', objective: '' };
  it.each([
    ['nothing is told before an answer', undefined, true, 'a', 'chosen'],
    ['a wrong try tells only of what was chosen', { correct: false, isOver: false }, true, 'a', 'wrong'],
    ['a wrong try keeps the key to itself', { correct: false, isOver: false }, false, 'b', 'plain'],
    ['at the end the key is shown', { correct: false, isOver: true }, false, 'b', 'missed'],
    ['at the end a right choice says so', { correct: true, isOver: true }, true, 'b', 'right'],
    ['at the end the rest is quiet', { correct: true, isOver: true }, false, 'a', 'rest'],
  ])('%s', (_, told, chosen, id, mark) => {
    const shown = told && { verdict: verdict(told.correct), key, isOver: told.isOver };
    expect(markOf(shown, chosen, id)).toBe(mark);
  });
});

describe('a complete answer', () => {
  const fields = { id: 'q', set: 's', stemHtml: '' };
  const match: AskedQuestion = {
    ...fields,
    kind: 'match',
    left: [
      { id: 'x', html: '' },
      { id: 'y', html: '' },
    ],
    right: [],
  };
  const number: AskedQuestion = { ...fields, id: 'n', kind: 'number' };
  const story: AskedQuestion = { ...fields, kind: 'case', parts: [number, { ...match, id: 'm' }] };

  it.each([
    ['of a number is a number', number, 3, true],
    ['of pairs has every left item', match, { x: '1' }, false],
    ['of pairs is complete with all', match, { x: '1', y: '1' }, true],
    ['of a case has every part', story, { n: 3, m: { x: '1' } }, false],
    ['of a case is complete with all', story, { n: 3, m: { x: '1', y: '2' } }, true],
    ['is never nothing', story, null, false],
  ])('%s', (_, asked, response, complete) => {
    expect(isComplete(asked as AskedQuestion, response)).toBe(complete);
  });

  it('gives back the part that was put into it, and forgets one that is taken back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), fc.string(), fc.integer(), (response, id, part) => {
        expect(partOf(withPart(response, id, part), id)).toBe(part);
        expect(partOf(withPart(withPart(response, id, part), id, null), id)).toBeNull();
      }),
    );
  });
});

it('a question that is over stays over until it is asked again', () => {
  const action = fc.constantFrom<QuizAction>(
    { do: 'respond', response: ['a'] },
    { do: 'be-certain', certainty: 'sure' },
    { do: 'hint' },
    { do: 'nudge' },
  );
  fc.assert(
    fc.property(fc.array(action), (actions) => {
      expect(isOver(actions.reduce(stepQuiz, after(grade(true))))).toBe(true);
    }),
  );
});
