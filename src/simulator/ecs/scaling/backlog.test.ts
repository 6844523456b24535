import { describe, expect, test } from 'vitest';
import { acceptableBacklog, backlogPerTask } from './backlog.ts';
import { type Fraction, sayFraction } from './fraction.ts';
import { trackedCapacity } from './target-tracking.ts';

describe('the backlog per task', () => {
  test('10 s of latency and 0.1 s a message: 100 messages a task are acceptable (4.5)', () => {
    expect(sayFraction(acceptableBacklog(10, 0.1))).toBe('100');
  });

  test('1,500 messages and 10 tasks are 150 a task, so 15 tasks are needed, 5 more (4.5)', () => {
    const backlog = backlogPerTask(1500, 10) as Fraction;
    expect(sayFraction(backlog)).toBe('150');
    expect(trackedCapacity(10, backlog, acceptableBacklog(10, 0.1))).toEqual({
      capacity: 15,
      sum: '10 running × 150 ÷ 100 = 15',
    });
  });

  test('a third of a message is no drift: 1,000 messages and 3 tasks at a target of 100 need 10 (4.5)', () => {
    expect(trackedCapacity(3, backlogPerTask(1000, 3) as Fraction, acceptableBacklog(10, 0.1)).capacity).toBe(10);
  });

  test('has no value without a running task (4.5)', () => {
    expect(backlogPerTask(1500, 0)).toBeUndefined();
  });
});
