import type { AnswerSet, Grade } from '../../simulator/run.ts';
import { applySetWith } from '../../simulator/scenario/apply-set.ts';
import { drawScenario } from '../../simulator/scenario/draw-scenario.ts';
import { gradeRun } from '../../simulator/scenario/grade-run.ts';
import { parOf } from '../../simulator/scenario/par.ts';
import { readScenarioWith, type Scenario } from '../../simulator/scenario/read-scenario.ts';
import { simulateWith } from '../../simulator/simulate-with.ts';
import { STOREY_FORMS } from '../../simulator/storey-forms.ts';
import { labPartsOf } from '../lab/lab-parts.ts';
import type { DrawnLab, SimulationFault } from './protocol.ts';
import { sayFault } from './read-request.ts';
import { loadStoreys } from './upper-storeys.ts';

/** A drawing of a scenario's file as a lab shows it. Loaded apart: most visits are to scenarios as they were written. */
export async function drawLab(
  file: unknown,
  { draw, name }: { draw: number; name: string },
): Promise<{ drawn: DrawnLab } | { faults: SimulationFault[] }> {
  const filled = drawScenario(file, draw);
  if (filled.faults) return { faults: filled.faults.map(sayFault) };
  const { scenario, faults } = readScenarioWith(STOREY_FORMS, filled.plain);
  if (faults) return { faults: faults.map(sayFault) };
  const run = simulateWith(await loadStoreys(scenario), scenario, { id: name });
  const solutions = (scenario.challenge?.solutions ?? []).map(({ name: called, set }) => ({ name: called, set }));
  const runs = await Promise.all(solutions.map(async ({ set }) => ({ set, grade: await gradeOf(scenario, set) })));
  return { drawn: { ...labPartsOf(scenario, run), solutions, par: parOf(scenario.world, runs) } };
}

async function gradeOf(scenario: Scenario, set: AnswerSet): Promise<Grade | undefined> {
  const applied = applySetWith(STOREY_FORMS, scenario, set, { allowed: 'change' });
  return applied.faults ? undefined : gradeRun(await loadStoreys(applied.scenario), applied.scenario);
}
