import { deleteDB, type IDBPDatabase, openDB } from 'idb';

const NAME = 'drydock';
/** Worlds of the sandbox that are kept on this device (`kept-worlds.ts`). */
const WORLDS = 'drydock-worlds';
/** Raised with a migration in `upgrade`; a newer one is left untouched. */
const VERSION = 1;

/** Where attempts are kept: on this device, or only until the tab closes, with the reason. */
export type Keeping = { where: 'device' } | { where: 'tab'; reason: 'refused' | 'newer' };

export type Opened = { db: IDBPDatabase; keeping: { where: 'device' } } | { db: undefined; keeping: Keeping };

/** Opens the database on this device; never rejects. Who opens it closes it. */
export async function openDatabase(): Promise<Opened> {
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

/** The log and everything that is kept beside it. Rejects when the device refuses. */
export async function deleteDatabase(): Promise<void> {
  await deleteDB(NAME);
  await deleteDB(WORLDS);
}

/**
 * Puts records in one transaction, all or none, and waits until they are on the disk: what is told as kept survives the
 * tab, and the power. Rejects when the device is full or refuses.
 */
export async function putAll(db: IDBPDatabase, records: readonly object[]): Promise<void> {
  const write = db.transaction('attempts', 'readwrite', { durability: 'strict' });
  const done = write.done;
  try {
    for (const record of records) void write.store.put(record).catch(() => undefined);
    await done;
  } catch (error) {
    // Whatever failed, the other half is heard too, and no half of it stays.
    done.catch(() => undefined);
    try {
      write.abort();
    } catch {
      // It is over already.
    }
    throw error;
  }
}
