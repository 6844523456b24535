/** How many of a second's requests each of several takes: whole numbers that add up to all of them (A50). */
export type Split = { counts: number[]; next: Turn };

/**
 * What a split carries over into the next second, so that over time everybody gets exactly his share: whose turn it
 * is, and by how much each is behind (in parts of `scale`; they add up to 0).
 */
export type Turn = { turn: number; credits: readonly number[]; scale: number };

export const FIRST_TURN: Turn = { turn: 0, credits: [], scale: 1 };

/** Round robin: one after the other, going on next second where it stopped. */
export function roundRobin(count: number, requests: number, { turn }: Turn): Split {
  const start = count === 0 ? 0 : turn % count;
  const [each, rest] = [Math.floor(requests / count), requests % count];
  const counts = Array.from({ length: count }, (_, i) => each + ((i - start + count) % count < rest ? 1 : 0));
  return { counts, next: { ...FIRST_TURN, turn: (start + rest) % Math.max(1, count) } };
}

/**
 * By weight: whole shares, and what is left to those furthest behind, the first of equals first. Nobody is ever a whole
 * request ahead or behind for long, because the difference is carried over.
 */
export function byWeight(weights: readonly number[], requests: number, turn: Turn): Split {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return roundRobin(weights.length, requests, turn);
  const carried = rescaled(turn, weights.length, total);
  const due = weights.map((weight, i) => requests * weight + (carried[i] ?? 0));
  const counts = due.map((parts, i) => ((weights[i] ?? 0) === 0 ? 0 : Math.max(0, Math.floor(parts / total))));
  let missing = requests - counts.reduce((sum, count) => sum + count, 0);
  const behind = (i: number) => (due[i] ?? 0) - (counts[i] ?? 0) * total;
  while (missing !== 0) {
    const step = missing > 0 ? 1 : -1;
    let chosen = -1;
    for (const [i, weight] of weights.entries()) {
      if (weight === 0 || (step < 0 && counts[i] === 0)) continue;
      if (chosen < 0 || step * behind(i) > step * behind(chosen)) chosen = i;
    }
    counts[chosen] = (counts[chosen] ?? 0) + step;
    missing -= step;
  }
  return { counts, next: { turn: 0, credits: counts.map((_, i) => behind(i)), scale: total } };
}

/** What was carried over, in parts of another scale. The rounding is put on the first, so that the sum stays 0. */
function rescaled({ credits, scale }: Turn, count: number, to: number): number[] {
  if (credits.length !== count) return Array.from({ length: count }, () => 0);
  if (scale === to) return [...credits];
  const converted = credits.map((credit) => Math.round((credit * to) / scale));
  const sum = converted.reduce((all, credit) => all + credit, 0);
  converted[0] = (converted[0] ?? 0) - sum;
  return converted;
}

/**
 * Least outstanding requests: each goes to the target with the fewest under way, ties in turn (6/4). Returns what each
 * takes when none of them is answered within the second.
 */
export function leastOutstanding(outstanding: readonly number[], requests: number, { turn }: Turn): Split {
  const count = outstanding.length;
  const gaps = (level: number) => outstanding.reduce((sum, under) => sum + Math.max(0, level - under), 0);
  let [low, high] = [Math.min(...outstanding), Math.min(...outstanding) + requests];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (gaps(middle) <= requests) low = middle;
    else high = middle - 1;
  }
  const counts = outstanding.map((under) => Math.max(0, low - under));
  let rest = requests - gaps(low);
  let next = count === 0 ? 0 : turn % count;
  for (let tries = 0; rest > 0 && tries < count; tries++) {
    if ((outstanding[next] ?? 0) <= low) {
      counts[next] = (counts[next] ?? 0) + 1;
      rest--;
    }
    next = (next + 1) % count;
  }
  return { counts, next: { ...FIRST_TURN, turn: next } };
}
