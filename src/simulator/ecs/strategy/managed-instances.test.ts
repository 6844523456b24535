import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';

const ZONES = ['z-a', 'z-b', 'z-c'];
const SUBNETS = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));
const NETWORK = { networkConfiguration: { awsvpcConfiguration: { subnets: ZONES.map((zone) => `subnet-${zone}`) } } };
const STRATEGY = [{ capacityProvider: 'managed', weight: 1 }];

const provider = (part: object = {}, template: object = {}) => ({
  name: 'managed',
  managedInstancesProvider: {
    instanceLaunchTemplate: {
      networkConfiguration: { subnets: ZONES.map((zone) => `subnet-${zone}`) },
      instanceRequirements: { allowedInstanceTypes: ['m5.large', 'm5.xlarge'] },
      ...template,
    },
    launchSeconds: 60,
    ...part,
  },
});

type Parts = {
  desired?: number;
  events?: object[];
  providers?: object[];
  begin?: 'steady' | 'empty';
  service?: object;
  definition?: object;
  horizon?: string;
};

function parts({
  desired = 3,
  events = [],
  providers,
  begin = 'empty',
  service = {},
  definition = {},
  horizon = '30m',
}: Parts = {}) {
  const web = {
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: desired,
    capacityProviderStrategy: STRATEGY,
    ...NETWORK,
  };
  return {
    instances: [],
    tasks: [
      {
        ...task({ cpu: 512, memory: 1024, portMappings: [{ containerPort: 80 }] }),
        networkMode: 'awsvpc',
        ...definition,
      },
    ],
    services: [{ ...web, ...service }],
    events,
    begin,
    horizon,
    world: { availabilityZones: ZONES, subnets: SUBNETS, capacityProviders: providers ?? [provider()] },
  };
}

const onManaged = (given?: Parts) => run(parts(given));
const last = (result: Run, metric: string) => result.series[metric]?.at(-1)?.[1];
const launches = (result: Run) =>
  entriesOf(result, 'instance-launching').map(
    ({ at, instance, availabilityZone }) => `${at} ${instance} ${availabilityZone}`,
  );
const perInstance = (result: Run) =>
  Object.fromEntries(Object.entries(result.final.instances).map(([name, { tasks }]) => [name, tasks.length]));

