import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt } from '../quiz-engine/attempt.ts';

const right: Attempt = { kind: 'question', id: 'q', version: 'v1', response: ['a'], correct: true, atMs: 5 };
const run: Attempt = {
  kind: 'scenario',
  id: 'placement/even',
  set: { '/services/0/desiredCount': 4 },
  met: false,
  goals: [{ id: 'all', met: false }],
  atMs: 6,
};

/** The page as the store sees it: a fresh module is a fresh tab, the same factory is the same device. */
const openTab = async () => {
  vi.resetModules();
  return import('./progress-store.ts');
};

const told: string[] = [];

beforeEach(() => {
  told.length = 0;
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', { clear: () => {} });
  vi.stubGlobal('sessionStorage', { clear: () => {} });
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('dispatchEvent', (event: Event) => told.push(event.type) > 0);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A database as another program, or another version of this one, left it. */
async function left(version: number, write: (db: Awaited<ReturnType<typeof openDB>>) => Promise<unknown>) {
  const db = await openDB('drydock', version, {
    upgrade(database) {
      database.createObjectStore('attempts', { keyPath: 'key' });
      database.createObjectStore('aside', { autoIncrement: true });
    },
  });
  await write(db);
  db.close();
}

describe('attempts', () => {
  it('survive closing and opening the tab', async () => {
    expect(await (await openTab()).recordAttempt(right)).toEqual({ where: 'device' });
    expect(await (await openTab()).recordAttempt(run)).toEqual({ where: 'device' });
    const log = await (await openTab()).readLog();
    expect(log.attempts.map(({ key: _, ...attempt }) => attempt)).toEqual(
      expect.arrayContaining([
        { ...right, format: 2 },
        { ...run, format: 2 },
      ]),
    );
    expect(log).toMatchObject({ setAside: 0, keeping: { where: 'device' } });
  });

  it('have keys of their own, so that the same answer twice is two attempts', async () => {
    const tab = await openTab();
    await tab.recordAttempt(right);
    await tab.recordAttempt(right);
    const { attempts } = await tab.readLog();
    expect(new Set(attempts.map((attempt) => attempt.key)).size).toBe(2);
  });

  it('have keys also where the browser offers no randomUUID', async () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) });
    const tab = await openTab();
    await tab.recordAttempt(right);
    expect((await tab.readLog()).attempts[0]?.key).toBe('07'.repeat(16));
  });

  it('are announced to the page', async () => {
    await (await openTab()).recordAttempt(right);
    expect(told).toEqual(['drydock:attempt', 'drydock:log']);
  });

  it('of several tabs at once are all kept', async () => {
    const tabs = [await openTab(), await openTab(), await openTab()];
    await Promise.all(tabs.flatMap((tab) => [tab.recordAttempt(right), tab.recordAttempt(run)]));
    expect((await (await openTab()).readLog()).attempts).toHaveLength(6);
  });
});

describe('a record that is no attempt', () => {
  const corrupt = [
    { key: 'c1', format: 1, kind: 'question', id: 'q', version: 'v', response: 'a', correct: true, atMs: 5 },
    { key: 'c2', format: 99, future: true },
    { key: 'c3' },
  ];

  it('is set aside and counted, and nothing else is lost', async () => {
    await (await openTab()).recordAttempt(right);
    const db = await openDB('drydock', 1);
    for (const record of corrupt) await db.put('attempts', record);
    db.close();
    const { attempts, setAside } = await (await openTab()).readLog();
    expect(attempts.map((attempt) => attempt.id)).toEqual(['q']);
    expect(setAside).toBe(3);
  });

  it('is set aside once when two tabs find it at the same time', async () => {
    await left(1, async (db) => Promise.all(corrupt.map((record) => db.put('attempts', record))));
    const tabs = [await openTab(), await openTab()];
    await Promise.all(tabs.map((tab) => tab.readLog()));
    expect((await (await openTab()).readLog()).setAside).toBe(3);
  });

  it('that cannot be set aside stays where it is and is counted', async () => {
    await (await openTab()).recordAttempt(right);
    await left(1, (db) => db.put('attempts', corrupt[0]));
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    const log = await (await openTab()).readLog();
    expect(log).toMatchObject({ setAside: 1, keeping: { where: 'device' } });
    expect(log.attempts).toHaveLength(1);
    vi.restoreAllMocks();
    const db = await openDB('drydock', 1);
    expect(await db.count('attempts')).toBe(2);
    db.close();
  });

  it('is kept whole, and counted again the next time without being moved again', async () => {
    await left(1, async (db) => Promise.all(corrupt.map((record) => db.put('attempts', record))));
    await (await openTab()).readLog();
    expect((await (await openTab()).readLog()).setAside).toBe(3);
    const db = await openDB('drydock', 1);
    const aside = await db.getAll('aside');
    db.close();
    expect(aside).toEqual(corrupt.map((record) => ({ record, found: 'attempts' })));
  });
});

