import { describe, expect, test } from 'vitest';
import { entriesOf, run, task } from '../../scenario.fixture.ts';

describe('a new image that cannot be pulled (3.6)', () => {
  const update = (parts: { desired?: number; breaker?: boolean } = {}) =>
    run({
      tasks: [task(), task({ revision: 2, image: 'bad' }), task({ revision: 3 })],
      services: [
        {
          serviceName: 'web',
          taskDefinition: 'web:1',
          desiredCount: parts.desired ?? 1,
          deploymentConfiguration: { deploymentCircuitBreaker: { enable: parts.breaker === true, rollback: true } },
        },
      ],
      images: { web: { pull: 4, start: 3 }, bad: { pull: 5, fails: 'pull' } },
      events: [
        { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } },
        ...(parts.breaker ? [] : [{ at: 4000, updateService: { service: 'web', taskDefinition: 'web:3' } }]),
      ],
      horizon: '3h',
    });
  const starts = (of: ReturnType<typeof run>) =>
    entriesOf(of, 'task-placed').flatMap(({ at, taskDefinition }) => (taskDefinition === 'web:2' ? [at] : []));

  test('is tried again after 1, 2, 4, 8, 16 and 27 minutes, and never given up', () => {
    const result = update();
    const at = starts(result);
    expect(at.slice(1, 7).map((second, i) => second - (at[i] as number) - 5)).toEqual([60, 120, 240, 480, 960, 1620]);
    expect(entriesOf(result, 'launch-throttled')[0]?.message).toBe(
      '(service web) is unable to consistently start tasks successfully: 1 round of starts in a row without RUNNING (web:2), so the next start is in 1 min; after that 2, 4, 8, 16, 27 min.',
    );
    expect(result.assumptions).toContain('A10');
  });

  test('a new task definition starts at once', () => {
    const result = update();
    expect(entriesOf(result, 'task-placed').at(-1)).toMatchObject({ at: 4000, taskDefinition: 'web:3' });
    expect(result.stopped).toBe('settled');
  });

  test('the tasks of one round slow it down once', () => {
    expect(starts(update({ desired: 4 })).slice(0, 8)).toEqual([30, 30, 30, 30, 95, 95, 95, 95]);
  });

  test('the circuit breaker ends it: stage 1 counts tasks that never reach RUNNING (3.5)', () => {
    const result = update({ breaker: true });
    expect(starts(result)).toEqual([30, 95, 220]);
    expect(entriesOf(result, 'deployment-failed')[0]).toMatchObject({
      at: 225,
      message:
        '(service web) (deployment ecs-svc/2) deployment failed: tasks failed to start. ECS deployment circuit breaker: threshold = clamp(ceil(50 % × 1), 3, 200) = 3; 3 tasks failed in a row.',
    });
    expect(result.stopped).toBe('settled');
  });
});
