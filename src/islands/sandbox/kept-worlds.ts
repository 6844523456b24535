/** A world that somebody keeps on this device: by its name, so that keeping it again replaces it. */
export type KeptWorld = { name: string; atMs: number; draft: unknown };

/**
 * A database of its own beside the log: worlds are no attempts, and a backup of the log has none. `deleteDatabase` of the
 * log deletes it by the same name. Three calls need no library, and a lesson's questions load none for them.
 */
const NAME = 'drydock-worlds';
const STORE = 'worlds';

async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'name' });
  const db = await settled(opening);
  // Another tab deletes everything: let go, or it would wait for ever.
  db.onversionchange = () => db.close();
  try {
    const transaction = db.transaction(STORE, mode);
    const result = await settled(work(transaction.objectStore(STORE)));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      // A request that is read may have ended its transaction already.
      if (mode === 'readonly') resolve();
    });
    return result;
  } finally {
    db.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Rejects when the device refuses or is full. */
export async function keepWorld(world: KeptWorld): Promise<void> {
  await withStore('readwrite', (store) => store.put(world));
}

/** The newest first; none where the device has no storage. */
export async function keptWorlds(): Promise<KeptWorld[]> {
  try {
    const all = (await withStore('readonly', (store) => store.getAll())) as KeptWorld[];
    return all.toSorted((a, b) => b.atMs - a.atMs);
  } catch {
    return [];
  }
}

export async function forgetWorld(name: string): Promise<void> {
  await withStore('readwrite', (store) => store.delete(name));
}
