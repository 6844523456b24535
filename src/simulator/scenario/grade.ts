import type { AnswerSet } from '../run.ts';
import { STOREYS } from '../storeys.ts';
import { type GradeOptions, gradeAnswerWith } from './grade-with.ts';
import type { Scenario } from './read-scenario.ts';

export type { GradeOptions } from './grade-with.ts';

/** `gradeAnswerWith` every storey. */
export function gradeAnswer(
  scenario: Scenario,
  set: AnswerSet,
  options: GradeOptions = {},
): ReturnType<typeof gradeAnswerWith> {
  return gradeAnswerWith(STOREYS, scenario, set, options);
}
