import type { Json, Run } from '../simulator/run.ts';
import { observe, windowOf } from '../simulator/scenario/judge.ts';
import { type Reading, readScenario, type Scenario } from '../simulator/scenario/scenario-schema.ts';
import { applySet } from '../simulator/scenario/set.ts';
import { simulate } from '../simulator/simulate.ts';

/** Finds a scenario of the bank by its id. */
export type FindScenario = (id: string) => Scenario | undefined;

/** The run with a set, or why there is none. */
export type ProofRuns = (
  set: Readonly<Record<string, Json>>,
) => { run: Run; refused?: undefined } | { refused: string };

/** Runs one scenario with any sets, each once; undefined when there is no such scenario. */
export function proofRunsOf(source: string | Record<string, unknown>, find: FindScenario): ProofRuns | undefined {
  const scenario = typeof source === 'string' ? find(source) : readScenario(source).scenario;
  if (scenario === undefined) return undefined;
  const known = new Map<string, ReturnType<ProofRuns>>();
  return (set) => {
    const key = JSON.stringify(set);
    const found = known.get(key);
    if (found) return found;
    const { scenario: applied, faults = [] } = applySet(scenario, set, 'world');
    const made = applied
      ? { run: simulate(applied) }
      : { refused: faults.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ') };
    known.set(key, made);
    return made;
  };
}

/** What a run says of a reading; undefined when the metric never gets a value there. */
export function readRun(run: Run, reading: Reading): number | undefined {
  const window = windowOf(run, reading);
  return window && observe(run.series[reading.metric], window, reading.take)?.value;
}
