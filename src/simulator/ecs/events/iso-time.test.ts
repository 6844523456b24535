import { expect, test } from 'vitest';
import { isoTime } from './iso-time.ts';

test('a second of the epoch is written as the platform writes it, over leap years and centuries', () => {
  for (let second = -2_300_000_000; second < 6_000_000_000; second += 98_765_432) {
    expect(isoTime(second)).toBe(new Date(second * 1000).toISOString().replace('.000', ''));
  }
  for (const day of ['2000-02-29', '2024-02-29', '2025-02-28', '2026-01-01', '2026-12-31', '2100-03-01']) {
    expect(isoTime(Date.parse(day) / 1000)).toBe(`${day}T00:00:00Z`);
  }
});
