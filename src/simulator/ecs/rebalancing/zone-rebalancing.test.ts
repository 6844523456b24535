import { describe, expect, test } from 'vitest';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';

type Parts = { roomAt?: number; begin?: 'empty' };

/** z-c is full of `other` until it scales in (at 100 s by default); then web stands in z-a alone. */
function afterRoomCame(service: object = {}, events: object[] = [], { roomAt = 100, ...parts }: Parts = {}) {
  return run({
    ...parts,
    instances: [
      { name: 'a', cpu: 4096, memory: 8192, availabilityZone: 'z-a' },
      { name: 'c', cpu: 4096, memory: 8192, availabilityZone: 'z-c' },
    ],
    tasks: [task(), task({ revision: 2 }), task({ family: 'other', cpu: 4096, memory: 8192, hostPort: 0 })],
    services: [
      {
        serviceName: 'other',
        taskDefinition: 'other',
        desiredCount: 1,
        placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone == z-c' }],
      },
      { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 5, ...service },
    ],
    events: [{ at: roomAt, setDesiredCount: { service: 'other', desiredCount: 0 } }, ...events],
  });
}

const zones = (result: ReturnType<typeof run>) => [
  result.series['services.web.zone.z-a.running']?.at(-1)?.[1],
  result.series['services.web.zone.z-c.running']?.at(-1)?.[1],
];
const story = (result: ReturnType<typeof run>) =>
  entriesOf(result, 'zone-rebalancing').map(({ at, reason }) => `${at} ${reason}`);

describe('Availability Zone rebalancing (1.7)', () => {
  test('starts in the zone with fewest, waits for health, then stops in the zone with most, until they are even', () => {
    const result = afterRoomCame();
    expect(zones(result)).toEqual([3, 2]);
    expect(story(result)).toEqual([
      '0 SERVICE_TASK_PLACEMENT_FAILURE',
      '100 SERVICE_REBALANCING_STARTED',
      '100 TASKS_STARTED',
      '147 TASKS_STOPPED',
      '147 TASKS_STARTED',
      '194 TASKS_STOPPED',
      '194 SERVICE_REBALANCING_COMPLETED',
    ]);
    expect(entriesOf(result, 'zone-rebalancing')[1]?.message).toBe(
      '(service web) is not AZ balanced with 0 tasks in z-c, 5 tasks in z-a. AZ Rebalancing in progress.',
    );
    expect(result.assumptions).toContain('A33');
  });

  test('begins as soon as a service that started from nothing is steady', () => {
    const result = afterRoomCame({}, [], { begin: 'empty', roomAt: 20 });
    const steadyAt = entriesOf(result, 'service-steady').find((entry) => entry.service === 'web')?.at;
    expect(story(result)).toContain(`${steadyAt} SERVICE_REBALANCING_STARTED`);
    expect(zones(result)).toEqual([3, 2]);
  });

  test('never goes below the desired count of healthy tasks, nor more than one above it', () => {
    const { series } = afterRoomCame();
    const values = (metric: string) => (series[`services.web.${metric}`] ?? []).map(([, value]) => value);
    expect(Math.min(...values('healthy'))).toBe(5);
    expect(Math.max(...values('tasks'))).toBe(6);
  });

  test.each<[string, object]>([
    ['DISABLED', { availabilityZoneRebalancing: 'DISABLED' }],
    ['maximumPercent 100', { deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 } }],
    [
      'a first strategy other than the spread over zones',
      { placementStrategy: [{ type: 'spread', field: 'instanceId' }] },
    ],
    [
      'a constraint on the zone',
      { placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone in [z-a, z-c]' }] },
    ],
    ['a cap that leaves no room', { deploymentConfiguration: { maximumPercent: 110 } }],
  ])('does nothing with %s', (_, service) => {
    const result = afterRoomCame(service);
    expect(zones(result)).toEqual([5, 0]);
    expect(story(result)).toEqual([]);
  });

  test('UpdateService switches it on and off', () => {
    const on = { at: 200, updateService: { service: 'web', availabilityZoneRebalancing: 'ENABLED' } };
    expect(zones(afterRoomCame({ availabilityZoneRebalancing: 'DISABLED' }, [on]))).toEqual([3, 2]);
  });

  test('a deployment ends it, and spreads the new tasks itself', () => {
    const update = { at: 120, updateService: { service: 'web', taskDefinition: 'web:2' } };
    const result = afterRoomCame({}, [update]);
    expect(story(result)).toContain('120 SERVICE_REBALANCING_STOPPED');
    expect(entriesOf(result, 'deployment-completed')).toHaveLength(1);
    expect(result.final.services.web).toEqual({ running: 5, revisions: { 'web:2': 5 } });
  });

  test('a protected task is not the one that stops', () => {
    const protect = { at: 50, updateTaskProtection: { tasks: ['web-1'], protectionEnabled: true } };
    const result = afterRoomCame({}, [protect]);
    expect(entriesOf(result, 'task-stopping').map(({ task: name }) => name)).not.toContain('web-1');
    expect(zones(result)).toEqual([3, 2]);
  });

  test('ENABLED where it cannot work is refused', () => {
    const { world } = scenarioWith();
    const service = {
      ...world.services?.[0],
      availabilityZoneRebalancing: 'ENABLED',
      placementStrategy: [{ type: 'random' }],
    };
    const { faults } = readScenario({ model: 'ecs', world: { ...world, services: [service] } });
    expect(faults?.[0]?.message).toContain(
      'AWS refuses availabilityZoneRebalancing ENABLED: the first placement strategy',
    );
  });
});
