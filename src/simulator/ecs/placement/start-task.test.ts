import { describe, expect, test } from 'vitest';
import { entriesOf, run, task } from '../../scenario.fixture.ts';

const start = (at: number, containerInstances: string[], taskDefinition = 'job') => ({
  at,
  startTask: { taskDefinition, containerInstances },
});
const WORLD = {
  tasks: [task({ family: 'job', hostPort: 8080 }), task({ family: 'big', memory: 100_000 })],
  services: [],
};

describe('StartTask passes the scheduler by (1.2.9)', () => {
  test('one task on each instance that is named', () => {
    const result = run({ ...WORLD, events: [start(1, ['c-2', 'a-1'])] });
    expect(entriesOf(result, 'task-placed').map(({ task: name, instance }) => `${name} ${instance}`)).toEqual([
      'job-run-1 c-2',
      'job-run-2 a-1',
    ]);
  });

  test.each([
    [[start(1, ['a-1']), start(2, ['a-1'])], 'RESOURCE:PORTS'],
    [[start(1, ['a-1'], 'big')], 'RESOURCE:MEMORY'],
    [[{ at: 0, loseInstance: { instance: 'a-1' } }, start(1, ['a-1'])], 'MISSING'],
    [[{ at: 0, drain: { instance: 'a-1' } }, start(1, ['a-1'])], 'INACTIVE'],
  ])('what the instance cannot take is a failure of the call: %j %s (1.1.2)', (events, reason) => {
    const [failure] = entriesOf(run({ ...WORLD, events }), 'task-not-placed');
    expect(failure?.reason).toBe(reason);
    expect(failure?.message).toContain(`StartTask failed on a-1: ${reason}`);
  });

  test('AGENT: the agent is disconnected', () => {
    const instances = [{ name: 'a', cpu: 1024, memory: 2048, agentConnected: false }];
    const result = run({ ...WORLD, instances, events: [start(1, ['a-1'])] });
    expect(entriesOf(result, 'task-not-placed')[0]?.reason).toBe('AGENT');
  });

  test('placement constraints of the task definition are not looked at (A32)', () => {
    const constraint = { type: 'memberOf', expression: 'attribute:stack == prod' };
    const tasks = [task({ family: 'job', definition: { placementConstraints: [constraint] } })];
    const result = run({ tasks, services: [], events: [start(1, ['a-1'])] });
    expect(entriesOf(result, 'task-running')).toHaveLength(1);
    expect(result.assumptions).toContain('A32');
  });
});
