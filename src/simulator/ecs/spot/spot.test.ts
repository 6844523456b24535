import { describe, expect, test } from 'vitest';
import { explain } from '../../explain.fixture.ts';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';

const ZONES = ['z-a', 'z-b'];
const SUBNETS = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));
const NETWORK = { networkConfiguration: { awsvpcConfiguration: { subnets: ZONES.map((zone) => `subnet-${zone}`) } } };
const SPOT = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
const MIXED = [
  { capacityProvider: 'FARGATE', base: 1, weight: 1 },
  { capacityProvider: 'FARGATE_SPOT', weight: 3 },
];

type Parts = {
  desired?: number;
  events?: object[];
  service?: object;
  world?: object;
  images?: Record<string, unknown>;
  container?: object;
};

function onSpot({ desired = 2, events = [], service = {}, world = {}, images = {}, container = {} }: Parts): Run {
  const definition = {
    ...task({ portMappings: [{ containerPort: 80 }], ...container }),
    networkMode: 'awsvpc',
    cpu: 256,
    memory: 512,
    requiresCompatibilities: ['FARGATE'],
  };
  const web = {
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: desired,
    capacityProviderStrategy: SPOT,
    ...NETWORK,
    ...service,
  };
  return run({
    instances: [],
    tasks: [definition],
    services: [web],
    events,
    images: { web: { pull: 4, start: 3, ...images } },
    world: { availabilityZones: ZONES, subnets: SUBNETS, ...world },
  });
}

const interrupt = (input: object, at = 10) => ({ at, interruptSpot: input });
const timesOf = (result: Run, type: string) => entriesOf(result, type).map(({ at, task: name }) => `${at} ${name}`);
const last = (result: Run, metric: string) => result.series[`services.web.${metric}`]?.at(-1)?.[1];

