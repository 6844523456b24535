import type { AnswerSet, Grade } from '../run.ts';
import type { SimulateOptions } from '../simulate-with.ts';
import { STOREYS } from '../storeys.ts';
import type { Fault } from './fault.ts';
import { gradeRun } from './grade-run.ts';
import type { ReadOptions, Scenario } from './read-scenario.ts';
import { type Allowed, applySet } from './set.ts';

export type GradeOptions = ReadOptions & Pick<SimulateOptions, 'id' | 'decisions'> & { allowed?: Allowed };

/** Simulates a scenario with an answer and judges it, or says why the answer is refused. */
export function gradeAnswer(
  scenario: Scenario,
  set: AnswerSet,
  options: GradeOptions = {},
): { grade: Grade; faults?: undefined } | { grade?: undefined; faults: Fault[] } {
  const applied = applySet(scenario, set, options.allowed ?? 'change', options);
  if (applied.faults) return { faults: applied.faults };
  return { grade: gradeRun(STOREYS, applied.scenario, options) };
}
