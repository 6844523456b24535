import type { Run } from '../run.ts';
import { DEFAULT_LIMITS } from '../scenario/defaults.ts';
import { readScenarioWith } from '../scenario/read-scenario.ts';
import type { Fault, Scenario } from '../scenario/scenario-schema.ts';
import { simulateWith } from '../simulate-with.ts';
import type { Storey } from '../storey.ts';

export type WorldParts = {
  world: object;
  events?: object[];
  horizon?: string | number;
  seed?: number;
  /** Events and decisions that end the run. */
  limit?: number;
};

/** A scenario with these storeys; throws its faults. */
export function scenarioOf(storeys: readonly Storey[], parts: WorldParts): Scenario {
  const { scenario, faults } = readScenarioWith(storeys, fileOf(parts));
  if (scenario === undefined) throw new Error(JSON.stringify(faults, null, 1));
  return scenario;
}

export function runWith(storeys: readonly Storey[], parts: WorldParts): Run {
  const limits = parts.limit === undefined ? undefined : { ...DEFAULT_LIMITS, events: parts.limit };
  return simulateWith(storeys, scenarioOf(storeys, parts), { limits });
}

/** `world/queues/0/service: there is no …` of each fault. */
export function faultsOf(storeys: readonly Storey[], parts: WorldParts): string[] {
  const { faults = [] } = readScenarioWith(storeys, fileOf(parts));
  return faults.map(({ path, message }: Fault) => `${path.join('/')}: ${message}`);
}

function fileOf({ world, events = [], horizon = '30m', seed = 1 }: WorldParts): object {
  return JSON.parse(JSON.stringify({ model: 'ecs', seed, world, events, horizon }));
}
