import type { Attempt, StoredAttempt } from '../quiz-engine/attempt.ts';
import { mergeLogs } from '../quiz-engine/log-file.ts';
import { stampAttempts } from '../quiz-engine/stamp-attempts.ts';
import { deleteDatabase, type Keeping, openDatabase, putAll } from './progress-store/database.ts';
import { changeMark, readMark, removeMark } from './progress-store/log-mark.ts';
import { openOtherTabs, tellThisPage } from './progress-store/other-tabs.ts';
import { askOnceToPersist } from './progress-store/persistence.ts';
import { readStore } from './progress-store/set-aside.ts';
import { tabLog } from './progress-store/tab-log.ts';

export type { Keeping };

export type StoredLog = {
  attempts: StoredAttempt[];
  /** Records that were no attempts; they are kept aside, never deleted unasked. */
  setAside: number;
  /** Records that the device had promised to keep and has no more: the browser cleared them. */
  lost: number;
  keeping: Keeping;
};

const otherTabs = openOtherTabs(() => tabLog.clear());
/** Of this page; the mark knows it of the others. */
let newestMs = 0;

/**
 * Appends one attempt to the log on this device. Returns where it is kept; it is in the log either way.
 * Storage that is full or refused loses nothing of this tab.
 */
export async function recordAttempt(attempt: Attempt): Promise<Keeping> {
  return recordAttempts([attempt]);
}

/** Appends attempts that belong together, such as the answers of an exam: on the device are all of them or none. */
export async function recordAttempts(attempts: readonly Attempt[]): Promise<Keeping> {
  newestMs = Math.max(newestMs, readMark()?.newestMs ?? 0);
  const stored = stampAttempts(attempts, { newestMs, newKey });
  newestMs = Math.max(newestMs, ...stored.map(({ atMs }) => atMs));
  const keeping = await keep(stored);
  const news = { what: 'attempts', attempts: stored } as const;
  if (keeping.where === 'device') {
    otherTabs.tell(news);
    askOnceToPersist();
  }
  tellThisPage(news);
  return keeping;
}

async function keep(stored: readonly StoredAttempt[]): Promise<Keeping> {
  const { db, keeping } = await openDatabase();
  if (db === undefined) {
    tabLog.add(stored);
    return keeping;
  }
  try {
    // What the device could not take before goes with it: there may be room now.
    const waiting = tabLog.all();
    await putAll(db, [...waiting, ...stored]);
    tabLog.remove(waiting);
    changeMark(({ records }) => ({ records: records + waiting.length + stored.length, newestMs }));
    return keeping;
  } catch {
    tabLog.add(stored);
    return { where: 'tab', reason: 'refused' };
  } finally {
    db.close();
  }
}

/** Reads the whole log. Corrupt or foreign records are moved aside and counted; a store that cannot be read is left as it is. */
export async function readLog(): Promise<StoredLog> {
  const { db, keeping } = await openDatabase();
  if (db === undefined) return { attempts: [...tabLog.all()], setAside: 0, lost: 0, keeping };
  try {
    const { attempts, setAside } = await readStore(db);
    const present = attempts.length + setAside;
    if (present > 0 && readMark() === undefined) changeMark(() => ({ records: present, newestMs: newestOf(attempts) }));
    const lost = Math.max(0, (readMark()?.records ?? 0) - present);
    const keys = new Set(attempts.map(({ key }) => key));
    // A tab that was duplicated may hold what the other one has stored since.
    const inTab = tabLog.all().filter(({ key }) => !keys.has(key));
    return { attempts: [...attempts, ...inTab], setAside, lost, keeping };
  } catch {
    return { attempts: [...tabLog.all()], setAside: 0, lost: 0, keeping: { where: 'tab', reason: 'refused' } };
  } finally {
    db.close();
  }
}

/** The newest that this clock can believe: an attempt that another device dates into the future does not pull ours after it. */
function newestOf(attempts: readonly StoredAttempt[]): number {
  const now = Date.now();
  return attempts.reduce((newest, { atMs }) => (atMs <= now ? Math.max(newest, atMs) : newest), 0);
}

/** What bringing a log in did, or why nothing of it was kept. */
export type Imported = { added: number; known: number } | { refused: 'refused' | 'newer' };

/** Merges a log from a file into the one on this device: all of it or nothing. The same file again changes nothing. */
export async function importAttempts(attempts: readonly StoredAttempt[]): Promise<Imported> {
  const { db, keeping } = await openDatabase();
  if (db === undefined) return { refused: keeping.where === 'tab' ? keeping.reason : 'refused' };
  try {
    const before = await readStore(db);
    const present = new Map(before.attempts.map((attempt) => [attempt.key, attempt]));
    const merged = mergeLogs([...present.values()], attempts);
    const added = merged.filter(({ key }) => !present.has(key)).length;
    await putAll(
      db,
      merged.filter((attempt) => present.get(attempt.key) !== attempt),
    );
    newestMs = Math.max(newestMs, newestOf(merged));
    const records = merged.length + before.setAside;
    // After a loss a backup brings back what was counted already.
    changeMark((mark) => ({
      records: Math.max(mark.records, records),
      newestMs: Math.max(mark.newestMs, newestMs),
    }));
    if (added > 0) askOnceToPersist();
    otherTabs.tell({ what: 'changed' });
    tellThisPage({ what: 'changed' });
    return { added, known: attempts.length - added };
  } catch {
    return { refused: 'refused' };
  } finally {
    db.close();
  }
}

/** The learner knows of the loss: from now on what is here is what there is. */
export async function acceptLoss(): Promise<void> {
  const { attempts, setAside } = await readLog();
  const inTab = tabLog.all().length;
  changeMark(() => ({ records: attempts.length - inTab + setAside }));
  tellThisPage({ what: 'changed' });
}

/** The records that were set aside, as they were found. */
export async function readSetAside(): Promise<unknown[]> {
  const { db } = await openDatabase();
  if (db === undefined) return [];
  try {
    return (await db.getAll('aside')).map((entry: { record?: unknown }) => entry?.record ?? entry);
  } finally {
    db.close();
  }
}

/** Deletes what was set aside, and nothing else. Rejects when the device refuses. */
export async function deleteSetAside(): Promise<void> {
  const { db } = await openDatabase();
  if (db === undefined) return;
  try {
    const count = await db.count('aside');
    await db.clear('aside');
    changeMark(({ records }) => ({ records: Math.max(0, records - count) }));
  } finally {
    db.close();
  }
  otherTabs.tell({ what: 'changed' });
  tellThisPage({ what: 'changed' });
}

/**
 * Deletes everything Drydock keeps about the learner on this device: the log, what was set aside, the chosen theme.
 * Rejects when the device refuses to delete the log; the rest is deleted then too.
 */
export async function deleteAllData(): Promise<void> {
  tabLog.clear();
  newestMs = 0;
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Storage that is refused holds nothing.
  }
  try {
    await deleteDatabase();
  } finally {
    // Another tab may have counted what was there until now.
    removeMark();
    otherTabs.tell({ what: 'deleted' });
    tellThisPage({ what: 'deleted' });
  }
}

function newKey(): string {
  // On plain HTTP beyond localhost there is no randomUUID.
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
