import { expect, it } from 'vitest';
import { type GradingKey, gradeResponse } from '../grade.ts';
import type { QuestionKey } from './asked-question.ts';
import { rightResponse } from './right-response.ts';

const keyWith = (grading: GradingKey, parts?: Record<string, QuestionKey>): QuestionKey => ({
  version: 'v',
  grading,
  whyHtml: {},
  lesson: '/',
  lessonTitle: '',
  objective: '',
  ...(parts ? { parts } : {}),
});
const number: GradingKey = { kind: 'number', value: 4 };
const single: GradingKey = { kind: 'single', choices: [{ id: 'a' }, { id: 'b', correct: true }] };
const kinds: [string, QuestionKey][] = [
  ['a choice', keyWith(single)],
  ['an order', keyWith({ kind: 'order', steps: ['b', 'a'] })],
  ['a match', keyWith({ kind: 'match', pairs: { a: 'x', b: 'x' } })],
  ['a number', keyWith(number)],
  ['a case', keyWith({ kind: 'case', parts: { p: number, q: single } }, { p: keyWith(number), q: keyWith(single) })],
];

it.each(kinds)('the right response of %s is graded as right', (_, key) => {
  const response = rightResponse(key);
  expect(response !== null && key.grading && gradeResponse(key.grading, response).correct).toBe(true);
});

it('of a scenario there is none: its run decides', () => {
  const { grading: _, ...key } = keyWith(number);
  expect(rightResponse(key)).toBeNull();
});
