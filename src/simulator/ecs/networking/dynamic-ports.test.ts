import { describe, expect, test } from 'vitest';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';

const ONE = [{ name: 'a', cpu: 8192, memory: 65_536 }];

/** Host ports of the tasks that came to run, in order. */
function hostPorts(parts: Parameters<typeof run>[0]): number[][] {
  return entriesOf(run({ instances: ONE, begin: 'empty', ...parts }), 'task-running').map(({ networkBindings = [] }) =>
    networkBindings.map(({ hostPort }) => hostPort),
  );
}

describe('host ports of bridge tasks (2.2)', () => {
  test('dynamic ones are taken upwards from the range of the kernel, once on an instance (A34)', () => {
    const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 3 }];
    expect(hostPorts({ services })).toEqual([[32_768], [32_769], [32_770]]);
  });

  test('ECS_DYNAMIC_HOST_PORT_RANGE moves the range, and static ports inside it are left out', () => {
    const instances = [{ ...ONE[0], dynamicHostPortRange: '50000-50002' }];
    const portMappings = [
      { containerPort: 80 },
      { containerPort: 81, hostPort: 50_001 },
      { containerPort: 82, hostPort: 0 },
    ];
    const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1 }];
    expect(hostPorts({ instances, services, tasks: [task({ portMappings })] })).toEqual([[50_000, 50_001, 50_002]]);
  });

  test('a port comes back when its task is STOPPED', () => {
    const instances = [{ ...ONE[0], dynamicHostPortRange: '50000-50001' }];
    const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 }];
    const events = [{ at: 100, stopTask: { task: 'web-1' } }];
    expect(hostPorts({ instances, services, events })).toEqual([[50_000], [50_001], [50_000]]);
  });

  test('tasks that stand at the beginning have theirs', () => {
    const [first] = entriesOf(run(), 'task-placed');
    expect(first?.networkBindings).toEqual([
      { bindIP: '0.0.0.0', containerPort: 80, hostPort: 32_768, protocol: 'tcp' },
    ]);
  });

  test('host mode has none, and its ports are those of the containers', () => {
    const tasks = [{ ...task({ portMappings: [{ containerPort: 80 }] }), networkMode: 'host' }];
    const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1 }];
    expect(hostPorts({ tasks, services })).toEqual([[]]);
  });

  test('an instance has at most 100 reserved ports, the six default ones included', () => {
    const ports = (first: number, count: number) =>
      Array.from({ length: count }, (_, i) => ({ containerPort: first + i, hostPort: first + i }));
    const tasks = [
      task({ portMappings: ports(1000, 94) }),
      task({ family: 'more', portMappings: ports(5000, 1) }),
      task({ family: 'dynamic' }),
    ];
    const services = ['web', 'more', 'dynamic'].map((name) => ({
      serviceName: name,
      taskDefinition: name,
      desiredCount: 1,
    }));
    const result = run({ instances: ONE, begin: 'empty', tasks, services });
    expect(entriesOf(result, 'task-running').map(({ service }) => service)).toEqual(['web', 'dynamic']);
    expect(entriesOf(result, 'task-not-placed')[0]).toMatchObject({ service: 'more', reason: 'RESOURCE:PORTS' });
    expect(entriesOf(result, 'task-not-placed')[0]?.message).toContain('100 of 100 reserved ports in use');
  });

  test('a range that is none is told so', () => {
    const { world } = scenarioWith();
    const instances = [{ ...ONE[0], dynamicHostPortRange: '60000-50000' }];
    const { faults } = readScenario({ model: 'ecs', world: { ...world, containerInstances: instances } });
    expect(faults?.[0]?.message).toContain('is not a range of ports');
  });
});
