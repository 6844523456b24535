import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import type { DrawnLab } from '../simulation/protocol.ts';
import type { SimulationClient } from '../simulation/simulation-client.ts';

const files = new Map<string, Promise<unknown>>();

/**
 * A scenario of the site (`<topic>/<file>`), in both languages; every question about it shares one request. Undefined
 * when it cannot be had now: the next call asks again.
 */
export async function loadScenario(id: string): Promise<Scenario | undefined> {
  return (await load(`/data/scenarios/${id}.json`)) as Scenario | undefined;
}

/** Another drawing of a scenario that draws its values, with its solutions and its par; undefined when it cannot be had now. */
export async function loadDrawing(
  id: string,
  draw: number,
  simulation: Pick<SimulationClient, 'draw'>,
): Promise<DrawnLab | undefined> {
  const scenario = await load(`/data/drawings/${id}.json`);
  if (scenario === undefined) return undefined;
  const outcome = await simulation.draw({ scenario, draw, name: id });
  return outcome.kind === 'drawn' ? outcome.lab : undefined;
}

async function load(url: string): Promise<unknown> {
  const request = files.get(url) ?? get(url);
  files.set(url, request);
  const loaded = await request;
  if (loaded === undefined) files.delete(url);
  return loaded;
}

async function get(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
