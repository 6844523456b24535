import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import { type LogFileFault, MOST_CHARACTERS, readLogFile } from '../../quiz-engine/log-file.ts';

/** A file that is no log, by its name and why. */
export type RefusedFile = { name: string; fault: LogFileFault | 'unread' };

export type ReadFiles = {
  logs: StoredAttempt[][];
  refused: RefusedFile[];
  /** Entries of readable files that were no attempts. */
  unreadable: number;
};

/** Reads files one after the other, so that the page answers in between. What cannot be read is named and spoils nothing. */
export async function readLogs(
  files: readonly Pick<File, 'name' | 'size' | 'text'>[],
  onRead: (done: number) => void,
): Promise<ReadFiles> {
  const found: ReadFiles = { logs: [], refused: [], unreadable: 0 };
  for (const [index, file] of files.entries()) {
    onRead(index + 1);
    const { log, fault } = await readOne(file);
    if (fault !== undefined) found.refused.push({ name: file.name, fault });
    else {
      found.logs.push(log.attempts);
      found.unreadable += log.unreadable;
    }
  }
  return found;
}

async function readOne(
  file: Pick<File, 'size' | 'text'>,
): Promise<ReturnType<typeof readLogFile> | { log?: undefined; fault: 'unread' }> {
  // A byte is at most one character: what is larger than this need not be read to be refused.
  if (file.size > 4 * MOST_CHARACTERS) return { fault: 'too-large' };
  try {
    return readLogFile(await file.text());
  } catch {
    return { fault: 'unread' };
  }
}
