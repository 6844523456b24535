import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { MessageQueue, type Worker } from './message-queue.ts';
import { NaiveQueue } from './naive-queue.fixture.ts';

function worker(messageSeconds: number, slots = 1): Worker {
  return { slots, free: slots, messageSeconds, receives: true, gone: false, holds: 0 };
}

/** One second: deletions, timeouts, arrivals, receives. */
function step(queue: MessageQueue | NaiveQueue, second: number, arrivals = 0): { lost: number; slow: number } {
  queue.finish(second);
  const returned = queue.expire(second);
  queue.arrive(second, arrivals);
  queue.receive(second);
  return returned;
}

function run(queue: MessageQueue, from: number, to: number): void {
  for (let second = from; second <= to; second++) step(queue, second);
}

describe('a queue and its consumers (queue/1, queue/2)', () => {
  test('a worker takes as many messages as it works on at once, and deletes them when it is through', () => {
    const queue = new MessageQueue(30);
    queue.add(worker(10, 4));
    step(queue, 0, 6);
    expect([queue.visible, queue.inFlight, queue.done]).toEqual([2, 4, 0]);
    run(queue, 1, 10);
    expect([queue.visible, queue.inFlight, queue.done]).toEqual([0, 2, 4]);
    run(queue, 11, 20);
    expect([queue.visible, queue.inFlight, queue.done, queue.returned]).toEqual([0, 0, 6, 0]);
  });

  test('10 tasks of 5 seconds each get through 2 messages a second', () => {
    const queue = new MessageQueue(30);
    for (let i = 0; i < 10; i++) queue.add(worker(5));
    for (let second = 0; second < 3600; second++) step(queue, second, 3);
    expect(queue.sent).toBe(3 * 3600);
    expect(queue.done).toBe(2 * (3600 - 5));
    expect(queue.visible + queue.inFlight + queue.done).toBe(queue.sent);
  });

  test('messages of a killed worker come back when their visibility timeout ends, not before', () => {
    const queue = new MessageQueue(30);
    const killed = worker(10, 2);
    queue.add(killed);
    step(queue, 0, 2);
    run(queue, 1, 4);
    queue.remove(killed);
    run(queue, 5, 29);
    expect([queue.visible, queue.inFlight, queue.working]).toEqual([0, 2, 0]);
    expect(step(queue, 30)).toEqual({ lost: 2, slow: 0 });
    expect([queue.visible, queue.inFlight, queue.oldestAge(30)]).toEqual([2, 0, 30]);
  });

  test('a worker on its way down finishes what it has and takes nothing new', () => {
    const queue = new MessageQueue(30);
    const leaving = worker(10);
    queue.add(leaving);
    step(queue, 0, 2);
    leaving.receives = false;
    run(queue, 1, 40);
    expect([queue.visible, queue.done, queue.returned]).toEqual([1, 1, 0]);
  });

  test('a message that takes as long as the visibility timeout is deleted in time', () => {
    const queue = new MessageQueue(10);
    queue.add(worker(10));
    queue.add(worker(10));
    step(queue, 0, 1);
    run(queue, 1, 10);
    expect([queue.done, queue.returned]).toEqual([1, 0]);
  });

  test('a message that takes longer is received twice, and the first deletion does not count', () => {
    const queue = new MessageQueue(30);
    for (let i = 0; i < 3; i++) queue.add(worker(45));
    step(queue, 0, 1);
    run(queue, 1, 29);
    expect([queue.working, queue.inFlight]).toEqual([1, 1]);
    expect(step(queue, 30)).toEqual({ lost: 0, slow: 1 });
    expect([queue.working, queue.inFlight]).toEqual([2, 1]);
    run(queue, 31, 45);
    expect([queue.done, queue.working]).toEqual([0, 1]);
    run(queue, 46, 600);
    expect([queue.done, queue.visible + queue.inFlight]).toEqual([0, 1]);
  });

  test('it is deleted after all where nobody received it since', () => {
    const queue = new MessageQueue(30);
    queue.add(worker(45));
    step(queue, 0, 1);
    run(queue, 1, 44);
    expect([queue.visible, queue.done, queue.returned]).toEqual([1, 0, 1]);
    step(queue, 45);
    expect([queue.visible, queue.done]).toEqual([0, 1]);
  });

  test('the age is that of the oldest message that is not deleted, in flight or not', () => {
    const queue = new MessageQueue(60);
    queue.add(worker(50));
    step(queue, 3, 1);
    step(queue, 9, 1);
    expect(queue.oldestAge(20)).toBe(17);
    run(queue, 10, 53);
    expect(queue.oldestAge(53)).toBe(44);
    run(queue, 54, 103);
    expect(queue.oldestAge(103)).toBe(0);
  });

  test('no more than 120,000 messages are in flight', () => {
    const queue = new MessageQueue(30);
    for (let i = 0; i < 20; i++) queue.add(worker(20, 10_000));
    step(queue, 0, 150_000);
    expect([queue.visible, queue.inFlight]).toEqual([30_000, 120_000]);
    run(queue, 1, 20);
    expect([queue.visible, queue.inFlight, queue.done]).toEqual([0, 30_000, 120_000]);
  });

  test('a million messages an hour are folded in well under a second', () => {
    const queue = new MessageQueue(30);
    for (let i = 0; i < 100; i++) queue.add(worker(2, 6));
    for (let second = 0; second < 3600; second++) step(queue, second, 278);
    expect(queue.done).toBe(278 * 3598);
  });
});

