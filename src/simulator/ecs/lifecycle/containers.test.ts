import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { run } from '../../scenario.fixture.ts';

const SIDECAR = { name: 'side', image: 'side', cpu: 64, memory: 64, essential: false };
const APP = { name: 'app', image: 'web', cpu: 128, memory: 128 };

/** One service of one task, begun empty, of these containers. */
function one(containers: object[], images: Record<string, object>, parts: object = {}): Run {
  return run({
    begin: 'empty',
    tasks: [{ family: 'web', revision: 1, containerDefinitions: containers }],
    services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1 }],
    images,
    horizon: '10m',
    ...parts,
  });
}

/** `12 task-running app` of every entry of the first task. */
function story(of: Run, task = 'web-1'): string[] {
  return of.entries
    .filter((entry) => entry.task === task)
    .map(({ at, type, container }) => `${at} ${type}${container === undefined ? '' : ` ${container}`}`);
}

const states = (of: Run) => [
  ...new Set(of.entries.flatMap(({ task, state }) => (task === 'web-1' ? (state ?? []) : []))),
];

describe('containers that depend on each other (3.2)', () => {
  const on = (condition: string) => ({ ...APP, dependsOn: [{ containerName: 'side', condition }] });
  const healthCheck = { interval: 5, retries: 3 };

  test('START: pulled and started once the other one is started', () => {
    const result = one([on('START'), SIDECAR], { web: { pull: 4, start: 3 }, side: { pull: 5, start: 1 } });
    expect(story(result).slice(0, 6)).toEqual([
      '0 task-placed',
      '5 image-pulled side',
      '6 container-started side',
      '10 image-pulled app',
      '13 container-started app',
      '13 task-running',
    ]);
  });

  test('HEALTHY: once its health check passes', () => {
    const result = one([on('HEALTHY'), { ...SIDECAR, healthCheck }], { web: {}, side: { start: 1, healthy: 7 } });
    expect(story(result)).toContain('11 container-started app');
  });

  test('COMPLETE: once it ended, whatever its exit code; the task is RUNNING without it', () => {
    const result = one([on('COMPLETE'), SIDECAR], { web: {}, side: { crashes: { after: 20, exitCode: 3 } } });
    expect(story(result).slice(-3)).toEqual(['20 container-started app', '20 task-running', '60 task-healthy']);
  });

  test('SUCCESS: only after exit code 0', () => {
    const side = (exitCode: number) => ({ web: {}, side: { crashes: { after: 20, exitCode } } });
    expect(story(one([on('SUCCESS'), SIDECAR], side(0)))).toContain('20 task-running');
    const failed = one([on('SUCCESS'), SIDECAR], side(3));
    expect(story(failed)).not.toContain('20 task-running');
    expect(failed.entries.find(({ type }) => type === 'task-stopped')).toMatchObject({
      at: 20,
      reason: 'TaskFailedToStart',
      stoppedReason: 'container app waits for container side, which has ended',
    });
  });

  test('startTimeout: what waits gives up, and the task stops', () => {
    const side = { ...SIDECAR, healthCheck, startTimeout: 60 };
    const result = one([on('HEALTHY'), side], { web: {}, side: { healthy: '5m' } });
    expect(result.entries.find(({ type }) => type === 'task-stopped')).toMatchObject({
      at: 60,
      reason: 'TaskFailedToStart',
      stoppedReason: 'container app waited 60 s for container side',
    });
  });

  test('on the way down the order is reversed', () => {
    const images = { web: { stop: 10 }, side: { stop: 5 } };
    const result = one([on('START'), SIDECAR], images, { events: [{ at: 100, stopTask: { task: 'web-1' } }] });
    expect(story(result).slice(-4)).toEqual([
      '100 task-stopping',
      '110 container-exited app',
      '115 container-exited side',
      '115 task-stopped',
    ]);
  });
});

describe('a task that never starts (10)', () => {
  test.each([
    ['pull', 4, 'CannotPullContainerError'],
    ['start', 7, 'CannotStartContainerError'],
  ])('an image whose %s fails: TaskFailedToStart', (fails, at, error) => {
    const result = one([APP], { web: { pull: 4, start: 3, fails } }, { horizon: '10s' });
    const stopped = result.entries.find(({ type }) => type === 'task-stopped');
    expect(stopped).toMatchObject({ at, reason: 'TaskFailedToStart' });
    expect(stopped?.stoppedReason).toContain(error);
    expect(states(result)).toEqual(['PENDING', 'STOPPING', 'STOPPED']);
  });

  test('a container that is not essential may fail to start', () => {
    const result = one([APP, SIDECAR], { web: { start: 2 }, side: { fails: 'pull' } });
    expect(story(result)).toContain('2 task-running');
  });
});

