import { parseAttempt, type StoredAttempt } from '../../quiz-engine/attempt.ts';

/** The log when the device keeps nothing: private mode, storage refused or full, or data of a newer Drydock. */
const KEY = 'drydock-attempts';
let held: StoredAttempt[] = read();

/** What earlier pages of this tab could not store on the device. */
function read(): StoredAttempt[] {
  try {
    const records: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(records) ? records.flatMap((record) => parseAttempt(record) ?? []) : [];
  } catch {
    return [];
  }
}

function write(): void {
  try {
    if (held.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(held));
  } catch {
    // Then it lasts as long as this page; nothing better is to be had.
  }
}

export const tabLog = {
  all: (): readonly StoredAttempt[] => held,
  add(attempts: readonly StoredAttempt[]): void {
    held = [...held, ...attempts];
    write();
  },
  /** Forgets what the device keeps now. */
  remove(attempts: readonly StoredAttempt[]): void {
    if (attempts.length === 0) return;
    const keys = new Set(attempts.map(({ key }) => key));
    held = held.filter(({ key }) => !keys.has(key));
    write();
  },
  clear(): void {
    held = [];
    write();
  },
};
