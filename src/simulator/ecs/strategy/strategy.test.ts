import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';

const ZONES = ['z-a', 'z-b', 'z-c'];
const SUBNETS = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));
const NETWORK = { networkConfiguration: { awsvpcConfiguration: { subnets: ZONES.map((zone) => `subnet-${zone}`) } } };
const BASE_1 = [
  { capacityProvider: 'FARGATE', base: 1, weight: 1 },
  { capacityProvider: 'FARGATE_SPOT', weight: 3 },
];

const definition = (part: object = {}) => ({
  ...task({ portMappings: [{ containerPort: 80 }] }),
  networkMode: 'awsvpc',
  cpu: 256,
  memory: 512,
  requiresCompatibilities: ['FARGATE'],
  ...part,
});

type Parts = { desired?: number; events?: object[]; service?: object; world?: object; begin?: 'empty' | 'steady' };

function parts({ desired = 5, events = [], service = {}, world = {}, begin = 'empty' }: Parts = {}) {
  const web = {
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: desired,
    capacityProviderStrategy: BASE_1,
    ...NETWORK,
    ...service,
  };
  return {
    instances: [],
    tasks: [definition(), definition({ revision: 2 })],
    services: [JSON.parse(JSON.stringify(web))],
    events,
    begin,
    world: { availabilityZones: ZONES, subnets: SUBNETS, ...world },
  };
}

const onFargate = (given?: Parts) => run(parts(given));

/** RUNNING tasks of each provider at the end. */
function last(result: Run, metric: string): number | undefined {
  return result.series[`services.web.capacityProviders.${metric}`]?.at(-1)?.[1];
}

const placesOf = (result: Run) =>
  entriesOf(result, 'task-placed').map(
    ({ capacityProvider, availabilityZone }) => `${capacityProvider} ${availabilityZone}`,
  );

describe('a service with a capacity provider strategy (5.1)', () => {
  test('starts its tasks by base and weight, each kind of Fargate spread over the zones by itself (1.1.4)', () => {
    const result = onFargate();
    expect(placesOf(result)).toEqual([
      'FARGATE z-a',
      'FARGATE_SPOT z-a',
      'FARGATE z-b',
      'FARGATE_SPOT z-b',
      'FARGATE_SPOT z-c',
    ]);
    expect(last(result, 'FARGATE.running')).toBe(2);
    expect(last(result, 'FARGATE_SPOT.running')).toBe(3);
    expect(result.assumptions).toContain('A8');
  });

  test('says the arithmetic once', () => {
    expect(entriesOf(onFargate(), 'tasks-shared-out')).toEqual([
      {
        at: 0,
        type: 'tasks-shared-out',
        service: 'web',
        message:
          '(service web) shares 5 tasks out over its capacity providers: FARGATE base 1 + (5 − 1) × 1 ÷ 4 = 2; FARGATE_SPOT (5 − 1) × 3 ÷ 4 = 3.',
        shares: [
          { capacityProvider: 'FARGATE', base: 1, weight: 1, tasks: 2 },
          { capacityProvider: 'FARGATE_SPOT', base: 0, weight: 3, tasks: 3 },
        ],
      },
    ]);
  });

  test('stands by the same split when the run begins steady', () => {
    const result = onFargate({ begin: 'steady' });
    expect([last(result, 'FARGATE.tasks'), last(result, 'FARGATE_SPOT.tasks')]).toEqual([2, 3]);
  });

  test('scales in by the reverse, so that the split holds (A9)', () => {
    for (const [desired, fargate, spot] of [
      [4, 2, 2],
      [3, 2, 1],
      [1, 1, 0],
    ] as const) {
      const events = [{ at: 100, setDesiredCount: { service: 'web', desiredCount: desired } }];
      const result = onFargate({ begin: 'steady', events });
      expect([last(result, 'FARGATE.running'), last(result, 'FARGATE_SPOT.running')]).toEqual([fargate, spot]);
      expect(result.assumptions).toContain('A9');
    }
  });

  test('splits each deployment by itself: the new revision ends with the same shares', () => {
    const events = [{ at: 10, updateService: { service: 'web', taskDefinition: 'web:2' } }];
    const result = onFargate({ begin: 'steady', events });
    expect(result.final.services.web?.revisions).toEqual({ 'web:2': 5 });
    expect([last(result, 'FARGATE.running'), last(result, 'FARGATE_SPOT.running')]).toEqual([2, 3]);
  });

  test('takes the strategy of the cluster when it names no launch type', () => {
    const world = { defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] };
    const result = onFargate({ world, service: { capacityProviderStrategy: undefined } });
    expect(last(result, 'FARGATE_SPOT.running')).toBe(5);
    const own = onFargate({ world, service: { capacityProviderStrategy: undefined, launchType: 'FARGATE' } });
    expect(own.final.services.web?.running).toBe(5);
    expect(last(own, 'FARGATE_SPOT.running')).toBeUndefined();
  });

  test('a new strategy comes with the deployment that it forces', () => {
    const capacityProviderStrategy = [{ capacityProvider: 'FARGATE', weight: 1 }];
    const updateService = { service: 'web', capacityProviderStrategy, forceNewDeployment: true };
    const result = onFargate({ begin: 'steady', events: [{ at: 10, updateService }] });
    expect([last(result, 'FARGATE.running'), last(result, 'FARGATE_SPOT.running')]).toEqual([5, 0]);
  });

  test('so does a strategy in place of a launch type', () => {
    const updateService = { service: 'web', capacityProviderStrategy: BASE_1, forceNewDeployment: true };
    const service = { capacityProviderStrategy: undefined, launchType: 'FARGATE' };
    const result = onFargate({ begin: 'steady', service, events: [{ at: 10, updateService }] });
    expect([last(result, 'FARGATE.running'), last(result, 'FARGATE_SPOT.running')]).toEqual([2, 3]);
    expect(result.final.services.web?.running).toBe(5);
  });

  test('RunTask splits its own count', () => {
    const runTask = { taskDefinition: 'web', count: 4, capacityProviderStrategy: BASE_1, ...NETWORK };
    const result = onFargate({ desired: 0, events: [{ at: 5, runTask }] });
    expect(placesOf(result).map((place) => place.split(' ')[0])).toEqual([
      'FARGATE',
      'FARGATE_SPOT',
      'FARGATE',
      'FARGATE_SPOT',
    ]);
    expect(entriesOf(result, 'tasks-shared-out')[0]?.message).toMatch(/^RunTask shares 4 tasks out/);
  });
});

