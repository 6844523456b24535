import type { Fault } from '../../simulator/scenario/fault.ts';

/** A fault for each id that stands twice in a list of `what`. */
export function repeated(what: string, list: string, ids: readonly string[]): Fault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ path: [list, index, 'id'], message: `${what} "${id}" stands twice; give each ${what} its own id` }],
  );
}
