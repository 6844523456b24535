import type { SimulationClient } from '../simulation/simulation-client.ts';
import type { FragmentReading } from './answer-fragment.ts';
import type { LabAction, LabScenario } from './lab-model.ts';

/** What opening a link does to the lab: the answer is taken over, with the drawing that it is an answer to. */
export async function openDraw(
  lab: LabScenario,
  { now, reading }: { now: number; reading: FragmentReading },
  simulation: () => SimulationClient,
): Promise<LabAction> {
  const { file, drawings = 1 } = lab;
  // A scenario that draws nothing has one drawing, whatever a link says.
  const draw = file === undefined ? 0 : (reading.draw ?? 0);
  if (draw === now) return { do: 'open-fragment', reading };
  if (file === undefined || draw % drawings === 0) return { do: 'drawn', draw, lab, reading };
  const outcome = await simulation().draw({ scenario: file, draw, name: lab.id });
  return outcome.kind === 'drawn'
    ? // The par is of the values as they were written.
      { do: 'drawn', draw, lab: { ...lab, ...outcome.lab, par: undefined }, reading }
    : { do: 'not-drawn' };
}
