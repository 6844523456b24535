import { expect, test } from 'vitest';
import { retryMinutes } from './launch-throttle.ts';

test('the wait doubles from 1 minute and ends at 27 (3.6, A10)', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(retryMinutes)).toEqual([1, 2, 4, 8, 16, 27, 27, 27]);
});
