import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import { writeLogFile } from '../../quiz-engine/log-file.ts';
import { aheadOfClock, fileNameOf, openBackup, withoutBackup } from './backup-model.ts';

const attempt = (key: string, atMs = 1): StoredAttempt => ({
  kind: 'mark',
  id: 'question:q',
  note: 'n',
  atMs,
  format: 2,
  key,
});
const fileOf = (text: string) => ({ size: text.length, text: async () => text });
let mark: string | null = null;

beforeEach(() => {
  mark = null;
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('dispatchEvent', () => true);
  vi.stubGlobal('localStorage', { getItem: () => mark, setItem: () => {} });
});

describe('opening a backup', () => {
  it('adds what is new and counts the rest', async () => {
    const file = JSON.parse(writeLogFile([attempt('a'), attempt('b')]));
    file.attempts.push({ key: 'broken' });
    const opened = () => openBackup(fileOf(JSON.stringify(file)));
    expect(await opened()).toEqual({ done: 'imported', added: 2, known: 0, unreadable: 1 });
    expect(await opened()).toEqual({ done: 'imported', added: 0, known: 2, unreadable: 1 });
  });

  it.each([
    ['ten megabytes of nonsense', 'x{"'.repeat(3_500_000), 'not-json'],
    ['the export of another program', '{"deck":"AWS","cards":[]}', 'not-a-log'],
    ['a later Drydock', '{"drydock":"log","version":2,"attempts":[]}', 'newer'],
  ])('of %s says what it is and changes nothing', async (_, text, fault) => {
    expect(await openBackup(fileOf(text))).toEqual({ done: 'failed', fault });
  });

  it('of a size that no log has does not read it', async () => {
    const text = vi.fn();
    expect(await openBackup({ size: 5e8, text })).toEqual({ done: 'failed', fault: 'too-large' });
    expect(text).not.toHaveBeenCalled();
  });

  it('that the disk does not give says so', async () => {
    const text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await openBackup({ size: 1, text })).toEqual({ done: 'failed', fault: 'unread' });
  });

  it('on a device that keeps nothing says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await openBackup(fileOf(writeLogFile([attempt('a')])))).toEqual({ done: 'failed', fault: 'refused' });
  });
});

describe('the reminder of a backup', () => {
  const log = (count: number) => Array.from({ length: count }, (_, index) => attempt(`k${index}`));

  it('comes after thirty attempts, and after thirty more', () => {
    expect(withoutBackup(log(29))).toBeUndefined();
    expect(withoutBackup(log(30))).toEqual({ count: 30, never: true });
    mark = JSON.stringify({ records: 30, newestMs: 1, exported: { atMs: 1, attempts: 30 } });
    expect(withoutBackup(log(59))).toBeUndefined();
    expect(withoutBackup(log(60))).toEqual({ count: 30, never: false });
  });
});

it('a file is named by the day of the device', () => {
  expect(fileNameOf('drydock', new Date(2026, 0, 5, 23, 59))).toBe('drydock-2026-01-05.json');
});

it('a clock that is behind the newest attempt is noticed, a few minutes between devices are not', () => {
  expect(aheadOfClock([attempt('a', 1_000_000)], 0)).toBe(1_000_000);
  expect(aheadOfClock([attempt('a', 60_000)], 0)).toBeUndefined();
});
