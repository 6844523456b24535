import { randomFrom } from '../../random/random.ts';
import type { Values } from './expression.ts';

/** What values are drawn from, by name: a list, or whole numbers from … to …, both included. */
export type Draws = Readonly<
  Record<string, (number | string)[] | { from: number; to: number; step?: number | undefined }>
>;

/** How many drawings there are; 1 without draws. */
export function countOf(draws: Draws = {}): number {
  return Object.values(draws).reduce((product, draw) => product * sizeOf(draw), 1);
}

/**
 * The drawing at this place of an endless practice. Places 0 … count − 1 of one seed give every drawing once, in an order
 * that the seed decides; after that they come again.
 */
export function valuesAt(draws: Draws, seed: number, place: number): Values {
  const count = countOf(draws);
  const random = randomFrom('variant', seed, Object.keys(draws).sort().join());
  const step = stepOf(count, random.below);
  return valuesOf(draws, wrap(random.below(count), step, place, count));
}

/**
 * The drawing of a scenario: 0 is the first value of each draw, which is the file as it is read without a seed. 1 to
 * count − 1 give every other drawing once; after that they come again.
 */
export function drawnValues(draws: Draws, draw: number): Values {
  const count = countOf(draws);
  const random = randomFrom('scenario', Object.keys(draws).sort().join());
  return valuesOf(draws, wrap(0, stepOf(count, random.below), draw, count));
}

/** An affine walk over all drawings: a step that shares no factor with their number visits each once. */
function stepOf(count: number, below: (bound: number) => number): number {
  let step = count === 1 ? 1 : 1 + below(count - 1);
  while (gcd(step, count) !== 1) step = (step % count) + 1;
  return step;
}

function wrap(start: number, step: number, place: number, count: number): number {
  return Number((BigInt(start) + BigInt(step) * BigInt(place)) % BigInt(count));
}

/** The values of a drawing by its number among all: the first name changes fastest. */
function valuesOf(draws: Draws, number: number): Values {
  const values: Record<string, number> = {};
  let index = number;
  for (const name of Object.keys(draws).sort()) {
    const draw = draws[name] as Draws[string];
    const size = sizeOf(draw);
    values[name] = drawnFrom(draw, index % size);
    index = Math.floor(index / size);
  }
  return values;
}

function sizeOf(draw: Draws[string]): number {
  if (Array.isArray(draw)) return draw.length;
  return Math.max(1, Math.floor((draw.to - draw.from) / (draw.step ?? 1)) + 1);
}

function drawnFrom(draw: Draws[string], index: number): number {
  return Array.isArray(draw) ? Number(draw[index]) : draw.from + index * (draw.step ?? 1);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
