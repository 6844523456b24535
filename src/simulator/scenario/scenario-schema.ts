import { STOREY_FORMS } from '../storey-forms.ts';
import { missingParts, type ReadOptions, type ReadResult, readScenarioWith } from './read-scenario.ts';

export type { Challenge, Change, Goal, Prediction, Reading, Window } from './challenge-schema.ts';
export type { Limits } from './defaults.ts';
export type { ScenarioEvent } from './event-schema.ts';
export type { Fault } from './fault.ts';
export type { ReadOptions, ReadResult, Scenario } from './read-scenario.ts';
export type { World } from './world-schema.ts';

/** Reads any scenario: `model` and `world` are enough. Never throws. */
export function readScenario(value: unknown, options: ReadOptions = {}): ReadResult {
  return readScenarioWith(STOREY_FORMS, value, options);
}

/** Reads a file of `scenarios/`, which also needs title, lesson, level and a whole challenge. Never throws. */
export function readScenarioFile(value: unknown, options: ReadOptions = {}): ReadResult {
  const result = readScenario(value, options);
  if (result.faults) return result;
  const faults = missingParts(result.scenario);
  return faults.length > 0 ? { faults } : result;
}
