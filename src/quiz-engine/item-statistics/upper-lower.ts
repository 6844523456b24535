import { sorted } from './moments.ts';

/** Kelley's share (1939): with 27 % at each end the two groups differ most and are still large. */
const SHARE = 0.27;

/**
 * The upper–lower index D: the mean score, as a share of `max`, of the 27 % with the highest totals less that of the 27 %
 * with the lowest. Learners who tie at the edge of a group share its last places, so that their order means nothing.
 * Undefined where the groups would be empty.
 */
export function upperLower(own: Float64Array, total: Float64Array, max: number): number | undefined {
  const size = Math.round(SHARE * total.length);
  if (size === 0) return undefined;
  const order = sorted(total);
  const low = order[size - 1] as number;
  const high = order[order.length - size] as number;
  const points = (edge: number, isInside: (value: number) => boolean) =>
    groupPoints({ own, total, size, edge, isInside });
  return (points(high, (value) => value > high) - points(low, (value) => value < low)) / (size * max);
}

type Group = {
  own: Float64Array;
  total: Float64Array;
  size: number;
  edge: number;
  isInside: (value: number) => boolean;
};

/** Points of all who are surely inside, and the part of those at the edge that fills the group. */
function groupPoints({ own, total, size, edge, isInside }: Group): number {
  let [inside, points, atEdge, edgePoints] = [0, 0, 0, 0];
  for (let i = 0; i < total.length; i++) {
    const value = total[i] as number;
    if (value === edge) {
      atEdge++;
      edgePoints += own[i] as number;
    } else if (isInside(value)) {
      inside++;
      points += own[i] as number;
    }
  }
  return points + (edgePoints * (size - inside)) / atEdge;
}
