import type { AnswerSet } from '../../simulator/run.ts';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import { bestOf, type Measures, measuresOf } from '../../simulator/scenario/par.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';

const known = new Map<string, Measures | undefined>();

/** The par of a scenario: the best of each measure over runs of its own solutions. Computed once a build. */
export function parOf(id: string, source: Scenario): Measures | undefined {
  if (!known.has(id)) known.set(id, bestOf((source.challenge?.solutions ?? []).flatMap(({ set }) => ran(source, set))));
  return known.get(id);
}

/** A solution that misses a goal makes no par; the tests of the scenarios say so. */
function ran(source: Scenario, set: AnswerSet): Measures[] {
  const { grade } = gradeAnswer(source, set);
  return grade?.goals.every(({ met }) => met) ? [measuresOf(grade, set, source.world)] : [];
}
