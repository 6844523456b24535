import { chiSquareTail } from './chance.ts';
import type { Item } from './item.ts';
import type { BankRule } from './item-rule.ts';

/** Balance is doubted below this probability. */
const LEAST_PROBABILITY = 0.01;
/** χ² says nothing about places where fewer keys than this are expected. */
const LEAST_EXPECTED = 5;

export const keyPosition: BankRule = {
  id: 'O3',
  level: 'error',
  name: 'Over the bank, right choices stand at every position about equally often',
  check: (bank) => {
    const sizes = [...new Set(bank.flatMap(({ choices }) => choices.length || []))].sort((a, b) => a - b);
    return sizes.flatMap((size): string[] => {
      const asked = bank.filter((question) => question.choices.length === size);
      const { counts, expected, tail } = balance(asked, size);
      if (expected < LEAST_EXPECTED || tail > LEAST_PROBABILITY) return [];
      const places = counts.map((count, index) => `${count} times at position ${index + 1}`).join(', ');
      return [
        `of the ${asked.length} questions with ${size} choices, the right choice stands ${places}, where ${expected.toFixed(1)} is even (χ², p = ${tail.toFixed(4)}); move right choices`,
      ];
    });
  },
};

/**
 * Pearson's χ² of the positions of keys in questions of one size. A question with k keys of m choices draws them
 * without repetition, so its variance at a position is k(m − k)/(m(m − 1)) and not k/m; for k = 1 both agree.
 */
function balance(asked: readonly Item[], size: number): { counts: number[]; expected: number; tail: number } {
  const counts = Array.from(
    { length: size },
    (_, position) => asked.filter(({ choices }) => choices[position]?.correct).length,
  );
  const keys = asked.map(({ choices }) => choices.filter((choice) => choice.correct).length);
  const expected = keys.reduce((sum, k) => sum + k, 0) / size;
  const variance = keys.reduce((sum, k) => sum + (k * (size - k)) / (size * (size - 1)), 0);
  const squares = counts.reduce((sum, count) => sum + (count - expected) ** 2, 0);
  return { counts, expected, tail: variance === 0 ? 1 : chiSquareTail(squares / variance, size - 1) };
}
