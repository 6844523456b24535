import { describe, expect, test } from 'vitest';
import { STOREYS } from '../../storeys.ts';
import { faultsOf, runWith } from '../storeys.fixture.ts';
import { costStorey } from './cost-storey.ts';

const prices = { region: 'us-east-1' };
const subnets = [{ subnetId: 'subnet-a', availabilityZone: 'us-east-1a' }];
const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-a'] } };
const fargate = (part: object = {}) => ({
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'web', image: 'web' }],
  ...part,
});
const onInstances = { family: 'web', containerDefinitions: [{ name: 'web', image: 'web', cpu: 256, memory: 512 }] };
const m5 = { name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'us-east-1a' };

function world(part: object = {}): object {
  return {
    prices,
    containerInstances: [],
    taskDefinitions: [fargate()],
    availabilityZones: ['us-east-1a'],
    subnets,
    ...part,
  };
}

function onFargate(part: object = {}): object {
  const web = {
    serviceName: 'web',
    taskDefinition: 'web',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration,
  };
  return world({ services: [web], images: { web: { pull: 10, start: 20, stop: 5 } }, ...part });
}

describe('the cost of a run (cost/3)', () => {
  test('instances that stand for half an hour, lost ones no longer', () => {
    const given = world({ containerInstances: [m5], taskDefinitions: [onInstances] });
    const run = runWith([costStorey], { world: given, events: [{ at: '10m', loseInstance: { instance: 'a-2' } }] });
    expect(run.series['cost.usdPerHour']).toEqual([
      [0, 0.192],
      [600, 0.096],
    ]);
    expect([run.seconds, run.series['cost.usd']]).toEqual([
      600,
      [
        [0, 0],
        [600, 0.032],
      ],
    ]);
  });

  test('a Fargate task costs from the download of its image until it is STOPPED, and at least a minute', () => {
    const events = [
      { at: 60, runTask: { taskDefinition: 'web', launchType: 'FARGATE', networkConfiguration } },
      { at: 70, stopTask: { task: 'web-run-1' } },
      { at: 200, setDesiredCount: { service: 'web', desiredCount: 2 } },
    ];
    const run = runWith([costStorey], { world: onFargate(), events });
    const task = 0.0123425;
    expect(run.series['cost.usdPerHour']).toEqual([
      [0, 0.024685],
      [60, 0.037027],
      [70, 0.024685],
    ]);
    const dollars = (2 * task * 200 + task * 60) / 3600;
    expect(run.series['cost.usd']?.at(-1)).toEqual([200, Math.floor(dollars * 1e6) / 1e6]);
  });

  test('ARM is cheaper, more storage is not free', () => {
    const perHour = (part: object) =>
      runWith([costStorey], { world: onFargate({ taskDefinitions: [fargate(part)] }) }).series[
        'cost.usdPerHour'
      ]?.[0]?.[1];
    expect(perHour({})).toBe(0.024685);
    expect(perHour({ runtimePlatform: { cpuArchitecture: 'ARM64' } })).toBe(0.01975);
    expect(perHour({ ephemeralStorage: { sizeInGiB: 120 } })).toBe(0.046885);
  });

  test('a world without prices has no cost, and runs as before', () => {
    const run = runWith([costStorey], { world: onFargate({ prices: undefined }) });
    expect(Object.keys(run.series).filter((metric) => metric.startsWith('cost'))).toEqual([]);
    expect(run).toEqual(runWith([], { world: onFargate({ prices: undefined }) }));
  });

  test('what a run costs changes nothing else in it', () => {
    const { series, ...costed } = runWith([costStorey], { world: onFargate() });
    const { series: plain, ...rest } = runWith([], { world: onFargate({ prices: undefined }) });
    const { prices: _, ...input } = costed.input.world;
    expect({ ...costed, input: { ...costed.input, world: input } }).toEqual(rest);
    expect(Object.fromEntries(Object.entries(series).filter(([metric]) => !metric.startsWith('cost')))).toEqual(plain);
  });
});

describe('Spot (cost/3)', () => {
  test('a Spot Instance costs the percentage that the world gives', () => {
    const spot = { ...m5, purchaseOption: 'spot' };
    const given = world({
      prices: { ...prices, ec2SpotPercent: 40 },
      containerInstances: [spot],
      taskDefinitions: [onInstances],
    });
    expect(runWith([costStorey], { world: given }).series['cost.usdPerHour']).toEqual([[0, 0.0768]]);
  });

  test('without one it is refused, with what to write', () => {
    const given = world({ containerInstances: [{ ...m5, purchaseOption: 'spot' }], taskDefinitions: [onInstances] });
    expect(faultsOf({ world: given })[0]).toContain('write prices.ec2SpotPercent');
  });

  test('an Auto Scaling group that launches an instance pays for it from its launch', () => {
    const group = {
      autoScalingGroupName: 'g',
      minSize: 1,
      maxSize: 2,
      instanceType: 't3.medium',
      launchSeconds: '60s',
    };
    const managedScaling = { status: 'ENABLED', targetCapacity: 100 };
    const provider = { name: 'cp', autoScalingGroupProvider: { autoScalingGroup: 'g', managedScaling } };
    const big = { family: 'big', containerDefinitions: [{ name: 'big', image: 'big', cpu: 1500, memory: 512 }] };
    const ask = { taskDefinition: 'big', count: 2, capacityProviderStrategy: [{ capacityProvider: 'cp', weight: 1 }] };
    const given = world({ taskDefinitions: [big], autoScalingGroups: [group], capacityProviders: [provider] });
    const run = runWith(STOREYS, { world: given, events: [{ at: 10, runTask: ask }], horizon: '10m' });
    const launched = run.entries.find(({ type }) => type === 'instance-launching')?.at;
    expect(run.series['cost.usdPerHour']).toEqual([
      [0, 0.0416],
      [launched, 0.0832],
    ]);
  });

  test('a task on Fargate Spot costs the Spot price', () => {
    const strategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
    const web = {
      serviceName: 'web',
      taskDefinition: 'web',
      desiredCount: 1,
      capacityProviderStrategy: strategy,
      networkConfiguration,
    };
    const run = runWith(STOREYS, { world: world({ services: [web] }) });
    expect(run.series['cost.usdPerHour']).toEqual([[0, 0.003929]]);
  });

  test('a load balancer costs the hour that has begun', () => {
    const loadBalancers = [
      {
        name: 'alb',
        type: 'application',
        listeners: [
          { port: 80, defaultActions: [{ type: 'fixed-response', fixedResponseConfig: { statusCode: '200' } }] },
        ],
      },
    ];
    const run = runWith(STOREYS, { world: world({ loadBalancers, taskDefinitions: [onInstances] }) });
    expect([run.series['cost.usd'], run.series['cost.usdPerHour']]).toEqual([[[0, 0.0225]], [[0, 0.0225]]]);
  });
});

describe('what has no price is told (cost/1)', () => {
  test.each([
    ['another Region', { prices: { region: 'ap-northeast-2' } }, 'has no price table; write us-east-1'],
    [
      'an instance of cpu and memory',
      { containerInstances: [{ name: 'a', cpu: 2048, memory: 4096 }] },
      'has no price without an instanceType',
    ],
    [
      'a Fargate task on Windows',
      {
        taskDefinitions: [
          fargate({
            cpu: '1024',
            memory: '2048',
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          }),
        ],
      },
      'the price table has no Fargate on Windows',
    ],
  ])('%s', (_, part, message) => {
    expect(faultsOf({ world: world(part) }).join('\n')).toContain(message);
  });
});
