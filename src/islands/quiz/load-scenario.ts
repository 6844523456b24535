import type { Scenario } from '../../simulator/scenario/read-scenario.ts';

const scenarios = new Map<string, Promise<Scenario | undefined>>();

/**
 * A scenario of the site (`<topic>/<file>`), in both languages; every question about it shares one request. Undefined
 * when it cannot be had now: the next call asks again.
 */
export async function loadScenario(id: string): Promise<Scenario | undefined> {
  const request = scenarios.get(id) ?? load(id);
  scenarios.set(id, request);
  const loaded = await request;
  if (loaded === undefined) scenarios.delete(id);
  return loaded;
}

async function load(id: string): Promise<Scenario | undefined> {
  try {
    const answer = await fetch(`/data/scenarios/${id}.json`);
    return answer.ok ? ((await answer.json()) as Scenario) : undefined;
  } catch {
    return undefined;
  }
}
