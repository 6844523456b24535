import { isoTime } from '../events/iso-time.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY = 86_400;
/** A cron that finds nothing in this many days never will: leap days of a given weekday come back within 40 years. */
const LONGEST_SEARCH_DAYS = 40 * 366;

/** The values that each field allows, sorted; undefined where it allows every one. */
export type CronFields = {
  minutes: readonly number[];
  hours: readonly number[];
  days: readonly number[] | undefined;
  months: readonly number[] | undefined;
  /** 0 is Sunday. */
  weekdays: readonly number[] | undefined;
  years: readonly number[] | undefined;
};

type Field = { name: string; from: number; to: number; names?: readonly string[]; mayBeAny?: boolean };

const FIELDS: readonly Field[] = [
  { name: 'minutes', from: 0, to: 59 },
  { name: 'hours', from: 0, to: 23 },
  { name: 'day of month', from: 1, to: 31, mayBeAny: true },
  { name: 'month', from: 1, to: 12, names: MONTHS },
  { name: 'day of week', from: 0, to: 6, names: WEEKDAYS, mayBeAny: true },
  { name: 'year', from: 1970, to: 2199 },
];

export type ReadCron = { fields: CronFields; wrong?: undefined } | { fields?: undefined; wrong: string };

/**
 * 4.4: minutes, hours, day of month, month, day of week, year. Weekdays are written as names: AWS's own pages disagree
 * about what a digit means. L, W and # are not simulated.
 */
export function readCron(text: string): ReadCron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 6) {
    return { wrong: `cron takes six fields (minutes hours day-of-month month day-of-week year), not ${parts.length}` };
  }
  const read = parts.map((part, i) => readField(part, FIELDS[i] as Field));
  const fault = read.find((field) => typeof field === 'string');
  if (typeof fault === 'string') return { wrong: fault };
  const [minutes, hours, days, months, weekdays, years] = read as (number[] | undefined)[];
  if (days && weekdays) return { wrong: 'day of month and day of week cannot both be given; write ? for one of them' };
  return { fields: { minutes: minutes ?? all(0, 59), hours: hours ?? all(0, 23), days, months, weekdays, years } };
}

/** The sorted values, undefined for any, or what is wrong. */
function readField(text: string, field: Field): number[] | undefined | string {
  if (text === '*' || (text === '?' && field.mayBeAny)) return undefined;
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const found = readPart(part, field);
    if (typeof found === 'string') return found;
    for (const value of found) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function readPart(part: string, field: Field): number[] | string {
  const match = /^(\*|[A-Z]+|\d+)(?:-([A-Z]+|\d+))?(?:\/(\d+))?$/.exec(part.toUpperCase());
  const wrong = `"${part}" is no ${field.name}; ${sayValues(field)}`;
  if (match === null) return wrong;
  const [, start = '', end, step] = match;
  const from = start === '*' ? field.from : numberIn(start, field);
  const to = end === undefined ? (step === undefined ? from : field.to) : numberIn(end, field);
  const by = Number(step ?? 1);
  if (from === undefined || to === undefined || by < 1) return wrong;
  if (to < from) return `"${part}" ends before it begins`;
  return all(from, to).filter((value) => (value - from) % by === 0);
}

function sayValues({ names, from, to }: Field): string {
  return names
    ? `write ${names.slice(0, 3).join(', ')} …, a range or a list`
    : `write ${from} to ${to}, a range or a list`;
}

function numberIn(text: string, { names, from, to }: Field): number | undefined {
  const index = names?.indexOf(text) ?? -1;
  if (index >= 0) return index + from;
  if (!/^\d+$/.test(text) || names === WEEKDAYS) return undefined;
  const value = Number(text);
  return value >= from && value <= to ? value : undefined;
}

function all(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The first whole minute after `second` (since 1970, in the zone's own time) that fits; undefined when none comes. */
export function nextOfCron(fields: CronFields, second: number): number | undefined {
  const first = Math.floor(second / 60) * 60 + 60;
  const firstDay = Math.floor(first / DAY);
  for (let day = firstDay; day < firstDay + LONGEST_SEARCH_DAYS; day++) {
    if (!fits(fields, day)) continue;
    const earliest = day === firstDay ? (first - day * DAY) / 60 : 0;
    for (const hour of fields.hours) {
      for (const minute of fields.minutes) {
        if (hour * 60 + minute >= earliest) return day * DAY + hour * 3600 + minute * 60;
      }
    }
  }
  return undefined;
}

function fits({ days, months, weekdays, years }: CronFields, day: number): boolean {
  const [year, month, date] = isoTime(day * DAY)
    .slice(0, 10)
    .split('-')
    .map(Number) as [number, number, number];
  const weekday = (((day + 4) % 7) + 7) % 7;
  const allows = (values: readonly number[] | undefined, value: number) => values?.includes(value) ?? true;
  return allows(years, year) && allows(months, month) && allows(days, date) && allows(weekdays, weekday);
}
