import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { makeSimulationWorker, openSimulation } from '../../simulation/simulation-client.ts';
import { loadDrawing, loadScenario } from '../load-scenario.ts';

/** The scenario of a question in one of its drawings, with the solutions that go with it; undefined when it cannot be had now. */
export async function loadAsked(id: string, draw: number): Promise<Scenario | undefined> {
  if (draw === 0) return loadScenario(id);
  const simulation = openSimulation(makeSimulationWorker);
  try {
    const drawn = await loadDrawing(id, draw, simulation);
    const challenge = drawn?.source.challenge;
    return drawn && challenge && { ...drawn.source, challenge: { ...challenge, solutions: drawn.solutions } };
  } finally {
    simulation.close();
  }
}