describe('a database that a newer Drydock wrote', () => {
  it('is left untouched, and attempts stay in the tab', async () => {
    const future = { key: 'f', format: 2, anything: ['new'] };
    await left(7, (db) => db.put('attempts', future));
    const tab = await openTab();
    expect(await tab.recordAttempt(right)).toEqual({ where: 'tab', reason: 'newer' });
    const log = await tab.readLog();
    expect(log.attempts.map((attempt) => attempt.id)).toEqual(['q']);
    expect(log.keeping).toEqual({ where: 'tab', reason: 'newer' });

    const db = await openDB('drydock');
    expect([db.version, await db.getAll('attempts'), await db.count('aside')]).toEqual([7, [future], 0]);
    db.close();
    expect((await (await openTab()).readLog()).attempts).toEqual([]);
  });

  it('leaves attempts to the tab, where the next page finds them', async () => {
    const held = new Map<string, string>([['drydock-attempts', '[{"kind":"poem"}, 3]']]);
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
    });
    await left(7, async () => {});
    await (await openTab()).recordAttempt(right);
    const nextPage = await openTab();
    expect((await nextPage.readLog()).attempts.map((attempt) => attempt.id)).toEqual(['q']);
  });
});

describe('a database of that name that is not ours', () => {
  it('is left untouched, and attempts stay in the tab', async () => {
    const foreign = await openDB('drydock', 1, {
      upgrade: (db) => void db.createObjectStore('ships', { autoIncrement: true }),
    });
    await foreign.add('ships', { name: 'Vasa' });
    foreign.close();
    const tab = await openTab();
    expect((await tab.recordAttempt(right)).where).toBe('tab');
    expect((await tab.readLog()).attempts).toHaveLength(1);
    const db = await openDB('drydock', 1);
    expect([[...db.objectStoreNames], await db.getAll('ships')]).toEqual([['ships'], [{ name: 'Vasa' }]]);
    db.close();
  });
});

describe('storage that is refused', () => {
  const refused = () => {
    throw new DOMException('The user denied permission to access the database.', 'SecurityError');
  };

  it('is said, and attempts stay in the tab', async () => {
    vi.stubGlobal('indexedDB', { open: refused, deleteDatabase: refused });
    const tab = await openTab();
    expect(await tab.recordAttempt(right)).toEqual({ where: 'tab', reason: 'refused' });
    const log = await tab.readLog();
    expect(log).toMatchObject({ setAside: 0, keeping: { where: 'tab', reason: 'refused' } });
    expect(log.attempts.map((attempt) => attempt.id)).toEqual(['q']);
    expect(told).toEqual(['drydock:attempt', 'drydock:log']);
  });

  it('is the same where there is no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const tab = await openTab();
    expect(await tab.recordAttempt(right)).toEqual({ where: 'tab', reason: 'refused' });
    expect((await tab.readLog()).attempts).toHaveLength(1);
  });

  it('is said when the device is full, and what was there before stays', async () => {
    await (await openTab()).recordAttempt(right);
    const tab = await openTab();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    expect(await tab.recordAttempt(run)).toEqual({ where: 'tab', reason: 'refused' });
    put.mockRestore();
    expect((await tab.readLog()).attempts.map((attempt) => attempt.kind)).toEqual(['question', 'scenario']);
  });

  it('is said when what is stored can no longer be read', async () => {
    const tab = await openTab();
    await tab.recordAttempt(right);
    const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError');
    });
    expect(await tab.readLog()).toEqual({
      attempts: [],
      setAside: 0,
      lost: 0,
      keeping: { where: 'tab', reason: 'refused' },
    });
    getAll.mockRestore();
    expect((await tab.readLog()).attempts).toHaveLength(1);
  });
});

describe('deleting everything', () => {
  it('empties the log, what was set aside, and the storage of the page', async () => {
    const cleared: string[] = [];
    vi.stubGlobal('localStorage', { clear: () => cleared.push('local') });
    vi.stubGlobal('sessionStorage', { clear: () => cleared.push('session') });
    await left(1, (db) => db.put('attempts', { key: 'corrupt' }));
    const tab = await openTab();
    await tab.recordAttempt(right);
    await tab.readLog();
    await tab.deleteAllData();
    expect(await tab.readLog()).toEqual({ attempts: [], setAside: 0, lost: 0, keeping: { where: 'device' } });
    expect(cleared).toEqual(['local', 'session']);
    expect(told).toContain('drydock:deleted');
  });

  it('empties what only the tab kept', async () => {
    await left(7, (db) => db.put('attempts', { key: 'f' }));
    const tab = await openTab();
    await tab.recordAttempt(right);
    await tab.deleteAllData();
    expect((await tab.readLog()).attempts).toEqual([]);
  });

  it('leaves the next attempt to begin a new log', async () => {
    const tab = await openTab();
    await tab.recordAttempt(right);
    await tab.deleteAllData();
    expect(await tab.recordAttempt(run)).toEqual({ where: 'device' });
    expect((await tab.readLog()).attempts.map((attempt) => attempt.kind)).toEqual(['scenario']);
  });

  it('rejects when the device refuses, so that the page can say so, and forgets the tab all the same', async () => {
    const refused = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('indexedDB', { open: refused, deleteDatabase: refused });
    const tab = await openTab();
    await tab.recordAttempt(right);
    await expect(tab.deleteAllData()).rejects.toThrow('denied');
    expect((await tab.readLog()).attempts).toEqual([]);
    expect(told).toContain('drydock:deleted');
  });
});