describe('Managed Instances (5.3)', () => {
  test('an instance that launches in a zone that fails never comes, and another is launched for its task', () => {
    const result = onManaged({ desired: 1, events: [{ at: 10, failAvailabilityZone: { availabilityZone: 'z-a' } }] });
    expect(launches(result)).toEqual(['0 managed-1 z-a', '10 managed-2 z-b']);
    expect(entriesOf(result, 'instance-terminated').map(({ at, message }) => `${at} ${message}`)).toEqual([
      '10 managed-1 does not come up: z-a has failed.',
    ]);
    expect(entriesOf(result, 'task-placed').map(({ at, instance }) => `${at} ${instance}`)).toEqual(['70 managed-2']);
    expect(last(result, 'capacityProviders.managed.instances')).toBe(1);
  });

  test('a task that stops while its instance launches is not placed on it when it comes', () => {
    const result = onManaged({
      desired: 1,
      events: [{ at: 10, setDesiredCount: { service: 'web', desiredCount: 0 } }],
    });
    expect(entriesOf(result, 'task-stopped').map(({ at }) => at)).toEqual([10]);
    expect(entriesOf(result, 'instance-registered')).toHaveLength(1);
    expect(entriesOf(result, 'task-placed')).toEqual([]);
  });

  test('tasks wait in PROVISIONING until ECS has launched instances for them, in three zones', () => {
    const result = onManaged();
    expect(entriesOf(result, 'task-waiting')).toHaveLength(3);
    expect(launches(result)).toEqual(['0 managed-1 z-a', '0 managed-2 z-b', '0 managed-3 z-c']);
    expect(entriesOf(result, 'instance-registered').map(({ at, instanceType }) => `${at} ${instanceType}`)).toEqual([
      '60 m5.large',
      '60 m5.large',
      '60 m5.large',
    ]);
    expect(perInstance(result)).toEqual({ 'managed-1': 1, 'managed-2': 1, 'managed-3': 1 });
    expect(entriesOf(result, 'task-placed')[0]).toMatchObject({ at: 60, capacityProvider: 'managed' });
    expect(result.assumptions).toContain('A86');
  });

  test('the message of a launch says for how many tasks, and why there', () => {
    expect(entriesOf(onManaged(), 'instance-launching')[0]?.message).toBe(
      'ECS launches managed-1 (m5.large) in z-a for 1 waiting task; fewer than 3 instances: tasks are spread over zones. It registers in 60 s.',
    );
  });

  test('services stand on instances of the same making when the run begins steady', () => {
    const result = onManaged({ begin: 'steady', desired: 5 });
    expect(perInstance(result)).toEqual({ 'managed-1': 2, 'managed-2': 2, 'managed-3': 1 });
    expect(entriesOf(result, 'instance-stands')).toHaveLength(3);
    expect(launches(result)).toEqual([]);
    expect(result.final.services.web?.running).toBe(5);
  });

  test('with three instances the next tasks are packed, and one instance comes for what is left (A87)', () => {
    const events = [{ at: 10, setDesiredCount: { service: 'web', desiredCount: 9 } }];
    const result = onManaged({ begin: 'steady', desired: 3, events });
    // m5.large takes two awsvpc tasks: three more fit on what is there, three need a new instance.
    expect(entriesOf(result, 'task-placed').filter(({ at }) => at === 10)).toHaveLength(3);
    expect(launches(result)).toEqual(['10 managed-4 z-a']);
    expect(entriesOf(result, 'instance-launching')[0]?.message).toContain(
      'managed-4 (m5.xlarge) in z-a for 3 waiting tasks; tasks are packed',
    );
    expect(last(result, 'services.web.running')).toBe(9);
    expect(result.assumptions).toEqual(expect.arrayContaining(['A85', 'A87']));
  });

  test('one subnet: tasks are only packed', () => {
    const providers = [provider({}, { networkConfiguration: { subnets: ['subnet-z-b'] } })];
    const result = onManaged({ desired: 3, providers });
    expect(launches(result)).toEqual(['0 managed-1 z-b']);
    expect(perInstance(result)).toEqual({ 'managed-1': 3 });
  });

  test.each([
    [0, 100],
    [120, 220],
    [3600, undefined],
    [-1, undefined],
    [null, 400],
  ])('with scaleInAfter %s an instance that is idle from 100 s on is gone at %s', (scaleInAfter, at) => {
    const providers = [
      provider({ infrastructureOptimization: { scaleInAfter } }, { networkConfiguration: { subnets: ['subnet-z-a'] } }),
    ];
    const events = [{ at: 100, setDesiredCount: { service: 'web', desiredCount: 0 } }];
    const result = onManaged({ begin: 'steady', desired: 2, providers, events });
    expect(entriesOf(result, 'instance-terminated').map((entry) => entry.at)).toEqual(at === undefined ? [] : [at]);
    expect(last(result, 'capacityProviders.managed.instances')).toBe(at === undefined ? 1 : 0);
    expect(result.assumptions.includes('A88')).toBe(scaleInAfter === null);
  });

  test('an instance that gets a task again before that stays', () => {
    const providers = [
      provider(
        { infrastructureOptimization: { scaleInAfter: 120 } },
        { networkConfiguration: { subnets: ['subnet-z-a'] } },
      ),
    ];
    const events = [
      { at: 100, setDesiredCount: { service: 'web', desiredCount: 0 } },
      { at: 219, setDesiredCount: { service: 'web', desiredCount: 1 } },
    ];
    const result = onManaged({ begin: 'steady', desired: 2, providers, events });
    expect(entriesOf(result, 'instance-terminated')).toEqual([]);
    expect(launches(result)).toEqual([]);
  });

  test('an instance that is lost is replaced when its tasks wait again', () => {
    const result = onManaged({
      begin: 'steady',
      events: [{ at: 10, loseInstance: { instance: 'managed-2' } }],
      desired: 6,
    });
    expect(launches(result)).toEqual(['10 managed-4 z-b']);
    expect(last(result, 'services.web.running')).toBe(6);
  });

  test('Spot capacity: drained at the notice, gone after two minutes (A89)', () => {
    const providers = [provider({ launchSeconds: 30 }, { capacityOptionType: 'SPOT' })];
    const events = [{ at: 10, interruptSpot: { instance: 'managed-1' } }];
    const result = onManaged({ begin: 'steady', desired: 6, providers, events });
    expect(entriesOf(result, 'instance-draining')[0]).toMatchObject({ at: 10, instance: 'managed-1' });
    expect(entriesOf(result, 'instance-lost')[0]).toMatchObject({
      at: 130,
      message: 'managed-1 is lost, with 0 tasks.',
    });
    expect(Math.min(...(result.series['services.web.healthy'] ?? []).map(([, value]) => value))).toBe(6);
  });

  test('a task that no allowed type holds waits for ever, and says so once', () => {
    const result = onManaged({ desired: 1, definition: { cpu: 8192, memory: 1024 } });
    expect(entriesOf(result, 'instance-launch-blocked')).toHaveLength(1);
    expect(launches(result)).toEqual([]);
    expect(last(result, 'capacityProviders.managed.provisioning')).toBe(1);
  });

  test('tasks of the EC2 launch type do not come here', () => {
    const runTask = { taskDefinition: 'web', launchType: 'EC2', ...NETWORK };
    const result = onManaged({ begin: 'steady', desired: 1, events: [{ at: 5, runTask }] });
    expect(entriesOf(result, 'task-not-placed')).toHaveLength(1);
  });

  test('RunTask waits for an instance too', () => {
    const runTask = { taskDefinition: 'web', count: 2, capacityProviderStrategy: STRATEGY, ...NETWORK };
    const result = onManaged({ desired: 0, events: [{ at: 5, runTask }] });
    expect(entriesOf(result, 'task-running')).toHaveLength(2);
  });
});

