import type { Run } from '../run.ts';
import { GROUP_LIMITS, SCALING_LIMITS, SPLIT, WITHIN_THE_NOTICE } from './capacity-invariants.fixture.ts';
import { BOUNDS, DISTINCT, IN_ORDER, PLACES, RESOURCES } from './cluster-invariants.fixture.ts';
import {
  ALARMS_AT_MINUTE_ENDS,
  CONSERVED_MESSAGES,
  CONSERVED_REQUESTS,
  COST_NEVER_FALLS,
} from './metric-invariants.fixture.ts';

/** What holds in every run. `broken` says where it does not; nothing else of the simulator may be asked. */
export type Invariant = { id: string; says: string; broken(run: Run): string[] };

/** In the order of docs/simulator-rules.md. */
export const WORLD_INVARIANTS: readonly Invariant[] = [
  RESOURCES,
  PLACES,
  DISTINCT,
  BOUNDS,
  SCALING_LIMITS,
  GROUP_LIMITS,
  SPLIT,
  CONSERVED_REQUESTS,
  CONSERVED_MESSAGES,
  ALARMS_AT_MINUTE_ENDS,
  COST_NEVER_FALLS,
  WITHIN_THE_NOTICE,
  IN_ORDER,
];
