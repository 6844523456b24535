import type { IDBPDatabase } from 'idb';
import { parseAttempt, type StoredAttempt } from '../../quiz-engine/attempt.ts';

/** Reads the store; records that are no attempts are moved aside and counted, and those that cannot be moved stay and are counted. */
export async function readStore(db: IDBPDatabase): Promise<{ attempts: StoredAttempt[]; setAside: number }> {
  // In one transaction: between two, another reader could move a record, and keys and records would no longer belong together.
  const { store } = db.transaction('attempts');
  const [keys, records] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const attempts: StoredAttempt[] = [];
  let notMoved = 0;
  for (const [index, record] of records.entries()) {
    const attempt = parseAttempt(record);
    if (attempt !== undefined) attempts.push(attempt);
    else await moveAside(db, keys[index] as IDBValidKey).catch(() => notMoved++);
  }
  return { attempts, setAside: (await db.count('aside')) + notMoved };
}

/** Moves one record in one transaction; another tab may have moved it already. */
async function moveAside(db: IDBPDatabase, key: IDBValidKey): Promise<void> {
  const move = db.transaction(['attempts', 'aside'], 'readwrite');
  const attempts = move.objectStore('attempts');
  const moveRecord = async () => {
    const record = await attempts.get(key);
    if (record === undefined || parseAttempt(record) !== undefined) return;
    await move.objectStore('aside').add({ record, found: 'attempts' });
    await attempts.delete(key);
  };
  // Both are waited for: whichever fails, the other is not left unheard.
  await Promise.all([moveRecord(), move.done]);
}

/** What was set aside as a file that anyone can read: a record that JSON cannot hold is there as the text that it gives. */
export function writeSetAside(records: readonly unknown[]): string {
  const texts = records.map((record) => {
    try {
      return JSON.stringify(record, (_, value) => (typeof value === 'bigint' ? `${value}` : value)) ?? 'null';
    } catch {
      return JSON.stringify(String(record));
    }
  });
  return `{"drydock":"set-aside","version":1,"records":[${texts.join(',\n')}]}\n`;
}
