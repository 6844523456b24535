import { describe, expect, test } from 'vitest';
import { readScenario } from './scenario-schema.ts';

const APP = { name: 'app', image: 'web', memory: 64 };
const SIDE = { name: 'side', image: 'side', memory: 64, essential: false };

function faultsOf(containerDefinitions: object[], definition: object = {}): string[] {
  const world = {
    containerInstances: [{ name: 'a', instanceType: 'm5.large' }],
    taskDefinitions: [{ family: 'web', containerDefinitions, ...definition }],
  };
  return (readScenario({ model: 'ecs', world }).faults ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

const on = (containerName: string, condition: string) => ({ dependsOn: [{ containerName, condition }] });

describe('what RegisterTaskDefinition refuses of the lifecycle (3.2, 3.4)', () => {
  test.each<[string, object[], string]>([
    ['a container that does not exist', [{ ...APP, ...on('db', 'START') }, SIDE], 'it names another container'],
    ['itself', [{ ...APP, ...on('app', 'START') }, SIDE], 'it names another container'],
    [
      'the end of an essential container',
      [
        { ...APP, ...on('side', 'COMPLETE') },
        { ...SIDE, essential: true },
      ],
      'side is essential, so the task would stop when it ends',
    ],
    [
      'the health of a container without check',
      [{ ...APP, ...on('side', 'HEALTHY') }, SIDE],
      'side has no healthCheck',
    ],
    [
      'a circle',
      [
        { ...APP, ...on('side', 'START') },
        { ...SIDE, ...on('app', 'START') },
      ],
      'none of app, side could start first',
    ],
    ['a stopTimeout of 1', [{ ...APP, stopTimeout: 1 }], 'it is at least 2 seconds'],
    ['a startTimeout of 121', [{ ...APP, startTimeout: 121 }], 'it is 2 to 120 seconds'],
    [
      'a restartAttemptPeriod of 59',
      [{ ...APP, restartPolicy: { enabled: true, restartAttemptPeriod: 59 } }],
      'it is 60 to 1800 seconds',
    ],
    [
      '51 ignored exit codes',
      [{ ...APP, restartPolicy: { enabled: true, ignoredExitCodes: Array.from({ length: 51 }, (_, i) => i) } }],
      'there are at most 50',
    ],
  ])('%s', (_, containers, says) => {
    const faults = faultsOf(containers);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(says);
  });

  test.each([1, 121])('a stopTimeout of %i on Fargate', (stopTimeout) => {
    const fargate = { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: 256, memory: 512 };
    expect(faultsOf([{ ...APP, stopTimeout }], fargate).join()).toContain('on Fargate it is 2 to 120 seconds');
  });

  test('takes what is in order', () => {
    const policy = { enabled: true, ignoredExitCodes: [0, 143], restartAttemptPeriod: 1800 };
    const app = { ...APP, ...on('side', 'SUCCESS'), stopTimeout: 900, startTimeout: 120, restartPolicy: policy };
    expect(faultsOf([app, SIDE])).toEqual([]);
  });
});