const workers = fc.record({
  from: fc.nat(40),
  leaves: fc.integer({ min: 1, max: 60 }),
  takes: fc.nat(15),
  slots: fc.integer({ min: 1, max: 4 }),
  messageSeconds: fc.integer({ min: 1, max: 25 }),
});

test('over random loads and workers it is second by second the same as message by message', {
  timeout: PROOF_TIMEOUT,
}, () => {
  const scenario = fc.record({
    timeout: fc.integer({ min: 1, max: 20 }),
    arrivals: fc.array(fc.oneof(fc.constant(0), fc.nat(6)), { minLength: 1, maxLength: 80 }),
    workers: fc.array(workers, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(scenario, (given) => {
      const folded = new MessageQueue(given.timeout);
      const naive = new NaiveQueue(given.timeout);
      const pairs = given.workers.map((spec) => ({
        spec,
        both: [worker(spec.messageSeconds, spec.slots), worker(spec.messageSeconds, spec.slots)] as const,
      }));
      for (let second = 0; second < 120; second++) {
        folded.finish(second);
        naive.finish(second);
        for (const { spec, both } of pairs) {
          if (spec.from === second) {
            folded.add(both[0]);
            naive.workers.push(both[1]);
          }
          if (spec.from + spec.leaves === second) for (const one of both) one.receives = false;
          if (spec.from + spec.leaves + spec.takes === second) {
            folded.remove(both[0]);
            naive.remove(both[1]);
          }
        }
        expect(folded.expire(second)).toEqual(naive.expire(second));
        for (const queue of [folded, naive]) {
          queue.arrive(second, given.arrivals[second] ?? 0);
          queue.receive(second);
        }
        expect({
          visible: folded.visible,
          inFlight: folded.inFlight,
          done: folded.done,
          working: folded.working,
          orphans: folded.orphans,
          age: folded.oldestAge(second),
          sum: folded.visible + folded.inFlight + folded.done,
        }).toEqual({
          visible: naive.count('visible'),
          inFlight: naive.count('in-flight'),
          done: naive.count('done'),
          working: naive.slots.length,
          orphans: naive.orphans,
          age: naive.oldestAge(second),
          sum: folded.sent,
        });
      }
    }),
    cases('oracle', 60),
  );
});
