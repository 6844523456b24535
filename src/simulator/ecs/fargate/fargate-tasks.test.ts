import { describe, expect, test } from 'vitest';
import { explain } from '../../explain.fixture.ts';
import { stateAt } from '../../replay.fixture.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';

const ZONES = ['z-a', 'z-b', 'z-c'];
const SUBNETS = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));
const network = (zones: string[] = ZONES) => ({
  networkConfiguration: { awsvpcConfiguration: { subnets: zones.map((zone) => `subnet-${zone}`) } },
});
const definition = (part: object = {}) => ({
  ...task({ portMappings: [{ containerPort: 80 }] }),
  networkMode: 'awsvpc',
  cpu: 256,
  memory: 512,
  requiresCompatibilities: ['FARGATE'],
  ...part,
});
const service = (part: object = {}) => ({
  serviceName: 'web',
  taskDefinition: 'web:1',
  desiredCount: 4,
  launchType: 'FARGATE',
  ...network(),
  ...part,
});

function onFargate({ desired = 4, events = [] as object[], part = {}, tasks = [definition()], begin = 'empty' } = {}) {
  return run({
    instances: [],
    tasks,
    services: [service({ desiredCount: desired, ...part })],
    events,
    begin: begin as 'empty' | 'steady',
    world: { availabilityZones: ZONES, subnets: SUBNETS },
  });
}

function zonesOf(result: ReturnType<typeof run>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { availabilityZone } of stateAt(result, result.entries.length - 1).tasks) {
    counts[availabilityZone] = (counts[availabilityZone] ?? 0) + 1;
  }
  return counts;
}

describe('Fargate tasks (1.1.4)', () => {
  test('need no container instance and are spread over the zones of their subnets', () => {
    const result = onFargate({ desired: 7 });
    expect(result.final.services.web?.running).toBe(7);
    expect(zonesOf(result)).toEqual({ 'z-a': 3, 'z-b': 2, 'z-c': 2 });
    expect(zonesOf(onFargate({ desired: 4, part: network(['z-c', 'z-b']) }))).toEqual({ 'z-b': 2, 'z-c': 2 });
  });

  test('their entries have a zone and no instance', () => {
    const [placed] = entriesOf(onFargate(), 'task-placed');
    expect(placed).toMatchObject({ task: 'web-1', availabilityZone: 'z-a' });
    expect(placed?.instance).toBeUndefined();
    expect(placed?.message).toBe('web-1 (web:1) is placed on Fargate in z-a.');
  });

  test('a decision shows the zones with the ranks of the spread', () => {
    const result = onFargate();
    const second = result.entries.findIndex((entry) => entry.task === 'web-2');
    const decision = explain(result, second);
    expect(decision?.chosen).toBe('Fargate in z-b');
    expect(decision?.candidates.map(({ ranks }) => ranks[0]?.value)).toEqual([1, 0, 0]);
  });

  test('scaling in keeps the zones in balance (1.3.4)', () => {
    const events = [{ at: 100, setDesiredCount: { service: 'web', desiredCount: 3 } }];
    expect(zonesOf(onFargate({ desired: 7, events }))).toEqual({ 'z-a': 1, 'z-b': 1, 'z-c': 1 });
  });

  test('roll over to a new revision without an instance being full', () => {
    const tasks = [definition(), definition({ revision: 2 })];
    const events = [{ at: 10, updateService: { service: 'web', taskDefinition: 'web:2' } }];
    expect(onFargate({ tasks, events, begin: 'steady' }).final.services.web?.revisions).toEqual({ 'web:2': 4 });
  });

  test('a zone that fails takes its tasks with it, and the others take over', () => {
    const events = [{ at: 10, failAvailabilityZone: { availabilityZone: 'z-a' } }];
    const result = onFargate({ desired: 6, events, begin: 'steady' });
    expect(zonesOf(result)).toEqual({ 'z-b': 3, 'z-c': 3 });
    expect(entriesOf(result, 'instance-lost')).toEqual([]);
  });

  test('without a zone left they are not placed', () => {
    const events = [{ at: 10, failAvailabilityZone: { availabilityZone: 'z-a' } }];
    const result = onFargate({ desired: 1, part: network(['z-a']), events, begin: 'steady' });
    expect(entriesOf(result, 'task-not-placed')[0]?.message).toBe(
      '(service web) was unable to place a task. Capacity is unavailable at this time. Please try again later or in a different availability zone.',
    );
  });

  test('RunTask takes them too', () => {
    const runTask = { taskDefinition: 'web', count: 3, launchType: 'FARGATE', ...network() };
    const result = onFargate({ desired: 0, events: [{ at: 5, runTask }] });
    expect(entriesOf(result, 'task-running').map(({ availabilityZone }) => availabilityZone)).toEqual(ZONES);
    expect(result.assumptions).not.toContain('A6');
  });

  test('EC2 tasks of the same world keep to the instances', () => {
    const result = run({
      tasks: [definition(), task({ family: 'db' })],
      services: [
        service({ networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-z-a'] } } }),
        { serviceName: 'db', taskDefinition: 'db', desiredCount: 2 },
      ],
      world: { subnets: [SUBNETS[0]] },
    });
    expect(result.final.services.web?.running).toBe(4);
    expect(Object.values(result.final.instances).flatMap(({ tasks }) => tasks)).toEqual(['db-1', 'db-2']);
  });
});

describe('what CreateService refuses of Fargate (1.1.4, 2.4)', () => {
  test.each<[object, object, string]>([
    [{ requiresCompatibilities: ['EC2'] }, {}, 'Task definition does not support launch_type FARGATE.'],
    [
      {},
      { placementStrategy: [{ type: 'random' }] },
      'Placement strategies are not supported with FARGATE launch type.',
    ],
    [
      {},
      { placementConstraints: [{ type: 'distinctInstance' }] },
      'Placement constraints are not supported with FARGATE launch type.',
    ],
    [{}, { schedulingStrategy: 'DAEMON', desiredCount: undefined }, 'Fargate tasks do not support it'],
    [{}, { launchType: 'EC2', platformVersion: '1.4.0' }, 'The platform version must be null'],
    [{ cpu: 8192, memory: 16384 }, { platformVersion: '1.3.0' }, 'need platform version 1.4.0'],
  ])('%j %j', (task, part, sentence) => {
    const { world } = scenarioWith({
      instances: [],
      services: [],
      world: { availabilityZones: ZONES, subnets: SUBNETS },
    });
    const services = [JSON.parse(JSON.stringify(service(part)))];
    const value = { model: 'ecs', world: { ...world, taskDefinitions: [definition(task)], services } };
    expect((readScenario(value).faults ?? []).map(({ message }) => message).join('\n')).toContain(sentence);
  });
});
