import { expect, test } from 'vitest';
import { parseDuration, sayDuration } from './duration.ts';

test.each([
  ['90s', 90],
  ['5m', 300],
  ['1h2m3s', 3723],
  ['2h', 7200],
  [45, 45],
  [0, 0],
  ['', undefined],
  ['5', undefined],
  ['3s2m', undefined],
  ['1.5m', undefined],
  [-1, undefined],
  [1.5, undefined],
  ['9999h', undefined],
  [null, undefined],
  [{}, undefined],
])('%j is %j seconds', (written, seconds) => {
  expect(parseDuration(written)).toBe(seconds);
});

test.each([
  [0, '0s'],
  [77, '1m 17s'],
  [3600, '1h'],
  [3723, '1h 2m 3s'],
])('%d seconds are said %s', (seconds, said) => {
  expect(sayDuration(seconds)).toBe(said);
});
