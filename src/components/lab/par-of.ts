import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import { type Measures, parOf as parOfRuns } from '../../simulator/scenario/par.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';

const known = new Map<string, Measures | undefined>();

/** The par of a scenario as it is written. Computed once a build. */
export function parOf(id: string, source: Scenario): Measures | undefined {
  if (!known.has(id)) {
    const sets = (source.challenge?.solutions ?? []).map(({ set }) => set);
    const runs = sets.map((set) => ({ set, grade: gradeAnswer(source, set).grade }));
    known.set(id, parOfRuns(source.world, runs));
  }
  return known.get(id);
}
