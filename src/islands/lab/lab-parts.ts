import type { Run } from '../../simulator/run.ts';
import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import type { LabScenario } from './lab-model.ts';
import { stillEntry } from './moment.ts';
import { yardWorldOf } from './yard-world.ts';

/** What a lab needs of a scenario before anything ran. Solutions stay out of the page; mistakes explain a failed run. */
export function labPartsOf(source: Scenario, run: Run): Pick<LabScenario, 'source' | 'yard' | 'still'> {
  const { solutions: _, ...challenge } = source.challenge ?? { goals: [] };
  return {
    source: { ...source, challenge: { ...challenge } },
    yard: yardWorldOf(source, run),
    still: run.entries.slice(0, stillEntry(run) + 1),
  };
}
