import { describe, expect, test } from 'vitest';
import { entriesOf, run, task } from '../../scenario.fixture.ts';

const protect = (at: number, tasks: string[], more: object = {}) => ({
  at,
  updateTaskProtection: { tasks, protectionEnabled: true, ...more },
});
const scale = (at: number, desiredCount: number) => ({ at, setDesiredCount: { service: 'web', desiredCount } });
const stopped = (result: ReturnType<typeof run>) => entriesOf(result, 'task-stopping').map((entry) => entry.task);

describe('scale-in protection (1.3.5)', () => {
  test('scaling in spares protected tasks', () => {
    const result = run({ events: [protect(10, ['web-1', 'web-3']), scale(20, 2)] });
    expect(stopped(result).sort()).toEqual(['web-2', 'web-4']);
  });

  test('where only protected tasks are left, the service waits and says why, until the time is over', () => {
    const result = run({ events: [protect(10, ['web-1', 'web-2'], { expiresInMinutes: 5 }), scale(20, 1)] });
    expect(stopped(result)).toHaveLength(3);
    const [blocked] = entriesOf(result, 'scale-in-blocked');
    expect(blocked).toMatchObject({ at: 20, service: 'web' });
    expect(blocked?.message).toBe(
      '(service web) was unable to reach steady state because (taskSet ecs-svc/1) was unable to scale in due to (reason 2 tasks under protection): 1 should stop, the first protection ends at 310 s.',
    );
    expect(entriesOf(result, 'task-stopping').at(-1)?.at).toBe(310);
    expect(entriesOf(result, 'service-steady').at(-1)?.at).toBe(310);
    expect(result.assumptions).toContain('A31');
  });

  test('protected old tasks keep their place under the cap of a deployment (3.1.2)', () => {
    const events = [
      protect(5, ['web-1', 'web-2'], { expiresInMinutes: 5 }),
      { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } },
    ];
    const deploymentConfiguration = { minimumHealthyPercent: 50, maximumPercent: 100 };
    const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 4, deploymentConfiguration }];
    const result = run({ services, tasks: [task(), task({ revision: 2 })], events });
    expect(Math.max(...(result.series['services.web.tasks'] ?? []).map(([, tasks]) => tasks))).toBe(4);
    expect(result.series['services.web.deployment.completedAt']?.at(-1)?.[1]).toBeGreaterThan(305);
  });

  test('protection lasts 120 minutes when nobody says otherwise', () => {
    const result = run({ events: [protect(0, ['web-1', 'web-2', 'web-3', 'web-4']), scale(1, 2)], horizon: '3h' });
    expect(entriesOf(result, 'task-stopping')[0]?.at).toBe(7200);
  });

  test('it ends at once when it is switched off', () => {
    const off = { at: 60, updateTaskProtection: { tasks: ['web-1', 'web-2'], protectionEnabled: false } };
    const result = run({ events: [protect(10, ['web-1', 'web-2', 'web-3', 'web-4']), scale(20, 2), off] });
    expect(stopped(result)).toEqual(['web-1', 'web-2']);
    expect(entriesOf(result, 'task-stopping')[0]?.at).toBe(60);
  });

  test('a rolling update waits for it too', () => {
    const update = { at: 20, updateService: { service: 'web', taskDefinition: 'web:2' } };
    const result = run({ events: [protect(10, ['web-2'], { expiresInMinutes: 10 }), update] });
    expect(entriesOf(result, 'scale-in-blocked')).toHaveLength(1);
    expect(entriesOf(result, 'deployment-completed')[0]?.at).toBe(610);
  });

  test('more tasks than the desired count are refused with DEPLOYMENT_BLOCKED', () => {
    const result = run({
      events: [
        protect(10, ['web-1', 'web-2', 'web-3', 'web-4']),
        scale(20, 2),
        protect(30, ['web-1']),
        protect(31, ['db-run-1']),
      ],
      tasks: [task(), task({ family: 'db' })],
    });
    expect(entriesOf(result, 'task-protection').map(({ reason }) => reason)).toContain('MISSING');
    const small = run({
      services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 1 }],
      events: [
        { at: 5, setDesiredCount: { service: 'web', desiredCount: 2 } },
        protect(90, ['web-1', 'web-2']),
        scale(91, 1),
        { at: 92, stopTask: { task: 'web-1' } },
        scale(93, 2),
        protect(200, ['web-2', 'web-3']),
        scale(201, 2),
        { at: 202, updateService: { service: 'web', forceNewDeployment: true } },
        protect(203, ['web-4']),
      ],
    });
    const failure = entriesOf(small, 'task-protection').find(({ reason }) => reason === 'DEPLOYMENT_BLOCKED');
    expect(failure?.message).toBe(
      'UpdateTaskProtection failed for web-4: DEPLOYMENT_BLOCKED: 2 tasks are protected and the desired count is 2.',
    );
  });

  test('a task of no service cannot be protected', () => {
    const result = run({ events: [{ at: 1, runTask: { taskDefinition: 'web' } }, protect(30, ['web-run-1'])] });
    expect(entriesOf(result, 'task-protection')[0]?.reason).toBe('TASK_NOT_VALID');
  });

  test('StopTask and the loss of its instance end a protected task all the same (A31)', () => {
    const events = [protect(10, ['web-1']), { at: 20, stopTask: { task: 'web-1' } }];
    expect(stopped(run({ events }))).toEqual(['web-1']);
  });
});
