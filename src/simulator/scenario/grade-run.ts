import type { Grade } from '../run.ts';
import { type SimulateOptions, simulateWith } from '../simulate-with.ts';
import type { Storey } from '../storey.ts';
import { judge, predictions } from './judge.ts';
import type { Scenario } from './read-scenario.ts';

/** Simulates a checked scenario as it stands and judges the run. */
export function gradeRun(storeys: readonly Storey[], scenario: Scenario, options: SimulateOptions = {}): Grade {
  const run = simulateWith(storeys, scenario, options);
  const { goals = [], predict } = scenario.challenge ?? {};
  return { ...run, goals: judge(run, goals), predictions: predictions(run, predict) };
}
