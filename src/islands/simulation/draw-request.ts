import { drawScenario } from '../../simulator/scenario/draw-scenario.ts';
import { readScenarioWith } from '../../simulator/scenario/read-scenario.ts';
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
  return { drawn: labPartsOf(scenario, run) };
}
