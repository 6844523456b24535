import { describe, expect, test } from 'vitest';
import { entriesOf, task } from '../../scenario.fixture.ts';
import { desiredOf, instancesOf, runCapacity } from './capacity.fixture.ts';

const PROTECTED = {
  group: { newInstancesProtectedFromScaleIn: true },
  provider: { managedTerminationProtection: 'ENABLED' },
};

function scaleTo(desiredCount: number, at: string): object {
  return { at, setDesiredCount: { service: 'web', desiredCount } };
}

describe('tasks that find no room (5.2.10)', () => {
  const grown = runCapacity({ events: [scaleTo(8, '70s')] });

  test('wait in PROVISIONING until instances are there, and run then', () => {
    expect(entriesOf(grown, 'task-waiting').map(({ task, state }) => [task, state])).toEqual([
      ['web-5', 'PROVISIONING'],
      ['web-6', 'PROVISIONING'],
      ['web-7', 'PROVISIONING'],
      ['web-8', 'PROVISIONING'],
    ]);
    expect(grown.series['capacityProviders.cp.provisioning']).toEqual([
      [0, 0],
      [70, 4],
      [210, 0],
    ]);
    expect(grown.series['services.web.running']?.at(-1)).toEqual([217, 8]);
  });

  test('make the group grow at the next minute: M ÷ N × 100 = 4 ÷ 2 × 100', () => {
    expect(desiredOf(grown)).toEqual([
      [0, 2],
      [120, 4],
    ]);
    expect(instancesOf(grown, 'instance-launching')).toEqual(['120 fleet-3', '120 fleet-4']);
    expect(instancesOf(grown, 'instance-registered')).toEqual(['210 fleet-3', '210 fleet-4']);
    expect(entriesOf(grown, 'capacity-alarm')[0]).toMatchObject({
      message:
        '(capacity provider cp) CapacityProviderReservation is 200 %: M 4 ÷ N 2 × 100, above the target 100 % for 1 minute; 4 tasks wait in PROVISIONING: ceil(4 ÷ 2 to an instance) = 2 instances.',
      capacity: { needed: 4, instances: 2, reservation: 200, target: 100, waiting: 4 },
    });
    expect(entriesOf(grown, 'capacity-scaled')[0]?.message).toBe(
      '(capacity provider cp) moves the desired capacity of fleet from 2 to 4: ceil(M 4 ÷ 100 %) = 4.',
    );
  });

  test('are not placed, and do not wait, without managed scaling', () => {
    const run = runCapacity({ managedScaling: undefined, events: [scaleTo(8, '70s')] });
    expect(entriesOf(run, 'task-waiting')).toEqual([]);
    expect(entriesOf(run, 'task-not-placed')).toHaveLength(1);
    expect([run.stopped, run.assumptions.includes('A70')]).toEqual(['settled', true]);
  });

  test('are 500 at most: what comes after them fails', () => {
    const run = runCapacity({ group: { maxSize: 2 }, events: [scaleTo(600, '70s')], horizon: '2m' });
    expect(entriesOf(run, 'task-waiting')).toHaveLength(500);
    expect(entriesOf(run, 'task-not-placed')[0]).toMatchObject({ reason: 'ClientException' });
  });

  test('are as many as the quota of the world says (3.8)', () => {
    const world = { quotas: { tasksInProvisioning: 3 } };
    const run = runCapacity({ group: { maxSize: 2 }, events: [scaleTo(9, '70s')], horizon: '2m', world });
    expect(entriesOf(run, 'task-waiting')).toHaveLength(3);
  });

  test('stop waiting when they are not wanted any more', () => {
    const run = runCapacity({ events: [scaleTo(8, '70s'), scaleTo(4, '80s')] });
    expect(run.series['capacityProviders.cp.provisioning']?.at(-1)).toEqual([80, 0]);
    expect(instancesOf(run, 'instance-launching')).toEqual([]);
  });

  test('and that no instance type of the group can run stay there, and scale nothing (5.2.4)', () => {
    const tasks = [task({ cpu: 1024, memory: 3000 }), task({ family: 'job', cpu: 3000, memory: 3000 })];
    const strategy = [{ capacityProvider: 'cp', weight: 1 }];
    const run = runCapacity({
      tasks,
      events: [{ at: '70s', runTask: { taskDefinition: 'job:1', count: 2, capacityProviderStrategy: strategy } }],
    });
    expect(run.series['capacityProviders.cp.provisioning']?.at(-1)).toEqual([70, 2]);
    expect(entriesOf(run, 'capacity-held').map(({ reason }) => reason)).toEqual(['incompatible']);
    expect([run.stopped, desiredOf(run)]).toEqual(['settled', [[0, 2]]]);
  });
});

