import type { AnswerSet } from '../run.ts';
import { STOREY_FORMS } from '../storey-forms.ts';
import { type Allowed, applySetWith } from './apply-set.ts';
import type { ReadOptions, ReadResult, Scenario } from './read-scenario.ts';

export { type Allowed, readAnswerSet } from './apply-set.ts';

/** `applySetWith` every storey. */
export function applySet(scenario: Scenario, set: AnswerSet, allowed: Allowed, options: ReadOptions = {}): ReadResult {
  return applySetWith(STOREY_FORMS, scenario, set, { ...options, allowed });
}
