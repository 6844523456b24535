import { list, nearest } from '../simulator/scenario/fault.ts';

/** What to write instead of a name that does not exist: the nearest one, or what there is. */
export function near(wrong: string, known: readonly string[]): string {
  const best = nearest(wrong, known);
  if (best !== undefined) return `did you mean "${best}"?`;
  if (known.length === 0) return 'there are none yet';
  return known.length === 1 ? `there is only "${known[0]}"` : `there are ${list(known, 'and', 8)}`;
}
