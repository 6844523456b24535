import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from './event-queue.ts';

function drain(queue: EventQueue): { atSeconds: number; payload: number }[] {
  const popped = [];
  for (let event = queue.pop(); event; event = queue.pop())
    popped.push({ atSeconds: event.atSeconds, payload: event.payload });
  return popped;
}

test('events come out by second, and in the order of pushing within a second', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 300 }), (seconds) => {
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
    fc.property(fc.array(fc.record({ push: fc.boolean(), in: fc.nat(5) }), { maxLength: 300 }), (steps) => {
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
