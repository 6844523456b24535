import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';

function read(quotas: object, desiredCount: number) {
  const base = scenarioWith({ begin: 'empty' });
  const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount }];
  return readScenario({ ...base, world: { ...base.world, services, quotas } });
}

test('a service launches no more tasks a minute than the quota allows (3.8, A26)', () => {
  const { scenario } = read({ tasksLaunchedPerMinute: 5 }, 12);
  if (scenario === undefined) throw new Error('refused');
  const result = simulate(scenario);
  expect(entriesOf(result, 'task-placed').map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 60, 60, 60, 60, 60, 120, 120]);
  expect(entriesOf(result, 'launch-quota')[0]?.message).toBe(
    '(service web) reaches the quota of 5 tasks launched per minute: 5 start now, 7 wait 60 s.',
  );
  expect(result.final.services.web?.running).toBe(12);
  expect([result.stopped, result.assumptions.includes('A26')]).toEqual(['settled', true]);
});

test('without quotas in the world none applies (3.8)', () => {
  expect(entriesOf(run({ begin: 'empty' }), 'launch-quota')).toEqual([]);
});

test('AWS refuses a desired count above the quota of tasks per service (3.8)', () => {
  expect(read({ tasksPerService: 10 }, 11).faults?.map(({ message }) => message)).toEqual([
    'AWS refuses desiredCount 11: the quota is 10 tasks per service',
  ]);
});

describe('the launch quota of Fargate (3.8)', () => {
  const subnets = ['z-a', 'z-c'].map((zone) => ({ subnetId: `subnet-${zone}`, availabilityZone: zone }));
  const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-z-a', 'subnet-z-c'] } };
  const definition = { networkMode: 'awsvpc', cpu: 256, memory: 512, requiresCompatibilities: ['FARGATE'] };
  const tasks = [task({ memory: 512, portMappings: [{ containerPort: 80 }], definition })];

  function launches(quotas: object, desiredCount: number, more: object = {}) {
    const web = {
      serviceName: 'web',
      taskDefinition: 'web',
      networkConfiguration,
      launchType: 'FARGATE',
      desiredCount,
    };
    return run({ tasks, services: [{ ...web, ...more }], world: { subnets, quotas }, begin: 'empty' });
  }
  const seconds = (of: Run) => entriesOf(of, 'task-placed').map(({ at }) => at);

  test('a full bucket goes at once, then so many a second; the waiting is said once', () => {
    const result = launches({ fargateLaunchBurst: 4, fargateLaunchesPerSecond: 2 }, 9);
    expect(seconds(result)).toEqual([0, 0, 0, 0, 1, 1, 2, 2, 3]);
    expect(entriesOf(result, 'launch-quota').map(({ message }) => message)).toEqual([
      '(service web) reaches the launch quota of Fargate (4 launches at once, then 2 a second): 5 tasks wait.',
    ]);
    expect([result.stopped, result.final.services.web?.running]).toEqual(['settled', 9]);
  });

  test('AWS begins with 100 and 20', () => {
    const placed = seconds(launches({ fargateLaunchBurst: 100 }, 150));
    expect([0, 1, 2, 3].map((second) => placed.filter((at) => at === second).length)).toEqual([100, 20, 20, 10]);
  });

  test('Fargate Spot has a bucket of its own', () => {
    const capacityProviderStrategy = ['FARGATE', 'FARGATE_SPOT'].map((capacityProvider) => ({
      capacityProvider,
      weight: 1,
    }));
    const result = launches({ fargateLaunchBurst: 3, fargateLaunchesPerSecond: 1 }, 8, {
      launchType: undefined,
      capacityProviderStrategy,
    });
    expect(seconds(result)).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
  });

  test('RunTask is throttled and not tried again', () => {
    const runTask = { taskDefinition: 'web', count: 5, launchType: 'FARGATE', networkConfiguration };
    const result = run({
      tasks,
      services: [],
      world: { subnets, quotas: { fargateLaunchBurst: 3 } },
      events: [{ at: 10, runTask }],
    });
    expect(seconds(result)).toEqual([10, 10, 10]);
    expect(entriesOf(result, 'task-not-placed').map(({ reason }) => reason)).toEqual(
      Array(2).fill('ThrottlingException'),
    );
  });

  test('without quotas in the world none applies', () => {
    expect(new Set(seconds(launches({}, 150)))).toEqual(new Set([0]));
  });
});

test('AWS refuses more container instances than the quota of a cluster (3.8)', () => {
  expect(read({ instancesPerCluster: 3 }, 1).faults?.map(({ message }) => message)).toEqual([
    'AWS refuses 4 container instances: the quota is 3 per cluster',
  ]);
});
