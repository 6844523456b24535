import { expect, test } from 'vitest';
import { scenarioFiles } from '../../../tests/proof/scenario-files.ts';
import { simulate } from '../../simulator/simulate.ts';
import { simulateWith } from '../../simulator/simulate-with.ts';
import { STOREYS } from '../../simulator/storeys.ts';
import { loadStoreys } from './upper-storeys.ts';

/** A world that asks for everything. */
const EVERYTHING = {
  world: {
    load: [{}],
    capacityProviders: [{ managedInstancesProvider: {} }],
    defaultCapacityProviderStrategy: [{}],
    scalableTargets: [{}],
    appRunnerServices: [{}],
    queues: [{}],
    rules: [{}],
    prices: {},
  },
  events: [{ at: 1, interruptSpot: {} }],
};

test('every storey can be loaded, in the order in which they look', async () => {
  expect((await loadStoreys(EVERYTHING)).map(({ name }) => name)).toEqual(STOREYS.map(({ name }) => name));
});

test('a scenario of the ground floor loads none, also with the keys of storeys standing empty', async () => {
  const world = { services: [{}], load: [], autoScalingGroups: [], scalableTargets: [] };
  expect(await loadStoreys({ world, events: [{ at: 1, drain: { instance: 'a-1' } }] })).toEqual([]);
  for (const nonsense of [undefined, null, 7, 'x', { world: 3 }, { world: null, events: 'x' }]) {
    expect(await loadStoreys(nonsense)).toEqual([]);
  }
});

test.each(scenarioFiles().map(({ id, scenario }) => [id, scenario] as const))(
  '%s runs the same with the storeys it asks for as with all of them',
  async (_, scenario) => {
    const loaded = simulateWith(await loadStoreys(scenario), scenario);
    expect(JSON.stringify(loaded)).toBe(JSON.stringify(simulate(scenario)));
  },
);
