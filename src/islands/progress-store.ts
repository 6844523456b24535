import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { ATTEMPT_FORMAT, type Attempt, parseAttempt, type StoredAttempt } from '../quiz-engine/attempt.ts';

const NAME = 'drydock';
/** Raised with a migration in `upgrade`; a newer one is left untouched. */
const VERSION = 1;

/** Where attempts are kept: on this device, or only until the tab closes, with the reason. */
export type Keeping = { where: 'device' } | { where: 'tab'; reason: 'refused' | 'newer' };

export type StoredLog = {
  attempts: StoredAttempt[];
  /** Records that were no attempts; they are kept aside, never deleted unasked. */
  setAside: number;
  keeping: Keeping;
};

/** The log when the device keeps nothing: private mode, storage refused, or data of a newer Drydock. */
const TAB_KEY = 'drydock-attempts';
const inTab: StoredAttempt[] = readTab();

/** What earlier pages of this tab could not store on the device. */
function readTab(): StoredAttempt[] {
  try {
    const records: unknown = JSON.parse(sessionStorage.getItem(TAB_KEY) ?? '[]');
    return Array.isArray(records) ? records.flatMap((record) => parseAttempt(record) ?? []) : [];
  } catch {
    return [];
  }
}

function keepInTab(attempt: StoredAttempt): void {
  inTab.push(attempt);
  try {
    sessionStorage.setItem(TAB_KEY, JSON.stringify(inTab));
  } catch {
    // Then it lasts as long as this page; nothing better is to be had.
  }
}

type Opened = { db: IDBPDatabase; keeping: { where: 'device' } } | { db: undefined; keeping: Keeping };

async function open(): Promise<Opened> {
  try {
    const db = await openDB(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('attempts', { keyPath: 'key' });
        database.createObjectStore('aside', { autoIncrement: true });
      },
      blocking(_current, _blocked, event) {
        // Another tab wants to delete or upgrade: let go, or it would wait for ever.
        (event.target as IDBDatabase).close();
      },
    });
    if (db.objectStoreNames.contains('attempts') && db.objectStoreNames.contains('aside')) {
      return { db, keeping: { where: 'device' } };
    }
    // A database of that name that is not ours: leave it alone.
    db.close();
    return { db: undefined, keeping: { where: 'tab', reason: 'newer' } };
  } catch (error) {
    const newer = error instanceof DOMException && error.name === 'VersionError';
    return { db: undefined, keeping: { where: 'tab', reason: newer ? 'newer' : 'refused' } };
  }
}

/**
 * Appends one attempt to the log on this device. Returns where it is kept; it is in the log either way.
 * Storage that is full or refused loses nothing of this tab.
 */
export async function recordAttempt(attempt: Attempt): Promise<Keeping> {
  const stored: StoredAttempt = { ...attempt, format: ATTEMPT_FORMAT, key: crypto.randomUUID?.() ?? randomKey() };
  const { db, keeping } = await open();
  let kept: Keeping = keeping;
  if (db !== undefined) {
    try {
      await db.put('attempts', stored);
    } catch {
      kept = { where: 'tab', reason: 'refused' };
    } finally {
      db.close();
    }
  }
  if (kept.where === 'tab') keepInTab(stored);
  dispatchEvent(new CustomEvent('drydock:attempt', { detail: stored }));
  return kept;
}

/** Reads the whole log. Corrupt or foreign records are moved aside and counted; a store that cannot be read is left as it is. */
export async function readLog(): Promise<StoredLog> {
  const { db, keeping } = await open();
  if (db === undefined) return { attempts: [...inTab], setAside: 0, keeping };
  try {
    const { attempts, setAside } = await readStore(db);
    return { attempts: [...attempts, ...inTab], setAside, keeping };
  } catch {
    return { attempts: [...inTab], setAside: 0, keeping: { where: 'tab', reason: 'refused' } };
  } finally {
    db.close();
  }
}

async function readStore(db: IDBPDatabase): Promise<{ attempts: StoredAttempt[]; setAside: number }> {
  const keys = await db.getAllKeys('attempts');
  const records = await db.getAll('attempts');
  const attempts: StoredAttempt[] = [];
  let notMoved = 0;
  for (const [index, record] of records.entries()) {
    const attempt = parseAttempt(record);
    if (attempt !== undefined) attempts.push(attempt);
    else await setAside(db, keys[index] as IDBValidKey).catch(() => notMoved++);
  }
  return { attempts, setAside: (await db.count('aside')) + notMoved };
}

/** Moves one record in one transaction; another tab may have moved it already. */
async function setAside(db: IDBPDatabase, key: IDBValidKey): Promise<void> {
  const move = db.transaction(['attempts', 'aside'], 'readwrite');
  const attempts = move.objectStore('attempts');
  const moveRecord = async () => {
    const record = await attempts.get(key);
    if (record === undefined) return;
    await move.objectStore('aside').add({ record, found: 'attempts' });
    await attempts.delete(key);
  };
  // Both are waited for: whichever fails, the other is not left unheard.
  await Promise.all([moveRecord(), move.done]);
}

/**
 * Deletes everything Drydock keeps about the learner on this device: the log, what was set aside, the chosen theme.
 * Rejects when the device refuses to delete the log; the rest is deleted then too.
 */
export async function deleteAllData(): Promise<void> {
  inTab.length = 0;
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Storage that is refused holds nothing.
  }
  try {
    await deleteDB(NAME);
  } finally {
    dispatchEvent(new CustomEvent('drydock:deleted'));
  }
}

/** On plain HTTP beyond localhost there is no randomUUID. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
