import type { AnswerSet, Grade } from '../run.ts';
import { type SimulateOptions, simulate } from '../simulate.ts';
import type { Fault } from './fault.ts';
import { judge, predictions } from './judge.ts';
import type { ReadOptions, Scenario } from './scenario-schema.ts';
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
  const run = simulate(applied.scenario, options);
  const challenge = scenario.challenge;
  return {
    grade: { ...run, goals: judge(run, challenge?.goals ?? []), predictions: predictions(run, challenge?.predict) },
  };
}
