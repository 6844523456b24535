import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt, StoredAttempt } from '../../quiz-engine/attempt.ts';
import { readLogFile, writeLogFile } from '../../quiz-engine/log-file.ts';
import { writeSetAside } from './set-aside.ts';

const at = (atMs: number, id = 'q'): Attempt => ({
  kind: 'question',
  id,
  version: 'v1',
  response: ['a'],
  correct: true,
  atMs,
});
const other = (key: string, atMs = 1): StoredAttempt => ({ ...at(atMs, key), format: 2, key });

/** A fresh module is a fresh tab, the same factory and storage are the same device. */
const openTab = async () => {
  vi.resetModules();
  return import('../progress-store.ts');
};
const told: string[] = [];

function storage() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
  };
}

/** Channels that deliver at once, to all but the sender. */
function channels() {
  const open = new Set<{ onmessage?: (event: { data: unknown }) => void }>();
  return class {
    onmessage?: (event: { data: unknown }) => void;
    constructor() {
      open.add(this);
    }
    postMessage(data: unknown) {
      for (const each of open) if (each !== this) each.onmessage?.({ data: structuredClone(data) });
    }
  };
}

beforeEach(() => {
  told.length = 0;
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('dispatchEvent', (event: Event) => told.push(event.type) > 0);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const full = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
const moments = (log: { attempts: StoredAttempt[] }) => log.attempts.map(({ atMs }) => atMs).sort((a, b) => a - b);

describe('a clock that was set back', () => {
  it('puts no attempt before one that was made earlier, in this tab and the next, and keeps what it said', async () => {
    await (await openTab()).recordAttempt(at(10_000));
    const next = await openTab();
    await next.recordAttempt(at(4_000));
    await next.recordAttempt(at(4_001));
    const { attempts } = await next.readLog();
    const times = attempts.map(({ atMs, clockMs }) => [atMs, clockMs]).sort(([a = 0], [b = 0]) => a - b);
    expect(times).toEqual([
      [10_000, undefined],
      [10_001, 4_000],
      [10_002, 4_001],
    ]);
  });

  it('is noticed from the log itself where the mark is gone', async () => {
    await (await openTab()).recordAttempt(at(10_000));
    localStorage.clear();
    const tab = await openTab();
    await tab.readLog();
    await tab.recordAttempt(at(4_000));
    expect(moments(await tab.readLog())).toEqual([10_000, 10_001]);
  });

  it('of another device, which lies in the future, pulls no attempt of this one there', async () => {
    const tab = await openTab();
    await tab.importAttempts([other('far', Date.now() + 1e10)]);
    await tab.recordAttempt(at(Date.now()));
    const own = (await tab.readLog()).attempts.find(({ id }) => id === 'q');
    expect(own?.clockMs).toBeUndefined();
  });
});

describe('a database that the browser emptied', () => {
  it('is noticed, with the number of what is gone, until the learner has read it', async () => {
    const tab = await openTab();
    await tab.recordAttempts([at(1), at(2), at(3)]);
    expect((await tab.readLog()).lost).toBe(0);
    vi.stubGlobal('indexedDB', new IDBFactory());
    await (await openTab()).recordAttempt(at(4));
    const later = await openTab();
    expect(await later.readLog()).toMatchObject({ lost: 3, attempts: [{ atMs: 4 }] });
    await later.acceptLoss();
    expect((await (await openTab()).readLog()).lost).toBe(0);
  });

  it('is whole again once a backup was brought back', async () => {
    const tab = await openTab();
    await tab.recordAttempts([at(1), at(2)]);
    const backup = (await tab.readLog()).attempts;
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect((await tab.readLog()).lost).toBe(2);
    expect(await tab.importAttempts(backup)).toEqual({ added: 2, known: 0 });
    const log = await tab.readLog();
    expect([log.lost, moments(log)]).toEqual([0, [1, 2]]);
  });

  it('is no loss when the learner deleted it', async () => {
    const tab = await openTab();
    await tab.recordAttempt(at(1));
    await tab.deleteAllData();
    expect((await (await openTab()).readLog()).lost).toBe(0);
  });
});

describe('a device that is full', () => {
  it('keeps what it could not take in the tab, and takes it as soon as there is room', async () => {
    const tab = await openTab();
    const put = full();
    expect(await tab.recordAttempts([at(1), at(2)])).toEqual({ where: 'tab', reason: 'refused' });
    put.mockRestore();
    const next = await openTab();
    expect(moments(await next.readLog())).toEqual([1, 2]);
    expect(await next.recordAttempt(at(3))).toEqual({ where: 'device' });
    vi.stubGlobal('sessionStorage', storage());
    expect(moments(await (await openTab()).readLog())).toEqual([1, 2, 3]);
  });

  it('takes all attempts of an exam or none', async () => {
    const tab = await openTab();
    const real = IDBObjectStore.prototype.put;
    let puts = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value: unknown) {
      if (++puts === 3) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return real.call(this, value);
    });
    expect((await tab.recordAttempts([at(1), at(2), at(3)])).where).toBe('tab');
    vi.restoreAllMocks();
    const db = await openDB('drydock');
    expect(await db.count('attempts')).toBe(0);
    db.close();
    expect(moments(await tab.readLog())).toEqual([1, 2, 3]);
  });

  it('refuses an import as a whole, and nothing of before is lost', async () => {
    const tab = await openTab();
    await tab.recordAttempt(at(1));
    const put = full();
    expect(await tab.importAttempts([other('a'), other('b')])).toEqual({ refused: 'refused' });
    put.mockRestore();
    expect(moments(await tab.readLog())).toEqual([1]);
  });
});

