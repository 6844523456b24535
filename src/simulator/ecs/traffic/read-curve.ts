import { parseDuration } from '../../scenario/duration.ts';
import type { Fault } from '../../scenario/fault.ts';
import { list, nearest, quote } from '../../scenario/fault-words.ts';
import { readCsv } from './load-csv.ts';
import { type Curve, flat, lines, repeated, steps } from './load-curve.ts';

/** As an author writes it; see `load-schema.ts`. */
export type CurveSpec = number | unknown[] | { [form: string]: unknown };

export type ReadCurve = { curve: Curve; faults?: undefined } | { curve?: undefined; faults: Fault[] };

/** More a second than any scenario needs, and exact in every sum. */
const MAX_PER_SECOND = 1_000_000;
const DAY_SECONDS = 86_400;

const FORMS: Record<string, (spec: unknown, faults: Fault[]) => Curve> = {
  ramp: readRamp,
  daily: readDaily,
  spike: readSpike,
  csv: readCsv,
};

const WRITE = 'write a whole number, [[0s, 10], [5m, 100]], or one of { ramp }, { daily }, { spike }, { csv }';

/** A curve in any of its forms, or everything that is wrong with it. Paths are relative to the curve. */
export function readCurve(spec: unknown): ReadCurve {
  const faults: Fault[] = [];
  const curve = curveOf(spec, faults);
  return faults.length > 0 ? { faults } : { curve };
}

function curveOf(spec: unknown, faults: Fault[]): Curve {
  if (typeof spec === 'number') return flat(rate(spec, [], faults));
  if (Array.isArray(spec)) return steps(points(spec, [], faults));
  if (typeof spec !== 'object' || spec === null) {
    faults.push({ path: [], message: `${quote(spec)} is not a curve; ${WRITE}` });
    return flat(0);
  }
  const [form, ...more] = Object.keys(spec);
  const read = form === undefined ? undefined : Object.hasOwn(FORMS, form) ? FORMS[form] : undefined;
  if (form === undefined || read === undefined || more.length > 0) {
    const near = nearest(form ?? '', Object.keys(FORMS));
    const hint = near === undefined || read ? WRITE : `did you mean ${near}?`;
    faults.push({ path: [], message: `is not a curve; ${hint}` });
    return flat(0);
  }
  const inner: Fault[] = [];
  const curve = read((spec as Record<string, unknown>)[form], inner);
  faults.push(...inner.map(({ path, message }) => ({ path: [form, ...path], message })));
  return curve;
}

/** Requests a second: a whole number, because a part of a request does not exist. */
export function rate(value: unknown, path: Fault['path'], faults: Fault[]): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_PER_SECOND) return value;
  faults.push({
    path,
    message: `${quote(value)} is not a rate; write a whole number a second, 0 to ${MAX_PER_SECOND}`,
  });
  return 0;
}

export function time(value: unknown, path: Fault['path'], faults: Fault[]): number {
  const seconds = parseDuration(value);
  if (seconds !== undefined) return seconds;
  faults.push({ path, message: `${quote(value)} is not a time; write 90s, 5m, 1h2m3s or whole seconds` });
  return 0;
}

function points(spec: unknown, path: Fault['path'], faults: Fault[]): [number, number][] {
  if (!Array.isArray(spec) || spec.length === 0) {
    faults.push({ path, message: 'is not a list of times and rates; write [[0s, 10], [5m, 100]]' });
    return [];
  }
  const read: [number, number][] = [];
  for (const [i, point] of spec.entries()) {
    if (!Array.isArray(point) || point.length !== 2) {
      faults.push({ path: [...path, i], message: `${quote(point)} is not a time with its rate; write [5m, 100]` });
      continue;
    }
    const at = time(point[0], [...path, i, 0], faults);
    const before = read.at(-1)?.[0];
    if (before !== undefined && at <= before) {
      faults.push({
        path: [...path, i, 0],
        message: `${quote(point[0])} is not after the time before it; write the times in order`,
      });
    }
    read.push([at, rate(point[1], [...path, i, 1], faults)]);
  }
  return read;
}

/** The fields of a form; unknown and missing ones are told. */
function fields(spec: unknown, known: { need: string[]; may: string[] }, faults: Fault[]): Record<string, unknown> {
  const all = [...known.need, ...known.may];
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) {
    faults.push({ path: [], message: `is not a mapping; write ${list(all, 'and')}` });
    return Object.fromEntries(known.need.map((key) => [key, 0]));
  }
  for (const key of Object.keys(spec)) {
    if (all.includes(key)) continue;
    const near = nearest(key, all);
    faults.push({
      path: [key],
      message: `unknown key "${key}"; ${near ? `did you mean "${near}"?` : `the keys here are ${list(all, 'and')}`}`,
    });
  }
  for (const key of known.need) {
    if (!Object.hasOwn(spec, key))
      faults.push({ path: [key], message: `is missing; write ${list(known.need, 'and')}` });
  }
  return { ...Object.fromEntries(known.need.map((key) => [key, 0])), ...spec };
}

const RAMP = 'from to over'.split(' ');

/** `{ ramp: { from: 10, to: 100, over: 10m, begin: 5m } }`: a straight line; before and after it is level. */
function readRamp(spec: unknown, faults: Fault[]): Curve {
  const { from, to, over, begin = 0 } = fields(spec, { need: RAMP, may: ['begin'] }, faults);
  const at = time(begin, ['begin'], faults);
  const length = time(over, ['over'], faults);
  return lines([
    [at, rate(from, [RAMP[0] ?? ''], faults)],
    [at + length, rate(to, ['to'], faults)],
  ]);
}

/** `{ daily: [[4h, 10], [13h, 100], [20h, 60]] }`: times of the day, joined by straight lines; second 0 is midnight. */
function readDaily(spec: unknown, faults: Fault[]): Curve {
  const read = points(spec, [], faults);
  for (const [i, [at]] of read.entries()) {
    if (at >= DAY_SECONDS) faults.push({ path: [i, 0], message: 'is not a time of the day; write less than 24h' });
  }
  return faults.length > 0 ? flat(0) : repeated(read, DAY_SECONDS);
}

/** `{ spike: { base: 10, peak: 200, at: 5m, for: 1m, rise: 10s, fall: 30s } }`; rise and fall default to none. */
function readSpike(spec: unknown, faults: Fault[]): Curve {
  const known = { need: ['peak', 'at', 'for'], may: ['base', 'rise', 'fall'] };
  const read = fields(spec, known, faults);
  const base = rate(read.base ?? 0, ['base'], faults);
  const peak = rate(read.peak, ['peak'], faults);
  const seconds = (key: string) => time(read[key] ?? 0, [key], faults);
  const [at, rise, holds, fall] = [seconds('at'), seconds('rise'), seconds('for'), seconds('fall')];
  const top = at + rise;
  return { pieces: spikePieces({ base, peak, at, top, end: top + holds, down: top + holds + fall }) };
}

type Spike = { base: number; peak: number; at: number; top: number; end: number; down: number };

function spikePieces({ base, peak, at, top, end, down }: Spike): Curve['pieces'] {
  return [
    { from: 0, to: at, start: base, end: base },
    { from: at, to: top, start: base, end: peak },
    { from: top, to: end, start: peak, end: peak },
    { from: end, to: down, start: peak, end: base },
    { from: down, to: Number.POSITIVE_INFINITY, start: base, end: base },
  ].filter(({ from, to }) => to > from);
}
