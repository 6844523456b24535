import { list, nearest } from '../simulator/scenario/fault.ts';

/** What to write instead of a name that does not exist: the nearest one, or what there is. */
export function near(wrong: string, known: readonly string[]): string {
  const best = nearest(wrong, known);
  return best === undefined ? `there are ${list(known, 'and', 8)}` : `did you mean "${best}"?`;
}
