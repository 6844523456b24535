import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, parseAttempt } from './attempt.ts';
import { stampAttempts } from './stamp-attempts.ts';

const at = (atMs: number): Attempt => ({ kind: 'mark', id: 'question:q', atMs });
const stamp = (moments: number[], newestMs = 0) => {
  let next = 0;
  return stampAttempts(moments.map(at), { newestMs, newKey: () => `k${++next}` });
};

describe('the time of an attempt', () => {
  it('is what the clock says while the clock goes forward', () => {
    expect(stamp([5, 5, 9], 5).map(({ atMs, clockMs }) => [atMs, clockMs])).toEqual([
      [5, undefined],
      [5, undefined],
      [9, undefined],
    ]);
  });

  it('is after the newest known one when the clock was set back, and what the clock said is kept', () => {
    expect(stamp([100, 101, 5_000], 1_000).map(({ atMs, clockMs }) => [atMs, clockMs])).toEqual([
      [1_001, 100],
      [1_002, 101],
      [5_000, undefined],
    ]);
  });

  it('never runs backwards, and the clock can always be told again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), fc.nat(1000), (moments, newest) => {
        const stamped = stamp(moments, newest);
        expect(stamped.map(({ atMs, clockMs }) => clockMs ?? atMs)).toEqual(moments);
        for (const [index, { atMs }] of stamped.entries()) {
          expect(atMs).toBeGreaterThanOrEqual(stamped[index - 1]?.atMs ?? newest);
        }
        expect(stamped.every((attempt) => parseAttempt(attempt) !== undefined)).toBe(true);
      }),
    );
  });
});

describe('what belongs to an exam', () => {
  const sitting: Attempt = { kind: 'sitting', id: 's', atMs: 100, event: { what: 'submitted', by: 'bell' } };
  const answer: Attempt = {
    kind: 'question',
    id: 'q',
    version: 'v',
    response: ['a'],
    correct: true,
    atMs: 90,
    sitting: 's',
  };

  it('keeps the moments of the exam, so that an answer before the bell stays before it', () => {
    let next = 0;
    const stamped = stampAttempts([sitting, answer, at(95)], { newestMs: 1_000, newKey: () => `k${++next}` });
    expect(stamped.map(({ atMs, clockMs }) => [atMs, clockMs])).toEqual([
      [100, undefined],
      [90, undefined],
      [1_001, 95],
    ]);
  });
});

describe('a moment that no date can name', () => {
  it.each([{ atMs: 1e300 }, { atMs: 1, clockMs: 9e15 }, { atMs: -1 }, { atMs: 1, clockMs: '5' }])(
    '%o is no attempt',
    (time) => {
      expect(parseAttempt({ kind: 'mark', id: 'question:q', format: 2, key: 'k', ...time })).toBeUndefined();
    },
  );
});
