import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../quiz-engine/attempt.ts';
import { type Course, planToday } from './today-model.ts';

const course: Course = {
  lessons: [
    { slug: 'first', questions: ['a', 'b'] },
    { slug: 'second', questions: ['c', 'd'] },
  ],
  scenarios: [
    { id: 's/one', lesson: 'first' },
    { id: 's/two', lesson: 'first' },
    { id: 's/three', lesson: 'second' },
  ],
};
const answered = (id: string, correct: boolean, atMs: number): Attempt => ({
  kind: 'question',
  id,
  version: 'v',
  response: ['x'],
  correct,
  atMs,
});
const ran = (id: string, met: boolean, atMs: number): Attempt => ({
  kind: 'scenario',
  id,
  set: {},
  met,
  goals: [],
  atMs,
});

describe('the next ten minutes', () => {
  test('of someone who only looked begin with the first lesson and the first scenario', () => {
    expect(planToday([], course)).toEqual({
      again: [],
      lesson: { slug: 'first', right: 0, total: 2 },
      scenario: 's/one',
    });
  });

  test('bring back what was answered wrongly last, the longest ago first', () => {
    const log = [answered('a', false, 1), answered('c', false, 2), answered('b', true, 3), answered('a', false, 4)];
    expect(planToday(log, course).again).toEqual(['c', 'a']);
  });

  test('do not bring back what was put right since', () => {
    expect(planToday([answered('a', false, 1), answered('a', true, 2)], course).again).toEqual([]);
  });

  test('go on with the lesson of the last answer, not with the first open one', () => {
    expect(planToday([answered('c', true, 5)], course).lesson).toEqual({ slug: 'second', right: 1, total: 2 });
  });

  test('go on with another lesson when that one is done', () => {
    const done = [answered('c', true, 5), answered('d', true, 6)];
    expect(planToday(done, course).lesson?.slug).toBe('first');
  });

  test('practise what the lesson is about', () => {
    expect(planToday([answered('c', true, 5)], course).scenario).toBe('s/three');
  });

  test('pass over scenarios whose goals were met once', () => {
    expect(planToday([ran('s/one', true, 1), ran('s/one', false, 2)], course).scenario).toBe('s/two');
  });

  test('are empty for someone who did everything', () => {
    const log = [...'abcd'].map((id, index) => answered(id, true, index));
    const all = [...log, ran('s/one', true, 9), ran('s/two', true, 9), ran('s/three', true, 9)];
    expect(planToday(all, course)).toEqual({ again: [], lesson: undefined, scenario: undefined });
  });

  test('ignore questions that are no longer asked, and the order in which the log was stored', () => {
    const log = [answered('a', true, 9), answered('gone', false, 3), answered('a', false, 1)];
    expect(planToday(log, course).again).toEqual([]);
  });
});
