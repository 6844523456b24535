import type { AnswerSet } from '../../simulator/run.ts';
import { applySetWith } from '../../simulator/scenario/apply-set.ts';
import type { Limits } from '../../simulator/scenario/defaults.ts';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { type ReadResult, readScenarioWith } from '../../simulator/scenario/read-scenario.ts';
import type { Storey } from '../../simulator/storey.ts';
import type { SimulationFault } from './protocol.ts';

/** The scenario of a request with its answer set, checked as a file is. Loaded apart: only what is changed is checked. */
export function readRequest(storeys: readonly Storey[], scenario: unknown, set: AnswerSet, limits: Limits): ReadResult {
  const read = readScenarioWith(storeys, scenario, { limits });
  if (read.faults) return read;
  return applySetWith(storeys, read.scenario, set, { allowed: 'change', limits });
}

/** A fault of an answer begins with the path the learner set; what lies deeper goes into the sentence. */
export function sayFault({ path, message }: Fault): SimulationFault {
  const [first, ...rest] = path.map(String);
  if (first?.startsWith('/'))
    return { path: first, message: rest.length > 0 ? `${rest.join('.')} ${message}` : message };
  return { path: path.join('.'), message };
}
