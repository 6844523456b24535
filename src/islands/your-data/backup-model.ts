import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import { type LogFileFault, MOST_CHARACTERS, readLogFile } from '../../quiz-engine/log-file.ts';
import { readMark } from '../progress-store/log-mark.ts';
import { type Imported, importAttempts } from '../progress-store.ts';

/** As many new attempts make a new backup worth its while. */
const WORTH_A_BACKUP = 30;

/** What opening a file did. */
export type Opened =
  | { done: 'imported'; added: number; known: number; unreadable: number }
  | { done: 'failed'; fault: LogFileFault | 'unread' | 'refused' | 'not-kept' };

/** Brings a file into the log of this device. A file of another kind or any size changes nothing. */
export async function openBackup(file: Pick<File, 'size' | 'text'>): Promise<Opened> {
  // A file too large to be a log is not even read.
  if (file.size > 4 * MOST_CHARACTERS) return { done: 'failed', fault: 'too-large' };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { done: 'failed', fault: 'unread' };
  }
  const { log, fault } = readLogFile(text);
  if (log === undefined) return { done: 'failed', fault };
  const imported: Imported = await importAttempts(log.attempts);
  if ('refused' in imported) return { done: 'failed', fault: imported.refused === 'newer' ? 'not-kept' : 'refused' };
  welcomeBack();
  return { done: 'imported', ...imported, unreadable: log.unreadable };
}

/** Whoever brings a log is no new learner: the home page begins with what is next, as after an answer. */
function welcomeBack(): void {
  try {
    localStorage.setItem('drydock-returning', '1');
  } catch {
    // Without storage there is nothing to return to.
  }
}

/** How many attempts no backup has, when that is worth saying; undefined when it is not. */
export function withoutBackup(attempts: readonly StoredAttempt[]): { count: number; never: boolean } | undefined {
  const exported = readMark()?.exported;
  const count = attempts.length - (exported?.attempts ?? 0);
  return count < WORTH_A_BACKUP ? undefined : { count, never: exported === undefined };
}

/** `drydock-2026-11-21.json`, by the day of this device. */
export function fileNameOf(kind: 'drydock' | 'drydock-set-aside', now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${kind}-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`;
}

/** Hands a text to the learner as a file; nothing leaves the device. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file long before.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A clock this far behind the newest attempt was set back, or was ahead when it was made. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** The newest attempt, where it lies in the future of this clock. */
export function aheadOfClock(attempts: readonly StoredAttempt[], nowMs: number): number | undefined {
  const newestMs = attempts.reduce((newest, { atMs }) => Math.max(newest, atMs), 0);
  return newestMs > nowMs + CLOCK_TOLERANCE_MS ? newestMs : undefined;
}