describe('Fargate Spot takes a task back (5.3)', () => {
  test('the notice is a task state change: still RUNNING, with AWS’s stop code and sentence', () => {
    const [notice] = entriesOf(onSpot({ events: [interrupt({ task: 'web-1' })] }), 'spot-interruption');
    expect(notice).toMatchObject({
      at: 10,
      task: 'web-1',
      state: 'RUNNING',
      capacityProvider: 'FARGATE_SPOT',
      reason: 'SpotInterruption',
      stoppedReason: 'Your Spot Task was interrupted.',
      noticeSeconds: 120,
    });
  });

  test('SIGTERM comes at once, the stop timeout follows', () => {
    const result = onSpot({
      images: { stop: 300 },
      container: { stopTimeout: 90 },
      events: [interrupt({ task: 'web-1' })],
    });
    expect(timesOf(result, 'task-stopping')).toEqual(['10 web-1']);
    expect(timesOf(result, 'task-stopped')).toEqual(['100 web-1']);
    expect(entriesOf(result, 'task-stopped')[0]).toMatchObject({ reason: 'SpotInterruption' });
  });

  test.each([
    [20, undefined, 30],
    [300, undefined, 40],
    [300, 120, 130],
    [0, 120, 10],
  ])('an application that takes %i s with stopTimeout %s is gone at %i s', (stop, stopTimeout, at) => {
    const container = stopTimeout === undefined ? {} : { stopTimeout };
    const result = onSpot({ images: { stop }, container, events: [interrupt({ task: 'web-1' })] });
    expect(timesOf(result, 'task-stopped')).toEqual([`${at} web-1`]);
  });

  test('the service replaces it on Spot capacity at once', () => {
    const result = onSpot({
      images: { stop: 60 },
      container: { stopTimeout: 60 },
      events: [interrupt({ task: 'web-1' })],
    });
    expect(timesOf(result, 'task-placed').at(-1)).toBe('10 web-3');
    expect(entriesOf(result, 'task-placed').at(-1)?.capacityProvider).toBe('FARGATE_SPOT');
    expect(last(result, 'running')).toBe(2);
  });

  test('targets drain from the notice on, and SIGTERM does not wait for them (A83)', () => {
    const world = {
      targetGroups: [{ name: 'web', targetType: 'ip', deregistrationDelaySeconds: 20 }],
    };
    const service = { loadBalancers: [{ targetGroupArn: 'web', containerName: 'app', containerPort: 80 }] };
    const result = onSpot({ world, service, images: { stop: 25 }, events: [interrupt({ task: 'web-1' })] });
    expect(timesOf(result, 'task-deactivating')).toEqual(['10 web-1']);
    expect(timesOf(result, 'task-stopping')).toEqual(['10 web-1']);
    expect(timesOf(result, 'task-stopped')).toEqual(['35 web-1']);
    expect(result.series['targetGroups.web.draining']?.slice(0, 3)).toEqual([
      [0, 0],
      [10, 1],
      [30, 0],
    ]);
    expect(result.assumptions).toContain('A83');
    expect(result.assumptions).not.toContain('A13');
  });

  test('containers that stop one after the other are gone after two minutes all the same', () => {
    const side = { name: 'side', image: 'side', cpu: 64, memory: 64, essential: false, stopTimeout: 100 };
    const app = { stopTimeout: 100, dependsOn: [{ containerName: 'side', condition: 'START' }] };
    const definition = { ...task({ portMappings: [{ containerPort: 80 }], ...app }) } as {
      containerDefinitions: object[];
    };
    const result = run({
      instances: [],
      tasks: [
        {
          ...definition,
          containerDefinitions: [...definition.containerDefinitions, side],
          networkMode: 'awsvpc',
          cpu: 512,
          memory: 1024,
          requiresCompatibilities: ['FARGATE'],
        },
      ],
      services: [
        { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1, capacityProviderStrategy: SPOT, ...NETWORK },
      ],
      images: { web: { stop: 100 }, side: { stop: 100 } },
      events: [interrupt({ task: 'web-1' })],
      world: { availabilityZones: ZONES, subnets: SUBNETS },
    });
    expect(timesOf(result, 'task-stopped')).toEqual(['130 web-1']);
  });

  test('scale-in protection does not hold it (1.3.5)', () => {
    const updateTaskProtection = { tasks: ['web-1'], protectionEnabled: true };
    const result = onSpot({ events: [{ at: 5, updateTaskProtection }, interrupt({ task: 'web-1' })] });
    expect(timesOf(result, 'task-stopped')).toEqual(['10 web-1']);
  });

  test('a service loses as many as it says, the oldest first (A81), and tasks on Fargate stay', () => {
    const service = { capacityProviderStrategy: MIXED };
    const result = onSpot({ desired: 5, service, events: [interrupt({ service: 'web', count: 2 })] });
    expect(timesOf(result, 'spot-interruption')).toEqual(['10 web-2', '10 web-4']);
    expect(result.assumptions).toContain('A81');
    expect([
      last(result, 'capacityProviders.FARGATE.running'),
      last(result, 'capacityProviders.FARGATE_SPOT.running'),
    ]).toEqual([2, 3]);
  });

  test('a zone loses all of its Spot tasks', () => {
    const result = onSpot({ desired: 5, events: [interrupt({ availabilityZone: 'z-a' })] });
    expect(entriesOf(result, 'spot-interruption').map(({ availabilityZone }) => availabilityZone)).toEqual([
      'z-a',
      'z-a',
      'z-a',
    ]);
  });

  test('what is not there is said and nothing happens', () => {
    const result = onSpot({ events: [interrupt({ task: 'web-9' })] });
    expect(entriesOf(result, 'event')[0]?.message).toBe(
      'Spot interruption: web-9 has no Spot capacity that could be taken back.',
    );
    expect(entriesOf(result, 'spot-interruption')).toEqual([]);
  });
});

describe('Spot capacity (5.3)', () => {
  const spotCapacity = { 'z-a': 1, 'z-b': 1 };

  test('an interruption takes its place away, and the service waits without falling back to Fargate (A82)', () => {
    const service = { capacityProviderStrategy: MIXED };
    const result = onSpot({
      desired: 4,
      service,
      world: { spotCapacity },
      events: [interrupt({ service: 'web', count: 1 })],
    });
    expect([
      last(result, 'capacityProviders.FARGATE.running'),
      last(result, 'capacityProviders.FARGATE_SPOT.running'),
    ]).toEqual([2, 1]);
    expect(last(result, 'unplaced')).toBe(1);
    expect(result.assumptions).toContain('A82');
    expect(entriesOf(result, 'task-not-placed')[0]).toMatchObject({ at: 10, reason: 'RESOURCE:FARGATE' });
  });

  test('with room again the task starts in the same second', () => {
    const events = [
      interrupt({ service: 'web', count: 1 }),
      { at: 200, setSpotCapacity: { availabilityZone: 'z-a', tasks: 2 } },
    ];
    const result = onSpot({ world: { spotCapacity }, events });
    expect(timesOf(result, 'task-placed').at(-1)).toBe('200 web-3');
    expect(last(result, 'unplaced')).toBe(0);
    expect(entriesOf(result, 'event')[0]?.message).toBe('Fargate Spot has room for 2 tasks in z-a.');
  });

  test('less room leaves what runs', () => {
    const result = onSpot({ world: { spotCapacity }, events: [{ at: 10, setSpotCapacity: { tasks: 0 } }] });
    expect(last(result, 'running')).toBe(2);
  });

  test('a decision shows the zones without room', () => {
    const result = onSpot({ desired: 3, world: { spotCapacity } });
    const entry = result.entries.findIndex(({ type }) => type === 'task-not-placed');
    const refused = { rule: 'RESOURCE:FARGATE', need: 'room for 1 task', have: '0 of 1' };
    expect(explain(result, entry)?.candidates[0]).toEqual({
      instance: 'Fargate Spot in z-a',
      refused: [refused],
      ranks: [],
    });
  });
});

