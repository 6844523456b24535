import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoTime } from '../events/iso-time.ts';
import { nextDue, readSchedule, type Schedule, zoneOffset } from './schedule.ts';

/** 2026-01-01 is a Thursday. */
const BEGIN = 1_767_225_600;

function read(text: string, offsetSeconds = 0): Schedule {
  const { schedule, wrong } = readSchedule(text, offsetSeconds);
  if (schedule === undefined) throw new Error(wrong);
  return schedule;
}

function due(
  text: string,
  count: number,
  more: { offsetSeconds?: number; startSecond?: number; endSecond?: number } = {},
) {
  const schedule = read(text, more.offsetSeconds);
  const span = { beginSecond: BEGIN, offsetSeconds: 0, ...more };
  const found: string[] = [];
  let second: number | undefined = BEGIN;
  while (found.length < count) {
    second = nextDue(schedule, second, span);
    if (second === undefined) break;
    found.push(isoTime(second));
  }
  return found;
}

describe('a schedule', () => {
  test('at is once (4.4)', () => {
    expect(due('at(2026-01-01T09:00:00)', 3)).toEqual(['2026-01-01T09:00:00Z']);
    expect(due('at(2025-12-31T09:00:00)', 3)).toEqual([]);
  });

  test('rate counts from the beginning of the run (4.4, A65)', () => {
    expect(due('rate(5 minutes)', 2)).toEqual(['2026-01-01T00:05:00Z', '2026-01-01T00:10:00Z']);
    expect(due('rate(1 day)', 1)).toEqual(['2026-01-02T00:00:00Z']);
  });

  test.each([
    ['cron(0 10 * * ? *)', ['2026-01-01T10:00:00Z', '2026-01-02T10:00:00Z']],
    ['cron(15 12 * * ? *)', ['2026-01-01T12:15:00Z', '2026-01-02T12:15:00Z']],
    ['cron(0 18 ? * MON-FRI *)', ['2026-01-01T18:00:00Z', '2026-01-02T18:00:00Z', '2026-01-05T18:00:00Z']],
    ['cron(0 8 1 * ? *)', ['2026-01-01T08:00:00Z', '2026-02-01T08:00:00Z']],
    ['cron(0/15 * * * ? *)', ['2026-01-01T00:15:00Z', '2026-01-01T00:30:00Z']],
    ['cron(0/5 8-17 ? * MON-FRI *)', ['2026-01-01T08:00:00Z', '2026-01-01T08:05:00Z']],
    ['cron(0 9 29 2 ? *)', ['2028-02-29T09:00:00Z', '2032-02-29T09:00:00Z']],
    ['cron(30 6 ? 3,JUL * 2026-2027)', ['2026-03-01T06:30:00Z', '2026-03-02T06:30:00Z']],
  ])('%s is due when AWS says (4.4)', (text, times) => {
    expect(due(text, times.length)).toEqual(times);
  });

  test('a cron that names a past year is never due (4.4)', () => {
    expect(due('cron(0 9 * * ? 2025)', 1)).toEqual([]);
    expect(due('cron(0 9 31 2 ? *)', 1)).toEqual([]);
  });

  test('times are UTC unless a time zone says otherwise (4.4)', () => {
    const offsetSeconds = zoneOffset('Asia/Seoul') as number;
    expect(due('cron(0 9 * * ? *)', 1, { offsetSeconds })).toEqual(['2026-01-02T00:00:00Z']);
    expect(due('at(2026-01-01T18:00:00)', 1, { offsetSeconds })).toEqual(['2026-01-01T09:00:00Z']);
    expect([zoneOffset('Etc/GMT-9'), zoneOffset('Etc/GMT+3'), zoneOffset('Europe/Paris')]).toEqual([
      32_400,
      -10_800,
      undefined,
    ]);
  });

  test('with a start time it is done then, and the recurrence follows; after the end time nothing is (4.4)', () => {
    const span = { startSecond: BEGIN + 90, endSecond: BEGIN + 400 };
    expect(due('rate(2 minutes)', 9, span)).toEqual([
      '2026-01-01T00:01:30Z',
      '2026-01-01T00:03:30Z',
      '2026-01-01T00:05:30Z',
    ]);
  });

  test.each([
    ['every day', 'a schedule is at(2026-01-01T09:00:00), rate(5 minutes) or cron(0 9 * * ? *)'],
    ['at(2026-01-01)', 'at takes a time as 2026-01-01T09:00:00, not "2026-01-01"'],
    ['rate(0 minutes)', 'rate takes a number and minutes, hours or days, not "0 minutes"'],
    ['rate(1 minutes)', 'rate writes 1 with the singular and more with the plural, not "1 minutes"'],
    ['cron(0 9 * * *)', 'cron takes six fields (minutes hours day-of-month month day-of-week year), not 5'],
    ['cron(60 9 * * ? *)', '"60" is no minutes; write 0 to 59, a range or a list'],
    ['cron(0 9 ? * 2 *)', '"2" is no day of week; write SUN, MON, TUE …, a range or a list'],
    ['cron(0 9 1 * MON *)', 'day of month and day of week cannot both be given; write ? for one of them'],
    ['cron(0 9-8 * * ? *)', '"9-8" ends before it begins'],
    ['cron(0 9 L * ? *)', '"L" is no day of month; write 1 to 31, a range or a list'],
  ])('%s is refused (4.4)', (text, wrong) => {
    expect(readSchedule(text).wrong).toBe(wrong);
  });

  test('the next minute of a cron is the first one that fits, found by trying them all', () => {
    const fields = fc.record({
      minute: fc.constantFrom('*', '0', '0/7', '5,50', '10-20'),
      hour: fc.constantFrom('*', '0', '3-5', '0/6'),
      weekday: fc.constantFrom('?', 'MON-FRI', 'SUN', 'FRI,SAT'),
    });
    const names = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
    fc.assert(
      fc.property(fields, fc.integer({ min: 0, max: 86_400 }), ({ minute, hour, weekday }, after) => {
        const matches = (part: string, value: number, name = String(value)) =>
          part === '*' ||
          part === '?' ||
          part.split(',').some((piece) => {
            const [start, step] = piece.split('/').map(Number) as [number, number | undefined];
            if (step) return value >= start && (value - start) % step === 0;
            const [from, to] = piece.split('-');
            if (/[A-Z]/.test(piece)) return to ? names.indexOf(name) >= 1 && names.indexOf(name) <= 5 : piece === name;
            return to ? value >= Number(from) && value <= Number(to) : value === Number(from);
          });
        let tried = Math.floor((BEGIN + after) / 60) * 60 + 60;
        while (true) {
          const day = Math.floor(tried / 86_400);
          const second = tried - day * 86_400;
          const name = names[(day + 4) % 7] as string;
          if (
            matches(minute, Math.floor(second / 60) % 60) &&
            matches(hour, Math.floor(second / 3600)) &&
            matches(weekday, 0, name)
          )
            break;
          tried += 60;
        }
        const span = { beginSecond: BEGIN, offsetSeconds: 0 };
        expect(nextDue(read(`cron(${minute} ${hour} ? * ${weekday} *)`), BEGIN + after, span)).toBe(tried);
      }),
      { numRuns: 60 },
    );
  });
});
