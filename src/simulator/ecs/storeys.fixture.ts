import type { Run } from '../run.ts';
import { DEFAULT_LIMITS } from '../scenario/defaults.ts';
import { readScenarioWith } from '../scenario/read-scenario.ts';
import type { Fault, Scenario } from '../scenario/scenario-schema.ts';
import { simulateWith } from '../simulate-with.ts';
import type { Storey } from '../storey.ts';
import { STOREY_FORMS } from '../storey-forms.ts';

export type WorldParts = {
  world: object;
  events?: object[];
  horizon?: string | number;
  seed?: number;
  /** Events and decisions that end the run. */
  limit?: number;
};

/** A scenario with everything that storeys add to it; throws its faults. */
export function scenarioOf(parts: WorldParts): Scenario {
  const { scenario, faults } = readScenarioWith(STOREY_FORMS, fileOf(parts));
  if (scenario === undefined) throw new Error(JSON.stringify(faults, null, 1));
  return scenario;
}

export function runWith(storeys: readonly Storey[], parts: WorldParts): Run {
  const limits = parts.limit === undefined ? undefined : { ...DEFAULT_LIMITS, events: parts.limit };
  return simulateWith(storeys, scenarioOf(parts), { limits });
}

/** `world/queues/0/service: there is no …` of each fault. */
export function faultsOf(parts: WorldParts): string[] {
  const { faults = [] } = readScenarioWith(STOREY_FORMS, fileOf(parts));
  return faults.map(({ path, message }: Fault) => `${path.join('/')}: ${message}`);
}

function fileOf({ world, events = [], horizon = '30m', seed = 1 }: WorldParts): object {
  return JSON.parse(JSON.stringify({ model: 'ecs', seed, world, events, horizon }));
}