describe('containers that exit (3.2)', () => {
  test('an essential one takes its task with it, one that is not leaves it running', () => {
    const both = (image: string) => ({ web: {}, side: { stop: 6 }, [image]: { crashes: { after: 50, exitCode: 2 } } });
    const gone = one([APP, SIDECAR], both('web'));
    expect(story(gone).slice(-5)).toEqual([
      '40 task-healthy',
      '50 container-exited app',
      '50 task-stopping',
      '56 container-exited side',
      '56 task-stopped',
    ]);
    expect(gone.entries.find(({ type }) => type === 'task-stopped')).toMatchObject({
      reason: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
    });
    expect(story(one([APP, SIDECAR], both('side'))).at(-1)).toBe('50 container-exited side');
  });

  test('a restart policy restarts one that ran as long as restartAttemptPeriod; the task stays RUNNING', () => {
    const restartPolicy = { enabled: true, restartAttemptPeriod: 60 };
    const result = one([{ ...APP, restartPolicy }], { web: { start: 2, crashes: { after: 60 } } }, { horizon: '150s' });
    expect(story(result)).toEqual([
      '0 task-placed',
      '2 task-running',
      '42 task-healthy',
      '62 container-exited app',
      '62 container-restarted app',
      '124 container-exited app',
      '124 container-restarted app',
    ]);
    expect(result.series['services.web.restarts']).toEqual([
      [0, 0],
      [62, 1],
      [124, 2],
    ]);
  });

  test.each([
    ['that ran less than restartAttemptPeriod', { restartAttemptPeriod: 61 }, 'it ran 60 s, less than'],
    ['whose exit code is ignored', { restartAttemptPeriod: 60, ignoredExitCodes: [1] }, 'is in ignoredExitCodes'],
  ])('a restart policy leaves one %s', (_, policy, why) => {
    const container = { ...APP, restartPolicy: { enabled: true, ...policy } };
    const result = one([container], { web: { crashes: { after: 60 } } }, { horizon: '90s' });
    expect(result.entries.find(({ type }) => type === 'container-exited')?.message).toContain(why);
    expect(story(result)).toContain('60 task-stopped');
  });
});

describe('container health (3.2)', () => {
  const checked = (name: string, essential: boolean) => ({
    ...SIDECAR,
    name,
    image: name,
    essential,
    healthCheck: { interval: 10, retries: 2 },
  });

  test('the task is healthy when every essential container with a check is HEALTHY', () => {
    const result = one([checked('a', true), checked('b', true)], { a: { healthy: 10 }, b: { healthy: 15 } });
    expect(story(result)).toContain('20 task-healthy');
  });

  test('a container that is not essential does not decide', () => {
    const result = one([checked('a', true), checked('b', false)], { a: {}, b: { healthy: '5m' } });
    expect(story(result).at(-1)).toBe('10 task-healthy');
  });

  test('an application that stops answering makes its task UNHEALTHY, and it is replaced', () => {
    const result = one([checked('a', true)], { a: { unhealthyAfter: 95 } }, { horizon: '130s' });
    expect(story(result).slice(1, 4)).toEqual(['0 task-running', '10 task-healthy', '110 task-unhealthy']);
    expect(story(result, 'web-2')).toContain('120 task-healthy');
    expect(result.entries.find(({ type }) => type === 'task-stopped')?.stoppedReason).toBe(
      'Task failed container health checks',
    );
  });

  test('the grace period ignores failed checks, and what still fails at its end is replaced', () => {
    const services = [
      { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1, healthCheckGracePeriodSeconds: 90 },
    ];
    const late = one([checked('a', true)], { a: { healthy: 55 } }, { services });
    expect(story(late).slice(-2)).toEqual(['20 health-ignored', '60 task-healthy']);
    const never = one([checked('a', true)], { a: { healthy: '1h' } }, { services, horizon: '100s' });
    expect(story(never)).toContain('90 task-unhealthy');
  });
});

describe('stopping (3.4)', () => {
  test.each([
    [10, 20, 10, 137],
    [40, 20, 20, 0],
  ])('stopTimeout %i and an image that needs %i s: it is gone after %i s', (stopTimeout, stop, seconds, code) => {
    const containers = [{ ...APP, stopTimeout }, SIDECAR];
    const images = { web: { stop, stopSignal: 'SIGQUIT' }, side: {} };
    const result = one(containers, images, { events: [{ at: 100, stopTask: { task: 'web-1' } }] });
    const exited = result.entries.find(({ type, container }) => type === 'container-exited' && container === 'app');
    expect(exited).toMatchObject({ at: 100 + seconds, exitCode: code });
    expect(exited?.message).toContain('after SIGQUIT');
    expect(story(result).at(-1)).toBe(`${100 + seconds} task-stopped`);
    expect(result.entries.find(({ type }) => type === 'task-stopped')?.reason).toBe('UserInitiated');
  });
});
