import { parseDuration } from '../../scenario/duration.ts';
import type { Fault } from '../../scenario/fault.ts';
import { quote } from '../../scenario/fault-words.ts';
import { type Curve, flat, steps } from './load-curve.ts';

const MAX_LINES = 20_000;
const MAX_PER_SECOND = 1_000_000;

/**
 * A curve from CSV text: `second,perSecond` a line, each rate holds until the next line. A first line that is a heading
 * is passed over, and so are empty lines. Every fault names its line.
 */
export function readCsv(text: unknown, faults: Fault[]): Curve {
  if (typeof text !== 'string') {
    faults.push({ path: [], message: `${quote(text)} is not CSV text; write lines of second,perSecond` });
    return flat(0);
  }
  const rows = text.split(/\r\n|\r|\n/);
  if (rows.length > MAX_LINES) {
    faults.push({ path: [], message: `${rows.length} lines are too many; write at most ${MAX_LINES}` });
    return flat(0);
  }
  const points: [number, number][] = [];
  for (const [i, row] of rows.entries()) {
    if (row.trim() === '' || (points.length === 0 && /^\s*"?[A-Za-z_]/.test(row))) continue;
    const point = readRow(row, points.at(-1)?.[0]);
    if (typeof point === 'string') faults.push({ path: [], message: `line ${i + 1}: ${point}` });
    else points.push(point);
  }
  if (points.length === 0 && faults.length === 0) {
    faults.push({ path: [], message: 'holds no line of numbers; write lines of second,perSecond' });
  }
  return steps(points);
}

/** One line, or what is wrong with it. */
function readRow(row: string, before: number | undefined): [number, number] | string {
  const cells = row.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  if (cells.length !== 2) return `${quote(row)} has ${cells.length} columns; write second,perSecond`;
  const [first = '', second = ''] = cells;
  const at = parseDuration(/^\d+$/.test(first) ? Number(first) : first);
  if (at === undefined) return `${quote(first)} is not a time; write whole seconds or 5m`;
  if (before !== undefined && at <= before)
    return `${quote(first)} is not after the line before it; write the times in order`;
  if (!/^\d{1,7}$/.test(second) || Number(second) > MAX_PER_SECOND) {
    return `${quote(second)} is not a rate; write a whole number a second, 0 to ${MAX_PER_SECOND}`;
  }
  return [at, Number(second)];
}
