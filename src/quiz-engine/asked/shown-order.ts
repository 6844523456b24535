import { randomFrom, shuffle } from '../../random/random.ts';
import type { AskedItem, AskedQuestion } from './asked-question.ts';

/**
 * Choices and steps in the order of one asking. The page is built with seed 0, every later asking has a seed of its own,
 * so nothing moves under the reader's eyes and nobody learns places by heart. Ids stay; A, B, C are only places.
 * What is shuffled is sorted by id first: the order of the page, which another seed made, decides nothing.
 */
export function shownOrder(asked: AskedQuestion, seed: number): AskedQuestion {
  const order = (items: readonly AskedItem[]) =>
    shuffle(
      items.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      randomFrom('choices', seed, asked.id),
    );
  if (asked.kind === 'case') {
    return { ...asked, parts: asked.parts.map((part) => shownOrder(part, seed)) } as AskedQuestion;
  }
  if (asked.kind === 'order') return { ...asked, steps: order(asked.steps) };
  if (asked.kind === 'match') return { ...asked, left: order(asked.left) };
  const isShuffled = (asked.kind === 'single' || asked.kind === 'multiple') && !asked.fixed && !asked.drawn;
  return isShuffled ? { ...asked, choices: order(asked.choices) } : asked;
}