describe('EC2 takes a Spot Instance back (5.3)', () => {
  const group = (part: object) => ({ count: 1, instanceType: 'm5.large', availabilityZone: 'z-a', ...part });
  const onInstances = (part: object, events: object[] = [interrupt({ instance: 'a-1' })]) =>
    run({
      instances: [group({ name: 'a', purchaseOption: 'spot', ...part }), group({ name: 'c', availabilityZone: 'z-c' })],
      services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 }],
      events,
    });

  test('without draining its tasks run on and end with it after two minutes', () => {
    const result = onInstances({});
    expect(entriesOf(result, 'spot-interruption')[0]).toMatchObject({ at: 10, instance: 'a-1', noticeSeconds: 120 });
    expect(entriesOf(result, 'instance-draining')).toEqual([]);
    expect(entriesOf(result, 'instance-lost')[0]).toMatchObject({ at: 130, instance: 'a-1' });
    expect(entriesOf(result, 'task-stopped')[0]).toMatchObject({ at: 130, reason: 'InfrastructureHealth' });
    expect(Math.min(...(result.series['services.web.healthy'] ?? []).map(([, value]) => value))).toBe(1);
  });

  test('with draining its tasks are replaced before it goes', () => {
    const result = onInstances({ spotInstanceDraining: true });
    expect(entriesOf(result, 'instance-draining')[0]?.at).toBe(10);
    expect(entriesOf(result, 'instance-lost')[0]).toMatchObject({ at: 130, message: 'a-1 is lost, with 0 tasks.' });
    expect(Math.min(...(result.series['services.web.healthy'] ?? []).map(([, value]) => value))).toBe(2);
  });

  test('a zone takes its Spot Instances and leaves the others', () => {
    const result = onInstances({}, [interrupt({ availabilityZone: 'z-a' })]);
    expect(entriesOf(result, 'instance-lost').map(({ instance }) => instance)).toEqual(['a-1']);
  });
});

describe('what is refused', () => {
  const faults = (events: object[]) => {
    const value = scenarioWith({
      instances: [
        { name: 'a', count: 1, instanceType: 'm5.large', availabilityZone: 'z-a', purchaseOption: 'spot' },
        { name: 'c', count: 1, instanceType: 'm5.large', availabilityZone: 'z-c' },
      ],
    });
    return (readScenario({ ...value, events }).faults ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
  };

  test.each<[string, object, string]>([
    [
      'an instance on demand',
      { instance: 'c-1' },
      'events.0.interruptSpot.instance: c-1 is no Spot Instance; give its group purchaseOption spot',
    ],
    ['an instance that is not there', { instance: 'x-1' }, 'there is no Spot Instance x-1'],
    ['a zone that is not there', { availabilityZone: 'z-x' }, 'there is no Availability Zone z-x'],
    ['a service that is not there', { service: 'wob' }, 'there is no service wob; did you mean web?'],
    ['a service without a strategy', { service: 'web' }, 'web has no capacity provider FARGATE_SPOT'],
    [
      'two things at once',
      { instance: 'a-1', task: 'web-1' },
      'interrupts one thing; write one of instance, task, service and availabilityZone',
    ],
    ['a count alone', { task: 'web-1', count: 1 }, 'has a count without a service'],
  ])('%s', (_, input, sentence) => {
    expect(faults([interrupt(input)]).join('\n')).toContain(sentence);
  });
});
