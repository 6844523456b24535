import { describe, expect, it } from 'vitest';
import type { Entry } from '../../simulator/run.ts';
import { readScenario, type Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';
import { entryAt, stillEntry } from './moment.ts';
import { distanceFor, pictureOf } from './picture.ts';
import { momentAt } from './replay.ts';
import { yardWorldOf } from './yard-world.ts';

const definition = {
  family: 'web',
  containerDefinitions: [{ name: 'app', image: 'web', cpu: 1024, memory: 2048 }],
};

/** Two tasks to an instance; one instance stands, one more is launched at 2:00 and is there at 3:00. */
const growing = {
  model: 'ecs',
  world: {
    availabilityZones: ['z-a', 'z-c'],
    containerInstances: [],
    autoScalingGroups: [
      { autoScalingGroupName: 'fleet', minSize: 1, maxSize: 4, instanceType: 'm5.large', launchSeconds: '1m' },
    ],
    capacityProviders: [
      { name: 'cp', autoScalingGroupProvider: { autoScalingGroup: 'fleet', managedScaling: { status: 'ENABLED' } } },
    ],
    taskDefinitions: [definition],
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web',
        desiredCount: 2,
        capacityProviderStrategy: [{ capacityProvider: 'cp', weight: 1 }],
      },
    ],
  },
  events: [{ at: 60, setDesiredCount: { service: 'web', desiredCount: 4 } }],
  horizon: '10m',
};

function shown(value: object) {
  const { scenario, faults } = readScenario(value);
  if (faults) throw new Error(JSON.stringify(faults));
  const run = simulate(scenario as Scenario);
  const world = yardWorldOf(scenario as Scenario, run);
  const at = (entry: number) => momentAt(run, world, entry);
  const piers = (second: number) => pictureOf(world, at(entryAt(run, second)), 'memory');
  return { run, world, at, piers };
}

describe('instances that come and go', () => {
  const { run, world, at, piers } = shown(growing);

  it('stand in the still yard where their group had them from the beginning', () => {
    const still = at(stillEntry(run));
    expect(still.fleet.map(({ instance, phase }) => [instance.name, instance.availabilityZone, phase])).toEqual([
      ['fleet-1', 'z-a', 'active'],
    ]);
    expect(still.fleet[0]?.instance).toMatchObject({ instanceType: 'm5.large', cpu: 2048, memory: 7680 });
    expect(still.tasks.map(({ name, instance }) => [name, instance])).toEqual([
      ['web-1', 'fleet-1'],
      ['web-2', 'fleet-1'],
    ]);
  });

  it('have a place that is kept for them, so that no pier grows', () => {
    expect(world.slots).toEqual({ 'z-a': 1, 'z-c': 1 });
    const [, before] = piers(0);
    expect(before?.places).toEqual([undefined]);
    const registered = run.entries.find((entry) => entry.type === 'instance-registered') as Entry;
    const [, launching] = piers(registered.at - 1);
    expect(launching?.places[0]).toMatchObject({ instance: { name: 'fleet-2' }, phase: 'launching' });
    const [, there] = piers(registered.at);
    expect(there?.places[0]).toMatchObject({ instance: { name: 'fleet-2', memory: 7680 }, phase: 'active' });
    expect(distanceFor(piers(0))).toBe(distanceFor(piers(run.seconds)));
  });

  it('tasks wait for them on the quay of their capacity provider, and leave it when they are placed', () => {
    const quay = (second: number) => piers(second).at(-1);
    expect(quay(61)).toMatchObject({ availabilityZone: '', berths: [{ instance: { name: 'cp', waiting: true } }] });
    expect(quay(61)?.berths[0]?.containers.map(({ task, state }) => [task.name, state])).toEqual([
      ['web-3', 'PENDING'],
      ['web-4', 'PENDING'],
    ]);
    expect(quay(run.seconds)?.berths[0]?.containers).toEqual([]);
    const placed = at(entryAt(run, run.seconds)).tasks.filter(({ instance }) => instance === 'fleet-2');
    expect(placed.map(({ name, placedBy }) => [name, run.entries[placedBy]?.type])).toEqual([
      ['web-3', 'task-placed'],
      ['web-4', 'task-placed'],
    ]);
  });

  it('go from the yard when they are terminated, and one that is lost lies there until its place is needed', () => {
    const lost = shown({ ...growing, events: [{ at: 30, loseInstance: { instance: 'fleet-1' } }] });
    const launching = lost.run.entries.findIndex((entry) => entry.type === 'instance-launching');
    const names = (entry: number) => lost.at(entry).fleet.map(({ instance, phase }) => `${instance.name} ${phase}`);
    expect(names(launching - 1)).toEqual(['fleet-1 lost']);
    expect(names(launching)).toContain('fleet-2 launching');
    const shrunk = shown({
      ...growing,
      events: [...growing.events, { at: 300, setDesiredCount: { service: 'web', desiredCount: 1 } }],
      horizon: '40m',
    });
    expect(shrunk.run.entries.some((entry) => entry.type === 'instance-terminated')).toBe(true);
    expect(shrunk.at(shrunk.run.entries.length - 1).fleet).toHaveLength(1);
  });
});

it('Fargate and Fargate Spot have berths of their own, equally long in every zone', () => {
  const onFargate = {
    ...growing,
    world: {
      availabilityZones: ['z-a', 'z-c'],
      containerInstances: [],
      subnets: ['a', 'c'].map((zone) => ({ subnetId: `s-${zone}`, availabilityZone: `z-${zone}` })),
      taskDefinitions: [
        { ...definition, networkMode: 'awsvpc', requiresCompatibilities: ['FARGATE'], cpu: '1024', memory: '2048' },
      ],
      services: [
        {
          serviceName: 'web',
          taskDefinition: 'web',
          desiredCount: 4,
          networkConfiguration: { awsvpcConfiguration: { subnets: ['s-a', 's-c'] } },
          capacityProviderStrategy: [
            { capacityProvider: 'FARGATE', base: 1, weight: 1 },
            { capacityProvider: 'FARGATE_SPOT', weight: 2 },
          ],
        },
      ],
    },
    events: [],
  };
  const [first, second] = shown(onFargate).piers(0);
  expect([first, second].map((pier) => pier?.berths.map(({ instance }) => instance.name))).toEqual([
    ['Fargate in z-a', 'Fargate Spot in z-a'],
    ['Fargate in z-c', 'Fargate Spot in z-c'],
  ]);
  expect(first?.berths[0]?.instance.memory).toBe(second?.berths[0]?.instance.memory);
});
