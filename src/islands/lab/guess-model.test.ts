import { expect, it } from 'vitest';
import { readGuess } from './guess-model.ts';

it('reads a number, or a moment as a clock writes it', () => {
  expect(['4', ' 4 ', '2:45', '165', '3.5', '-1'].map(readGuess)).toEqual([4, 4, 165, 165, 3.5, -1]);
});

it('takes nothing else for a guess', () => {
  expect(['', 'four', '2:75', '1e3', '４'].map(readGuess)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
