import { describe, expect, test } from 'vitest';
import { entriesOf, run, task } from '../../scenario.fixture.ts';

const memberOf = (expression: string) => ({ placementConstraints: [{ type: 'memberOf', expression }] });
const WORLD = { begin: 'empty' as const, tasks: [task(), task({ family: 'db' })] };
const DB = { serviceName: 'db', taskDefinition: 'db', desiredCount: 1, ...memberOf('ec2InstanceId == c-2') };

/** Where the tasks of web stand at the end. */
function instancesOfWeb(result: ReturnType<typeof run>): string[] {
  return entriesOf(result, 'task-placed').flatMap(({ service, instance }) =>
    service === 'web' ? (instance ?? '') : [],
  );
}

describe('affinity of task groups (1.5, 1.6)', () => {
  test('task:group == service:db: only where the other service stands', () => {
    const web = { serviceName: 'web', taskDefinition: 'web', desiredCount: 3, ...memberOf('task:group == service:db') };
    const result = run({ ...WORLD, services: [DB, web] });
    expect(instancesOfWeb(result)).toEqual(['c-2', 'c-2', 'c-2']);
  });

  test('it waits until a task of the group stands somewhere', () => {
    const web = { serviceName: 'web', taskDefinition: 'web', desiredCount: 1, ...memberOf('task:group == service:db') };
    const result = run({
      ...WORLD,
      services: [web, { ...DB, desiredCount: 0 }],
      events: [{ at: 60, setDesiredCount: { service: 'db', desiredCount: 1 } }],
    });
    expect(entriesOf(result, 'task-not-placed')[0]).toMatchObject({ at: 0, reason: 'memberOf' });
    expect(entriesOf(result, 'task-not-placed')[0]?.message).toContain('needs task:group == service:db, has no tasks.');
    expect(instancesOfWeb(result)).toEqual(['c-2']);
  });

  test('not(task:group == database): never beside a task of the group', () => {
    const web = {
      serviceName: 'web',
      taskDefinition: 'web',
      desiredCount: 6,
      ...memberOf('not(task:group == database)'),
    };
    const result = run({
      ...WORLD,
      services: [{ ...web, desiredCount: 0 }],
      events: [
        { at: 1, runTask: { taskDefinition: 'db', count: 2, group: 'database', ...memberOf('ec2InstanceId =~ a-.*') } },
        { at: 2, setDesiredCount: { service: 'web', desiredCount: 6 } },
      ],
    });
    expect(new Set(instancesOfWeb(result))).toEqual(new Set(['c-1', 'c-2']));
  });

  test('an instance can be chosen by the version of its agent and by when it registered', () => {
    const instances = ['1.79.0', '1.89.2', '1.100.0'].map((agentVersion, i) => ({
      name: `v${i}`,
      cpu: 2048,
      memory: 4096,
      agentVersion,
      registeredAt: `2026-0${i + 1}-01`,
    }));
    const query = memberOf('agentVersion >= 1.89.0 and registeredAt < 2026-03-01');
    const web = { serviceName: 'web', taskDefinition: 'web', desiredCount: 1, ...query };
    expect(instancesOfWeb(run({ ...WORLD, instances, services: [web] }))).toEqual(['v1-1']);
  });
});
