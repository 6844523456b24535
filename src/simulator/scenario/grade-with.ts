import type { AnswerSet, Grade } from '../run.ts';
import { type SimulateOptions, simulateWith } from '../simulate-with.ts';
import type { Storey } from '../storey.ts';
import { type Allowed, applySetWith } from './apply-set.ts';
import type { Fault } from './fault.ts';
import { judge, predictions } from './judge.ts';
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
  const run = simulateWith(storeys, applied.scenario, options);
  const challenge = scenario.challenge;
  return {
    grade: { ...run, goals: judge(run, challenge?.goals ?? []), predictions: predictions(run, challenge?.predict) },
  };
}