describe('bringing in a log', () => {
  it('adds what is new, counts what is known, and the second time changes nothing', async () => {
    const tab = await openTab();
    await tab.recordAttempt(at(5));
    const file = writeLogFile([...(await tab.readLog()).attempts, other('a'), other('b')]);
    const attempts = readLogFile(file).log?.attempts ?? [];
    expect(await tab.importAttempts(attempts)).toEqual({ added: 2, known: 1 });
    expect(await tab.importAttempts(attempts)).toEqual({ added: 0, known: 3 });
    expect(moments(await tab.readLog())).toEqual([1, 1, 5]);
  });

  it('of one device and of the other gives both the same log', async () => {
    const logs: string[] = [];
    for (const order of [
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [
        ['b', 'c'],
        ['a', 'b'],
      ],
    ]) {
      vi.stubGlobal('indexedDB', new IDBFactory());
      const tab = await openTab();
      for (const keys of order) await tab.importAttempts(keys.map((key) => other(key)));
      logs.push(writeLogFile((await tab.readLog()).attempts));
    }
    expect(logs[0]).toBe(logs[1]);
  });

  it('is refused where the device keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await (await openTab()).importAttempts([other('a')])).toEqual({ refused: 'refused' });
  });
});

describe('two tabs', () => {
  it('hear of each other', async () => {
    vi.stubGlobal('BroadcastChannel', channels());
    const [one, two] = [await openTab(), await openTab()];
    await one.recordAttempts([at(1), at(2)]);
    // Once for the tab itself, once for the other.
    const each = ['drydock:attempt', 'drydock:attempt', 'drydock:log'];
    expect(told).toEqual([...each, ...each]);
    expect(moments(await two.readLog())).toEqual([1, 2]);
    told.length = 0;
    await two.importAttempts([other('a')]);
    expect(told).toEqual(['drydock:log', 'drydock:log']);
    await two.deleteAllData();
    expect((await one.readLog()).attempts).toEqual([]);
  });

  it('of which one deletes everything: the other forgets what only it kept', async () => {
    vi.stubGlobal('BroadcastChannel', channels());
    const [one, two] = [await openTab(), await openTab()];
    const put = full();
    await one.recordAttempt(at(1));
    put.mockRestore();
    await two.deleteAllData();
    expect((await one.readLog()).attempts).toEqual([]);
  });
});

describe('asking the browser not to clear', () => {
  const asked = (granted: boolean) => {
    const persist = vi.fn(async () => granted);
    vi.stubGlobal('navigator', { storage: { persist, persisted: async () => granted } });
    return persist;
  };

  it('happens once, when there is something to keep, and what it said is remembered', async () => {
    const persist = asked(false);
    const tab = await openTab();
    await tab.readLog();
    expect(persist).not.toHaveBeenCalled();
    await tab.recordAttempt(at(1));
    await vi.waitFor(() => expect(localStorage.getItem('drydock-log')).toContain('"denied"'));
    await (await openTab()).recordAttempt(at(2));
    expect(persist).toHaveBeenCalledTimes(1);
  });

  it('does not happen where the device keeps nothing', async () => {
    const persist = asked(true);
    vi.stubGlobal('indexedDB', undefined);
    await (await openTab()).recordAttempt(at(1));
    expect(persist).not.toHaveBeenCalled();
  });
});

describe('what was set aside', () => {
  it('can be read as it was found, and deleted without the rest', async () => {
    const tab = await openTab();
    await tab.recordAttempt(at(1));
    const db = await openDB('drydock');
    await db.put('attempts', { key: 'foreign', colour: 'green' });
    db.close();
    expect(await tab.readLog()).toMatchObject({ setAside: 1, lost: 0 });
    expect(await tab.readSetAside()).toEqual([{ key: 'foreign', colour: 'green' }]);
    await tab.deleteSetAside();
    expect(await tab.readLog()).toMatchObject({ setAside: 0, lost: 0, attempts: [{ atMs: 1 }] });
  });

  it('is never an attempt, however many read at the same time', async () => {
    const tab = await openTab();
    await tab.importAttempts([other('m'), other('n')]);
    const db = await openDB('drydock');
    const bad = Array.from({ length: 20 }, (_, place) => `${place % 2 ? 'a' : 'z'}${place}`);
    for (const key of bad) await db.put('attempts', { key, colour: 'green' });
    db.close();
    const reads = Array.from({ length: 40 }, async (_, place) => {
      for (let turn = 0; turn < place; turn++) await new Promise((resolve) => setImmediate(resolve));
      return tab.readLog();
    });
    await Promise.all(reads);
    expect(await tab.readLog()).toMatchObject({ setAside: bad.length, attempts: [{ key: 'm' }, { key: 'n' }] });
  });

  it('is written to a file even where JSON has no word for it', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const file = writeSetAside([{ n: 1 }, 10n, circle, undefined]);
    expect(JSON.parse(file)).toEqual({
      drydock: 'set-aside',
      version: 1,
      records: [{ n: 1 }, '10', '[object Object]', null],
    });
  });
});
