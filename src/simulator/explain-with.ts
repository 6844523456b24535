import type { Decision, Run } from './run.ts';
import type { Limits } from './scenario/defaults.ts';
import { simulateWith } from './simulate-with.ts';
import type { Storey } from './storey.ts';

/**
 * Why a task was placed where it was, or nowhere: every candidate, every refusal with need and have, every rank, as
 * they stood just before the entry. Rebuilt by running the scenario again up to that entry; undefined for entries that
 * are no placement.
 */
export function explainWith(
  storeys: readonly Storey[],
  run: Run,
  entryIndex: number,
  limits?: Limits,
): Decision | undefined {
  const type = run.entries[entryIndex]?.type;
  if (type !== 'task-placed' && type !== 'task-not-placed' && type !== 'task-waiting') return undefined;
  const again = simulateWith(storeys, run.input, {
    limits,
    decisions: (index) => index === entryIndex,
    entries: entryIndex + 1,
  });
  return again.entries[entryIndex]?.decision;
}
