import { expect, test } from 'vitest';
import { guessLines } from './guess-lines.ts';

const predict = [
  { id: 'floor', metric: 'services.web.healthy', take: 'min' as const },
  { id: 'done', metric: 'services.web.deployment.completedAt' },
  { id: 'other', metric: 'services.api.healthy' },
  { id: 'load', metric: 'services.web.requests.failed', take: 'total' as const },
];
const guesses = { floor: '4', done: '2:30', other: '3', load: '9' };

test('a count of the chart’s tasks is a height, a moment is a second, and what has no axis there is no line', () => {
  expect(guessLines(predict, guesses, 'web')).toEqual([
    { id: 'floor', count: 4 },
    { id: 'done', at: 150 },
  ]);
});

test('what nobody guessed, or nobody can read, is no line', () => {
  expect(guessLines(predict, { floor: '', done: 'soon' }, 'web')).toEqual([]);
  expect(guessLines(predict, { floor: '-1' }, 'web')).toEqual([]);
});
