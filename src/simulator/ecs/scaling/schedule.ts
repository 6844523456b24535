import { readTimestamp } from '../placement/query-subjects.ts';
import { type CronFields, nextOfCron, readCron } from './cron.ts';

/** When a scheduled action is due. */
export type Schedule =
  | { kind: 'at'; second: number }
  | { kind: 'rate'; everySeconds: number }
  | { kind: 'cron'; fields: CronFields };

export type ReadSchedule = { schedule: Schedule; wrong?: undefined } | { schedule?: undefined; wrong: string };

const UNITS: Record<string, number> = { minute: 60, hour: 3600, day: 86_400 };

/**
 * 4.4: `at(yyyy-mm-ddThh:mm:ss)`, `rate(n unit)`, `cron(minute hour day month weekday year)`.
 * Source: scheduled actions, Application Auto Scaling user guide.
 */
export function readSchedule(text: string, offsetSeconds = 0): ReadSchedule {
  const match = /^(at|rate|cron)\((.*)\)$/.exec(text.trim());
  if (match === null) return { wrong: 'a schedule is at(2026-01-01T09:00:00), rate(5 minutes) or cron(0 9 * * ? *)' };
  const [, kind, inside = ''] = match;
  if (kind === 'at') return readAt(inside, offsetSeconds);
  if (kind === 'rate') return readRate(inside);
  const cron = readCron(inside);
  return cron.fields ? { schedule: { kind: 'cron', fields: cron.fields } } : { wrong: cron.wrong };
}

function readAt(text: string, offsetSeconds: number): ReadSchedule {
  const second = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) ? readTimestamp(text) : undefined;
  if (second === undefined) return { wrong: `at takes a time as 2026-01-01T09:00:00, not "${text}"` };
  return { schedule: { kind: 'at', second: second - offsetSeconds } };
}

function readRate(text: string): ReadSchedule {
  const match = /^(\d{1,6}) (minute|hour|day)(s?)$/.exec(text);
  const count = Number(match?.[1]);
  if (match === null || count < 1) return { wrong: `rate takes a number and minutes, hours or days, not "${text}"` };
  if ((count === 1) !== (match[3] === '')) {
    return { wrong: `rate writes 1 with the singular and more with the plural, not "${text}"` };
  }
  return { schedule: { kind: 'rate', everySeconds: count * (UNITS[match[2] as string] as number) } };
}

export type Span = {
  /** Seconds since 1970 at which the run begins: a rate counts from here (A65). */
  beginSecond: number;
  /** startTime: the action is done then, and the recurrence follows it. */
  startSecond?: number | undefined;
  /** endTime: nothing after it. */
  endSecond?: number | undefined;
  /** Of the time zone, for cron. */
  offsetSeconds: number;
};

/** The first second (since 1970) after `second` at which the schedule is due; undefined when there is none. */
export function nextDue(schedule: Schedule, second: number, span: Span): number | undefined {
  const due = nextOf(schedule, second, span);
  return due === undefined || due > (span.endSecond ?? Number.POSITIVE_INFINITY) ? undefined : due;
}

function nextOf(
  schedule: Schedule,
  second: number,
  { beginSecond, startSecond, offsetSeconds }: Span,
): number | undefined {
  if (schedule.kind === 'at') return schedule.second > second ? schedule.second : undefined;
  if (startSecond !== undefined && startSecond > second) return startSecond;
  if (schedule.kind === 'rate') {
    const from = startSecond ?? beginSecond;
    return from + (Math.floor((second - from) / schedule.everySeconds) + 1) * schedule.everySeconds;
  }
  const local = nextOfCron(schedule.fields, second + offsetSeconds);
  return local === undefined ? undefined : local - offsetSeconds;
}

/** Zones without daylight saving time, in hours east of UTC: a table of the rest would be guesswork. */
const ZONES: Record<string, number> = {
  UTC: 0,
  'Etc/UTC': 0,
  'Asia/Seoul': 9,
  'Asia/Tokyo': 9,
  'Asia/Shanghai': 8,
  'Asia/Singapore': 8,
  'Asia/Kolkata': 5.5,
};

/** Seconds east of UTC; undefined for a zone that is not known here. `Etc/GMT-9` is nine hours east. */
export function zoneOffset(timezone: string): number | undefined {
  const known = Object.hasOwn(ZONES, timezone) ? ZONES[timezone] : undefined;
  if (known !== undefined) return known * 3600;
  const match = /^Etc\/GMT([+-])(\d{1,2})$/.exec(timezone);
  const hours = Number(match?.[2]);
  if (match === null || hours > (match[1] === '-' ? 14 : 12)) return undefined;
  return (match[1] === '-' ? hours : -hours) * 3600;
}

export const ZONE_NAMES: readonly string[] = Object.keys(ZONES);