describe('what is refused of Managed Instances (5.3)', () => {
  const faults = (given: Parts) => {
    const { world } = scenarioWith(parts());
    const { services, events, world: extra, tasks, horizon } = parts(given);
    const value = { model: 'ecs', horizon, world: { ...world, ...extra, taskDefinitions: tasks, services }, events };
    return (readScenario(JSON.parse(JSON.stringify(value))).faults ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
  };
  const at = 'world.capacityProviders.0.managedInstancesProvider';

  test.each<[string, Parts, string]>([
    [
      'an unknown instance type',
      { providers: [provider({}, { instanceRequirements: { allowedInstanceTypes: ['m5.lorge'] } })] },
      'did you mean m5.large?',
    ],
    [
      'a subnet that is not there',
      { providers: [provider({}, { networkConfiguration: { subnets: ['subnet-x'] } })] },
      `${at}.instanceLaunchTemplate.networkConfiguration.subnets.0`,
    ],
    [
      'storage below 30 GiB',
      { providers: [provider({}, { storageConfiguration: { storageSizeGiB: 29 } })] },
      'storageSizeGiB 29: it is 30 to 16384 GiB',
    ],
    [
      'storage above 16384 GiB',
      { providers: [provider({}, { storageConfiguration: { storageSizeGiB: 16_385 } })] },
      'it is 30 to 16384 GiB',
    ],
    [
      'scaleInAfter above an hour',
      { providers: [provider({ infrastructureOptimization: { scaleInAfter: 3601 } })] },
      'scaleInAfter 3601: it is null, -1, or 0 to 3600 seconds',
    ],
    ['a provider that stands for nothing', { providers: [{ name: 'managed' }] }, 'stands for one thing'],
    [
      'bridge mode',
      { definition: { networkMode: 'bridge' }, service: { networkConfiguration: undefined } },
      'network mode bridge on Managed Instances: they support awsvpc and host',
    ],
    [
      'a placement strategy',
      { service: { placementStrategy: [{ type: 'random' }] } },
      'placementStrategy on Managed Instances',
    ],
    ['a run of more than 14 days', { horizon: '337h' }, 'horizon: is longer than the 14 days'],
  ])('%s', (_, given, sentence) => {
    expect(faults(given).join('\n')).toContain(sentence);
  });
});
