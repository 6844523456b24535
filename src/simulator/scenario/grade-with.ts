import type { AnswerSet, Grade } from '../run.ts';
import type { SimulateOptions } from '../simulate-with.ts';
import type { Storey } from '../storey.ts';
import { type Allowed, applySetWith } from './apply-set.ts';
import type { Fault } from './fault.ts';
import { gradeRun } from './grade-run.ts';
import type { ReadOptions, Scenario } from './read-scenario.ts';

export type GradeOptions = ReadOptions & Pick<SimulateOptions, 'id' | 'decisions'> & { allowed?: Allowed };

/** Simulates a scenario with an answer and judges it, or says why the answer is refused. */
export function gradeAnswerWith(
  storeys: readonly Storey[],
  scenario: Scenario,
  set: AnswerSet,
  options: GradeOptions = {},
): { grade: Grade; faults?: undefined } | { grade?: undefined; faults: Fault[] } {
  const applied = applySetWith(storeys, scenario, set, { ...options, allowed: options.allowed ?? 'change' });
  if (applied.faults) return { faults: applied.faults };
  return { grade: gradeRun(storeys, applied.scenario, options) };
}
