import { loadDrawing } from '../quiz/load-scenario.ts';
import type { SimulationClient } from '../simulation/simulation-client.ts';
import type { FragmentReading } from './answer-fragment.ts';
import type { LabAction, LabScenario } from './lab-model.ts';

/** What opening a link does to the lab: the answer is taken over, with the drawing that it is an answer to. */
export async function openDraw(
  lab: LabScenario,
  { now, reading }: { now: number; reading: FragmentReading },
  simulation: () => SimulationClient,
): Promise<LabAction> {
  const { drawings = 1 } = lab;
  // A scenario that draws nothing has one drawing, whatever a link says.
  const draw = drawings === 1 ? 0 : (reading.draw ?? 0);
  if (draw === now) return { do: 'open-fragment', reading };
  if (draw % drawings === 0) return { do: 'drawn', draw, lab, reading };
  const drawn = await loadDrawing(lab.id, draw, simulation());
  return drawn ? { do: 'drawn', draw, lab: { ...lab, ...drawn }, reading } : { do: 'not-drawn' };
}