describe('from an empty group (5.2.2)', () => {
  test('the first step is two instances, whatever is needed; the rest waits for the warm-up (5.2.6)', () => {
    const run = runCapacity({ group: { desiredCapacity: 0 }, service: { desiredCount: 10 }, begin: 'empty' });
    expect(desiredOf(run)).toEqual([
      [0, 0],
      [60, 2],
      [360, 5],
    ]);
    expect(run.series['capacityProviders.cp.reservation']?.slice(0, 3)).toEqual([
      [0, 200],
      [120, 350],
      [180, 250],
    ]);
    expect(run.series['services.web.running']?.at(-1)).toEqual([457, 10]);
  });

  test('an empty group without tasks stays empty at any target', () => {
    const run = runCapacity({ group: { desiredCapacity: 0 }, managedScaling: { targetCapacity: 50 }, services: [] });
    expect([run.stopped, desiredOf(run)]).toEqual(['settled', [[0, 0]]]);
  });
});

describe('the target capacity keeps room free (5.2.5)', () => {
  test.each([
    { targetCapacity: 100, desired: 3 },
    { targetCapacity: 75, desired: 4 },
    { targetCapacity: 74, desired: 5 },
    { targetCapacity: 50, desired: 6 },
  ])('three busy instances at $targetCapacity %: $desired', ({ targetCapacity, desired }) => {
    // A spare instance in the other zone would draw a task there.
    const service = { desiredCount: 6, availabilityZoneRebalancing: 'DISABLED' };
    const run = runCapacity({ group: { desiredCapacity: 3 }, service, managedScaling: { targetCapacity } });
    expect(desiredOf(run).at(-1)?.[1]).toBe(desired);
    expect(run.stopped).toBe('settled');
  });
});

describe('step sizes and warm-up (5.2.6)', () => {
  test('a maximum step of 1 adds one instance a warm-up', () => {
    const run = runCapacity({ managedScaling: { maximumScalingStepSize: 1 }, events: [scaleTo(10, '70s')] });
    expect(desiredOf(run)).toEqual([
      [0, 2],
      [120, 3],
      [420, 4],
      [720, 5],
    ]);
    expect(entriesOf(run, 'capacity-held')[0]).toMatchObject({ at: 180, reason: 'instanceWarmupPeriod' });
  });

  test('a minimum step of 4 adds four where one would do', () => {
    const run = runCapacity({ managedScaling: { minimumScalingStepSize: 4 }, events: [scaleTo(5, '70s')] });
    expect(desiredOf(run)[1]).toEqual([120, 6]);
  });

  test('a warm-up shorter than the launch counts the same need again', () => {
    const run = runCapacity({ managedScaling: { instanceWarmupPeriod: 0 }, events: [scaleTo(8, '70s')] });
    expect(desiredOf(run).slice(0, 3)).toEqual([
      [0, 2],
      [120, 4],
      [180, 6],
    ]);
  });

  test('the maximum size of the group holds', () => {
    const run = runCapacity({ group: { maxSize: 3 }, events: [scaleTo(12, '70s')] });
    expect(desiredOf(run).at(-1)).toEqual([120, 3]);
    expect(entriesOf(run, 'capacity-held').at(-1)).toMatchObject({ reason: 'maxSize' });
    expect(run.stopped).toBe('settled');
  });
});

describe('scale-in (5.2.7)', () => {
  test('begins after fifteen minutes below the target and takes less than half a minute', () => {
    const run = runCapacity({ ...PROTECTED, group: { ...PROTECTED.group, desiredCapacity: 10 } });
    expect(desiredOf(run)).toEqual([
      [0, 10],
      [900, 6],
      [960, 4],
    ]);
    expect(run.stopped).toBe('settled');
  });

  test('starts anew when tasks come in between', () => {
    const run = runCapacity({
      ...PROTECTED,
      group: { ...PROTECTED.group, desiredCapacity: 3 },
      events: [scaleTo(6, '10m'), scaleTo(4, '12m')],
      service: { placementStrategy: [{ type: 'binpack', field: 'memory' }] },
    });
    expect(desiredOf(run)).toEqual([
      [0, 3],
      [1560, 2],
    ]);
  });

  test('stops at the minimum size', () => {
    const run = runCapacity({ group: { minSize: 2, desiredCapacity: 6 }, services: [] });
    expect(desiredOf(run).at(-1)?.[1]).toBe(2);
  });
});

