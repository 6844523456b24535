import type { AnswerSet } from '../../simulator/run.ts';
import { type Allowed, applySetWith } from '../../simulator/scenario/apply-set.ts';
import type { Limits } from '../../simulator/scenario/defaults.ts';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { type ReadResult, readScenarioWith, schemaWith } from '../../simulator/scenario/read-scenario.ts';
import { STOREY_FORMS } from '../../simulator/storey-forms.ts';
import type { SimulationFault } from './protocol.ts';

/** The scenario of a request with its answer set, checked as a file is. Loaded apart: only what is changed is checked. */
export function readRequest(
  scenario: unknown,
  set: AnswerSet,
  options: { allowed: Allowed; limits: Limits },
): ReadResult {
  const read = readScenarioWith(STOREY_FORMS, scenario, { limits: options.limits });
  return read.faults ? read : applySetWith(STOREY_FORMS, read.scenario, set, options);
}

/** A fault of an answer begins with the path the learner set; what lies deeper goes into the sentence. */
export function sayFault({ path, message }: Fault): SimulationFault {
  const [first, ...rest] = path.map(String);
  if (first?.startsWith('/'))
    return { path: first, message: rest.length > 0 ? `${rest.join('.')} ${message}` : message };
  return { path: path.join('.'), message };
}

/** The schema of a scenario, for what asks it questions: it lies in this file of the worker and in no other. */
export const scenarioSchema = () => schemaWith(STOREY_FORMS);
