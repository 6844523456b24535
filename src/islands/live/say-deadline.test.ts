import { describe, expect, it } from 'vitest';
import { sayLeft, sayMoment } from './say-deadline.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

describe('a deadline in words', () => {
  it.each([
    [59 * SECOND, '0:59', '0:59'],
    [10 * MINUTE, '10:00', '10:00'],
    [10 * MINUTE + 1, '11 minutes', '11분'],
    [59 * MINUTE + 30 * SECOND, '1 hour', '1시간'],
    [HOUR + 20 * MINUTE, '1 hour 20 minutes', '1시간 20분'],
    [DAY - 1, '1 day', '1일'],
    [7 * DAY, '7 days', '7일'],
    [2 * DAY + 3 * HOUR + 5 * MINUTE, '2 days 3 hours', '2일 3시간'],
    [2 * DAY + 5 * MINUTE, '2 days', '2일'],
  ])('%i ms before it', (leftMs, en, ko) => {
    expect([sayLeft('en', leftMs), sayLeft('ko', leftMs)]).toEqual([en, ko]);
  });

  it('has its day and its time', () => {
    const at = Date.UTC(2026, 10, 22, 15, 40);
    expect(sayMoment('en', at, 'UTC')).toMatch(/Sunday.* 22 November.* 15:40/);
    expect(sayMoment('ko', at, 'UTC')).toMatch(/11월 22일 일요일 오후 3:40/);
  });
});
