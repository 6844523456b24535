import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.ts';

/** Mostly soon; some beyond what the queue keeps second by second, so that the same second is reached from both sides. */
const seconds = fc.oneof(fc.nat(5), fc.integer({ min: 2040, max: 2060 }), fc.nat(5000), fc.constant(20_000_000));

function drain(queue: EventQueue): { atSeconds: number; payload: number }[] {
  const popped = [];
  for (let event = queue.pop(); event; event = queue.pop())
    popped.push({ atSeconds: event.atSeconds, payload: event.payload });
  return popped;
}

test('events come out by second, and in the order of pushing within a second', () => {
  fc.assert(
    fc.property(fc.array(seconds, { maxLength: 300 }), (seconds) => {
      const queue = new EventQueue();
      for (const [i, second] of seconds.entries()) queue.push(second, 1, i);
      // Array.sort is stable, so equal seconds keep their order: the obviously right queue.
      const expected = seconds
        .map((atSeconds, payload) => ({ atSeconds, payload }))
        .sort((a, b) => a.atSeconds - b.atSeconds);
      expect(drain(queue)).toEqual(expected);
    }),
  );
});

test('pushing between pops keeps the order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ push: fc.boolean(), in: seconds }), { maxLength: 300 }), (steps) => {
      const queue = new EventQueue();
      const naive: { atSeconds: number; sequence: number }[] = [];
      let now = 0;
      for (const [sequence, step] of steps.entries()) {
        if (step.push) {
          queue.push(now + step.in, 0, sequence);
          naive.push({ atSeconds: now + step.in, sequence });
          continue;
        }
        naive.sort((a, b) => a.atSeconds - b.atSeconds || a.sequence - b.sequence);
        const expected = naive.shift();
        const popped = queue.pop();
        expect(popped?.payload).toBe(expected?.sequence);
        now = popped?.atSeconds ?? now;
        expect(queue.size).toBe(naive.length);
      }
    }),
  );
});

test('an empty queue has no next second', () => {
  expect(new EventQueue().nextAt()).toBeUndefined();
  expect(new EventQueue().pop()).toBeUndefined();
});

test('what was far ahead comes before what was pushed later and is due later', () => {
  const queue = new EventQueue();
  for (const at of [2500, 600]) queue.push(at, 0, at);
  queue.pop();
  for (const at of [2600, 2500]) queue.push(at, 1, at);
  expect([queue.pop(), queue.pop(), queue.pop()]).toEqual([
    { atSeconds: 2500, kind: 0, payload: 2500 },
    { atSeconds: 2500, kind: 1, payload: 2500 },
    { atSeconds: 2600, kind: 1, payload: 2600 },
  ]);
});

test('what is queued for a second that is over is refused', () => {
  const queue = new EventQueue();
  queue.push(7, 0, 0);
  expect(queue.nextAt()).toBe(7);
  queue.push(3, 255, -1);
  expect([queue.pop(), queue.pop()]).toEqual([
    { atSeconds: 3, kind: 255, payload: -1 },
    { atSeconds: 7, kind: 0, payload: 0 },
  ]);
  expect(() => queue.push(6, 0, 0)).toThrow('an event at 6 s, which is over');
});
