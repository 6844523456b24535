import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentRoundedDown, percentRoundedUp, rolloutWindow, startsAllowed, stopsAllowed } from './rollout-window.ts';

describe('the floor is rounded up and the cap down (3.1.1, 3.1.2, 3.1.4)', () => {
  test.each([
    { desired: 5, minimum: 50, maximum: 200, floor: 3, cap: 10 },
    { desired: 5, minimum: 100, maximum: 150, floor: 5, cap: 7 },
    { desired: 7, minimum: 80, maximum: 200, floor: 6, cap: 14 },
    { desired: 4, minimum: 90, maximum: 110, floor: 4, cap: 4 },
    { desired: 3, minimum: 66, maximum: 100, floor: 2, cap: 3 },
    { desired: 3, minimum: 67, maximum: 133, floor: 3, cap: 3 },
    { desired: 7, minimum: 57, maximum: 157, floor: 4, cap: 10 },
    { desired: 1, minimum: 1, maximum: 199, floor: 1, cap: 1 },
    { desired: 0, minimum: 100, maximum: 200, floor: 0, cap: 0 },
  ])('$desired tasks at $minimum/$maximum: floor $floor, cap $cap', ({ desired, minimum, maximum, floor, cap }) => {
    expect(rolloutWindow(desired, minimum, maximum)).toEqual({ floor, cap });
  });

  test('is exact for any count and percentage', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1000), (count, percent) => {
        const product = BigInt(count) * BigInt(percent);
        expect(BigInt(percentRoundedDown(count, percent))).toBe(product / 100n);
        expect(BigInt(percentRoundedUp(count, percent))).toBe((product + 99n) / 100n);
      }),
    );
  });
});

test('what may stop and start is what the window leaves, never less than none', () => {
  const window = { floor: 2, cap: 4 };
  expect([stopsAllowed(window, 4), stopsAllowed(window, 2), stopsAllowed(window, 1)]).toEqual([2, 0, 0]);
  expect([startsAllowed(window, 1), startsAllowed(window, 4), startsAllowed(window, 9)]).toEqual([3, 0, 0]);
});
