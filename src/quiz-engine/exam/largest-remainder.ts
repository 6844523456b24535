/**
 * Divides `total` places by weights, whole places only: each gets the floor of its share, the places left go to the largest
 * remainders, ties to the first of the list (Hamilton's method). The places add up to `total` unless no weight is positive.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const places = weights.map((weight) => Math.floor((total * weight) / sum));
  // Compared as whole numbers over the same sum, so that no rounding decides a tie.
  const rests = weights.map((weight, i) => total * weight - (places[i] ?? 0) * sum);
  const order = rests.map((_, i) => i).sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
  const left = total - places.reduce((all, count) => all + count, 0);
  for (const i of order.slice(0, left)) places[i] = (places[i] ?? 0) + 1;
  return places;
}
