import { parseAttempt, type StoredAttempt } from './attempt.ts';

/** A log as one file: what a learner takes to another device. */
export type LogFile = { drydock: 'log'; version: 1; attempts: StoredAttempt[] };

/** Why a file is no log, for the room to say in its own words. */
export type LogFileFault = 'too-large' | 'not-json' | 'not-a-log' | 'newer';

export type ReadLog = {
  attempts: StoredAttempt[];
  /** Entries of the file that are no attempts; they are counted and left out. */
  unreadable: number;
};

/** A log of 100,000 attempts has about 25 MB; what is much larger is no log. */
export const MOST_CHARACTERS = 100_000_000;

export function writeLogFile(attempts: readonly StoredAttempt[]): string {
  const file: LogFile = { drydock: 'log', version: 1, attempts: mergeLogs(attempts, []) };
  return JSON.stringify(file);
}

/** Reads an exported log. Never throws; what is readable in a damaged list is kept. */
export function readLogFile(
  text: string,
): { log: ReadLog; fault?: undefined } | { log?: undefined; fault: LogFileFault } {
  if (text.length > MOST_CHARACTERS) return { fault: 'too-large' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'not-json' };
  }
  const { drydock, version, attempts } = (typeof value === 'object' && value !== null ? value : {}) as Partial<LogFile>;
  if (drydock !== 'log' || !Array.isArray(attempts)) return { fault: 'not-a-log' };
  if (typeof version !== 'number' || version > 1) return { fault: 'newer' };
  const read = attempts.flatMap((record) => parseAttempt(record) ?? []);
  return { log: { attempts: mergeLogs(read, []), unreadable: attempts.length - read.length } };
}

/**
 * Two logs as one: every attempt once, by its key, in order of time. The order of the arguments means nothing, and merging
 * again changes nothing. Of two records with one key, which no device makes, the same one is kept on every device.
 */
export function mergeLogs(one: readonly StoredAttempt[], other: readonly StoredAttempt[]): StoredAttempt[] {
  const byKey = new Map<string, StoredAttempt>();
  for (const attempt of [...one, ...other]) {
    const known = byKey.get(attempt.key);
    if (known === undefined || (known !== attempt && textOf(attempt) < textOf(known))) byKey.set(attempt.key, attempt);
  }
  return [...byKey.values()].sort((a, b) => a.atMs - b.atMs || (a.key < b.key ? -1 : 1));
}

/** The same content gives the same text, whatever the order of its keys. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${textOf(item)}`).join()}}`;
}