describe('zone rebalancing of Fargate and Fargate Spot (1.1.4, 1.7)', () => {
  test('looks at each by itself: two in one zone and none in another may be balanced', () => {
    const result = onFargate({ desired: 3, begin: 'steady' });
    expect(placesOf(result)).toEqual(['FARGATE z-a', 'FARGATE_SPOT z-a', 'FARGATE z-b']);
    expect(entriesOf(result, 'zone-rebalancing')).toEqual([]);
  });

  test('moves Spot tasks onto Spot capacity', () => {
    const world = { spotCapacity: { 'z-b': 0, 'z-c': 0 } };
    const events = [
      { at: 200, setSpotCapacity: { tasks: 9 } },
      { at: 210, setDesiredCount: { service: 'web', desiredCount: 6 } },
    ];
    const result = onFargate({ world, events });
    const moved = entriesOf(result, 'zone-rebalancing').filter(({ reason }) => reason === 'TASKS_STARTED');
    expect(moved.length).toBeGreaterThan(0);
    const spot = entriesOf(result, 'task-placed').filter(({ at }) => at > 210);
    expect(new Set(spot.map(({ capacityProvider }) => capacityProvider))).toEqual(new Set(['FARGATE_SPOT']));
    expect([last(result, 'FARGATE.running'), last(result, 'FARGATE_SPOT.running')]).toEqual([2, 4]);
  });
});

describe('Fargate Spot without capacity (5.3)', () => {
  const spotCapacity = { 'z-a': 1, 'z-b': 0, 'z-c': 0 };

  test('the service waits for Spot and does not fall back to Fargate', () => {
    const result = onFargate({ world: { spotCapacity } });
    expect([last(result, 'FARGATE.running'), last(result, 'FARGATE_SPOT.running')]).toEqual([2, 1]);
    expect(result.series['services.web.unplaced']?.at(-1)?.[1]).toBe(2);
    expect(entriesOf(result, 'task-not-placed')).toHaveLength(1);
    expect(entriesOf(result, 'task-not-placed')[0]).toMatchObject({
      reason: 'RESOURCE:FARGATE',
      capacityProvider: 'FARGATE_SPOT',
      message:
        '(service web) was unable to place a task. Capacity is unavailable at this time. Please try again later or in a different availability zone.',
    });
  });

  test('RunTask gets a failure for each task that finds none', () => {
    const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
    const runTask = { taskDefinition: 'web', count: 3, capacityProviderStrategy, ...NETWORK };
    const result = onFargate({ desired: 0, world: { spotCapacity }, events: [{ at: 5, runTask }] });
    expect(entriesOf(result, 'task-placed')).toHaveLength(1);
    expect(entriesOf(result, 'task-not-placed')).toHaveLength(2);
  });
});

describe('what is refused', () => {
  const faults = (given: Parts) => {
    const { world } = scenarioWith(parts());
    const { services, events, world: extra } = parts(given);
    return (readScenario({ model: 'ecs', world: { ...world, ...extra, services }, events }).faults ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
  };

  test.each<[string, Parts, string]>([
    [
      'an unknown provider',
      { service: { capacityProviderStrategy: [{ capacityProvider: 'EC2', weight: 1 }] } },
      'world.services.0.capacityProviderStrategy.0.capacityProvider: AWS refuses capacity provider EC2: The specified capacity provider strategy cannot contain',
    ],
    [
      'a launch type beside a strategy',
      { service: { launchType: 'FARGATE' } },
      'world.services.0.launchType: AWS refuses launchType FARGATE beside a capacityProviderStrategy',
    ],
    [
      'an empty strategy',
      { service: { capacityProviderStrategy: [] } },
      'world.services.0.capacityProviderStrategy: is empty',
    ],
    [
      'a default without weight',
      { world: { defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] } },
      'world.defaultCapacityProviderStrategy: AWS refuses a strategy without weights',
    ],
    [
      'a placement strategy on Fargate providers',
      { service: { placementStrategy: [{ type: 'random' }] } },
      'Placement strategies are not supported with FARGATE launch type.',
    ],
    [
      'a change without a new deployment',
      { events: [{ at: 1, updateService: { service: 'web', capacityProviderStrategy: BASE_1 } }] },
      'events.0.updateService.capacityProviderStrategy: AWS refuses',
    ],
    [
      'Spot capacity of a zone that is not there',
      { world: { spotCapacity: { 'z-x': 1 } } },
      'world.spotCapacity.z-x: there is no Availability Zone z-x',
    ],
  ])('%s', (_, given, sentence) => {
    expect(faults(given).join('\n')).toContain(sentence);
  });
});
