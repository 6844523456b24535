import { explainWith } from './explain-with.ts';
import type { Decision, Run } from './run.ts';
import type { Limits } from './scenario/defaults.ts';
import { STOREYS } from './storeys.ts';

/** `explainWith` every storey. */
export function explain(run: Run, entryIndex: number, limits?: Limits): Decision | undefined {
  return explainWith(STOREYS, run, entryIndex, limits);
}
