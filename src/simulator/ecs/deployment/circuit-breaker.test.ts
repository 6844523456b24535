import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, task } from '../../scenario.fixture.ts';
import { thresholdOf } from './circuit-breaker.ts';

const healthCheck = { interval: 10, retries: 2 };
const IMAGES = { web: { pull: 4, start: 3 }, slow: { start: 1, healthy: '1h' } };
const UPDATE = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };

function update(
  breaker: object,
  parts: { desired?: number; events?: object[]; percent?: object; begin?: 'empty' } = {},
) {
  return run({
    tasks: [task(), task({ revision: 2, image: 'slow', healthCheck })],
    services: [
      {
        serviceName: 'web',
        taskDefinition: parts.begin === 'empty' ? 'web:2' : 'web:1',
        desiredCount: parts.desired ?? 5,
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: true, rollback: true, ...breaker },
          ...parts.percent,
        },
      },
    ],
    images: IMAGES,
    events: parts.events ?? [UPDATE],
    ...(parts.begin ? { begin: parts.begin } : {}),
  });
}

const metric = (of: Run, name: string) => of.series[`services.web.deployment.${name}`]?.at(-1)?.[1];
const messages = (of: Run, type: string) => entriesOf(of, type).map(({ message }) => message);

describe('the threshold of the circuit breaker (3.5)', () => {
  test.each([
    { type: 'BOUNDED_PERCENT', value: 50, desired: 5, threshold: 3 },
    { type: 'BOUNDED_PERCENT', value: 50, desired: 30, threshold: 15 },
    { type: 'BOUNDED_PERCENT', value: 50, desired: 1000, threshold: 200 },
    { type: 'BOUNDED_PERCENT', value: 50, desired: 0, threshold: 3 },
    { type: 'UNBOUNDED_PERCENT', value: 50, desired: 1000, threshold: 500 },
    { type: 'UNBOUNDED_PERCENT', value: 10, desired: 5, threshold: 1 },
    { type: 'COUNT', value: 7, desired: 5, threshold: 7 },
  ] as const)('$type $value of $desired tasks is $threshold', ({ type, value, desired, threshold }) => {
    const breaker = { enable: true, rollback: true, thresholdConfiguration: { type, value } };
    expect(thresholdOf(breaker, desired).threshold).toBe(threshold);
  });
});

describe('a deployment whose tasks fail their health checks (3.5, stage 2)', () => {
  test('fails at the third failure in a row, and rolls back to the last completed deployment', () => {
    const result = update({});
    expect(messages(result, 'circuit-breaker')[1]).toBe(
      '(service web) (deployment ecs-svc/2) web-7 failed its health checks: threshold = clamp(ceil(50 % × 5), 3, 200) = 3; 2 tasks failed in a row.',
    );
    expect(messages(result, 'deployment-failed')).toEqual([
      '(service web) (deployment ecs-svc/2) deployment failed: tasks failed to start. ECS deployment circuit breaker: threshold = clamp(ceil(50 % × 5), 3, 200) = 3; 3 tasks failed in a row.',
    ]);
    expect(messages(result, 'deployment-rolling-back')).toEqual([
      '(service web) rolling back to deployment ecs-svc/1 (web:1).',
    ]);
    expect([metric(result, 'failedAt'), metric(result, 'rolledBackAt'), metric(result, 'completedAt')]).toEqual([
      51,
      51,
      undefined,
    ]);
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 5 });
    expect(result.stopped).toBe('settled');
  });

  test('rolls back by a rolling update when old tasks had stopped', () => {
    const result = update({}, { percent: { minimumHealthyPercent: 40, maximumPercent: 100 } });
    expect([metric(result, 'failedAt'), metric(result, 'rolledBackAt')]).toEqual([51, 98]);
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 5 });
  });

  test('without rollback stays as it is: no more new tasks, the old ones serve', () => {
    const result = update({ rollback: false });
    expect(messages(result, 'deployment-failed')[0]).toContain('It starts no more tasks, and rollback is off.');
    expect(entriesOf(result, 'task-placed').filter(({ at }) => at > 30)).toEqual([]);
    expect(metric(result, 'rolledBackAt')).toBeUndefined();
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 5 });
  });

  test('of a service that never completed a deployment is not rolled back', () => {
    const result = update({}, { begin: 'empty', events: [] });
    expect(messages(result, 'deployment-failed')[0]).toContain('No deployment of the service has completed');
    expect(metric(result, 'failedAt')).toBe(21);
    expect(result.final.services.web?.running).toBe(0);
  });

  test('is judged by the latest desired count', () => {
    const events = [UPDATE, { at: 40, setDesiredCount: { service: 'web', desiredCount: 9 } }];
    expect(messages(update({}, { events }), 'deployment-failed')[0]).toContain('clamp(ceil(50 % × 9), 3, 200) = 5');
  });

  test('goes on for ever when the breaker is off', () => {
    const result = update({ enable: false });
    expect([metric(result, 'failedAt'), result.stopped]).toEqual([undefined, 'horizon']);
  });

  test('a new deployment after the failure begins afresh', () => {
    const result = update(
      {},
      { events: [UPDATE, { at: 200, updateService: { service: 'web', taskDefinition: 'web:2' } }] },
    );
    expect(entriesOf(result, 'deployment-failed').map(({ at }) => at)).toEqual([51, 221]);
    expect(metric(result, 'rolledBackAt')).toBe(221);
  });
});

describe('tasks that turn healthy between failures (3.5)', () => {
  // Each task answers for half a minute only, and the next needs a minute to start: never are two healthy at once.
  const flaky = (resetOnHealthyTask: boolean) =>
    run({
      tasks: [task(), task({ revision: 2, image: 'flaky', healthCheck })],
      services: [
        {
          serviceName: 'web',
          taskDefinition: 'web:1',
          desiredCount: 2,
          deploymentConfiguration: {
            maximumPercent: 150,
            deploymentCircuitBreaker: { enable: true, rollback: true, resetOnHealthyTask },
          },
        },
      ],
      images: { web: {}, flaky: { pull: 60, unhealthyAfter: 30 } },
      events: [UPDATE],
    });

  test('set the count back to 0 by default, so the deployment goes on', () => {
    const result = flaky(true);
    expect(messages(result, 'circuit-breaker')[1]).toMatch(/is healthy: the count of failed tasks goes from 1 to 0\.$/);
    expect([metric(result, 'failedAt'), result.stopped]).toEqual([undefined, 'horizon']);
  });

  test('do not when resetOnHealthyTask is false: the failures add up', () => {
    expect(messages(flaky(false), 'deployment-failed')[0]).toContain('= 3; 3 tasks failed in all.');
  });
});

test('AWS refuses a percentage above 100 and a count of 0 (3.5)', () => {
  const faults = [
    { type: 'BOUNDED_PERCENT', value: 101 },
    { type: 'COUNT', value: 0 },
  ].map((thresholdConfiguration) => {
    const deploymentCircuitBreaker = { enable: true, rollback: true, thresholdConfiguration };
    const service = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1 };
    const world = {
      containerInstances: [{ name: 'a', instanceType: 'm5.large' }],
      taskDefinitions: [task()],
      services: [{ ...service, deploymentConfiguration: { deploymentCircuitBreaker } }],
    };
    return readScenario({ model: 'ecs', world }).faults?.[0]?.message;
  });
  expect(faults).toEqual([
    'AWS refuses a threshold value of 101: BOUNDED_PERCENT is a percentage of the desired count from 1 to 100',
    'AWS refuses a threshold value of 0: a COUNT is at least 1 task',
  ]);
});
