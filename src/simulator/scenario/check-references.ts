import type { Fault } from './fault.ts';
import type { Limits, Scenario } from './scenario-schema.ts';

/** Faults that no single field shows: references, duplicates, and values that AWS refuses. */
export function checkReferences(_scenario: Scenario, _limits: Limits): Fault[] {
  return [];
}
