import { STOREY_FORMS } from '../storey-forms.ts';
import { drawScenario } from './draw-scenario.ts';
import { missingParts, type ReadOptions, type ReadResult, readScenarioWith } from './read-scenario.ts';

export type { Challenge, Change, Goal, Prediction, Reading, Window } from './challenge-schema.ts';
export type { Limits } from './defaults.ts';
export type { ScenarioEvent } from './event-schema.ts';
export type { Fault } from './fault.ts';
export type { ReadOptions, ReadResult, Scenario } from './read-scenario.ts';
export type { World } from './world-schema.ts';

/** `draw`: which drawing of a file with `draws`; 0, the default, takes the first value of each. */
export type FileOptions = ReadOptions & { draw?: number };

/** Reads any scenario: `model` and `world` are enough. What comes back is plain, without `draws`. Never throws. */
export function readScenario(value: unknown, { draw = 0, ...options }: FileOptions = {}): ReadResult {
  const drawn = drawScenario(value, draw);
  return drawn.faults ? { faults: drawn.faults } : readScenarioWith(STOREY_FORMS, drawn.plain, options);
}

/** Reads a file of `scenarios/`, which also needs title, lesson, level and a whole challenge. Never throws. */
export function readScenarioFile(value: unknown, options: FileOptions = {}): ReadResult {
  const result = readScenario(value, options);
  if (result.faults) return result;
  const faults = missingParts(result.scenario);
  return faults.length > 0 ? { faults } : result;
}