describe('which instances go (5.2.8, 5.2.9)', () => {
  const packed = { placementStrategy: [{ type: 'binpack', field: 'memory' }], desiredCount: 2 };
  const three = { desiredCapacity: 3 };

  test('with managed termination protection those without tasks', () => {
    const run = runCapacity({ ...PROTECTED, group: { ...PROTECTED.group, ...three }, service: packed });
    expect(instancesOf(run, 'instance-terminated')).toEqual(['900 fleet-3', '960 fleet-2']);
    expect(run.series['services.web.running']).toEqual([[0, 2]]);
  });

  test('without it those that the termination policy picks, busy or not; draining moves their tasks first', () => {
    const run = runCapacity({ group: three, service: packed });
    expect(instancesOf(run, 'instance-terminating')[0]).toBe('900 fleet-1');
    expect(instancesOf(run, 'instance-draining')[0]).toBe('900 fleet-1');
    const running = (run.series['services.web.healthy'] ?? []).map(([, count]) => count);
    expect(Math.min(...running)).toBe(2);
  });

  test('without draining their tasks end with them', () => {
    const run = runCapacity({ group: three, service: packed, provider: { managedDraining: 'DISABLED' } });
    expect(instancesOf(run, 'instance-terminated')[0]).toBe('900 fleet-1');
    expect(Math.min(...(run.series['services.web.healthy'] ?? []).map(([, count]) => count))).toBe(0);
    expect(run.assumptions).toContain('A77');
  });

  test('draining waits for tasks that nobody replaces, 48 hours at most', () => {
    const strategy = [{ capacityProvider: 'cp', weight: 1 }];
    const runTask = { taskDefinition: 'job:1', capacityProviderStrategy: strategy };
    const run = runCapacity({ services: [], events: [{ at: '10s', runTask }], horizon: '50h' });
    expect(instancesOf(run, 'instance-terminating')).toEqual(['900 fleet-1', '960 fleet-2']);
    expect(instancesOf(run, 'instance-terminated')).toEqual(['960 fleet-2', `${900 + 48 * 3600} fleet-1`]);
  });

  test('daemons keep no instance (5.2.1, 5.2.8)', () => {
    const services = [{ serviceName: 'web', taskDefinition: 'web:1', schedulingStrategy: 'DAEMON' }];
    const run = runCapacity({ ...PROTECTED, services });
    expect(desiredOf(run).at(-1)?.[1]).toBe(0);
    expect(run.final.instances).toEqual({});
  });

  test('protected by their group alone, none: the desired capacity falls and nothing follows', () => {
    const group = { ...three, newInstancesProtectedFromScaleIn: true };
    const run = runCapacity({ group, service: packed });
    expect(desiredOf(run).at(-1)).toEqual([900, 2]);
    expect(instancesOf(run, 'instance-terminating')).toEqual([]);
    expect(entriesOf(run, 'instance-launch-blocked')[0]?.message).toBe(
      'Could not scale to desired capacity because all remaining instances are protected from scale-in.',
    );
  });
});

describe('an Auto Scaling group keeps its desired capacity', () => {
  test('a lost instance is replaced in its zone', () => {
    const run = runCapacity({ events: [{ at: '1m', loseInstance: { instance: 'fleet-1' } }] });
    expect(entriesOf(run, 'instance-launching')[0]).toMatchObject({
      at: 60,
      instance: 'fleet-3',
      availabilityZone: 'z-a',
    });
    expect(run.series['autoScalingGroups.fleet.inService']).toEqual([
      [0, 2],
      [60, 1],
      [150, 2],
    ]);
    expect(run.series['services.web.running']?.at(-1)).toEqual([157, 4]);
  });

  test('a zone that failed gets none: the others take its share', () => {
    const events = [{ at: '1m', failAvailabilityZone: { availabilityZone: 'z-a' } }];
    const run = runCapacity({ group: { desiredCapacity: 4 }, events, horizon: '10m' });
    const zones = entriesOf(run, 'instance-launching').map(({ availabilityZone }) => availabilityZone);
    expect(zones).toEqual(['z-c', 'z-c']);
  });

  test('what launches in a zone as it fails never comes', () => {
    const events = [scaleTo(8, '70s'), { at: '150s', failAvailabilityZone: { availabilityZone: 'z-a' } }];
    const run = runCapacity({ events, horizon: '10m' });
    expect(instancesOf(run, 'instance-terminated')).toEqual(['150 fleet-3']);
    expect(run.series['services.web.running']?.at(-1)?.[1]).toBe(8);
  });

  test('without a zone that is up it launches nothing, and says so once', () => {
    const events = ['z-a', 'z-c'].map((availabilityZone, i) => ({
      at: 60 + i,
      failAvailabilityZone: { availabilityZone },
    }));
    const run = runCapacity({ events });
    expect(entriesOf(run, 'instance-launch-blocked')).toHaveLength(1);
    expect(run.stopped).toBe('settled');
  });
});
