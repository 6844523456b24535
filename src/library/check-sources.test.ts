import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysBetween } from './check-sources.ts';

it.each([
  ['2026-11-21', '2026-11-21', 0],
  ['2026-11-20', '2026-11-21', 1],
  ['2024-02-28', '2024-03-01', 2],
  ['2026-02-28', '2026-03-01', 1],
  ['2000-01-01', '2001-01-01', 366],
  ['1970-01-01', '2026-11-21', 20778],
  ['2026-11-21', '2026-11-01', -20],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

it('days are counted as the calendar of the machine counts them', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, day, (from, to) => {
      const [first, last] = [from, to].map((date) => date.toISOString().slice(0, 10)) as [string, string];
      expect(daysBetween(first, last)).toBe((Date.parse(last) - Date.parse(first)) / 86_400_000);
    }),
  );
});
