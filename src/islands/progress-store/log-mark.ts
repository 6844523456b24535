/**
 * A few numbers beside the database, in another storage of the browser: so that a database that was emptied without being
 * asked is noticed, and a clock that was set back. A browser that clears both at once leaves nothing to notice.
 */
export type LogMark = {
  /** Records that the device said to keep, set aside or not. */
  records: number;
  /** Time of the newest attempt made or brought here. */
  newestMs: number;
  /** When the log was last written to a file, and how many attempts it had. */
  exported?: { atMs: number; attempts: number };
  /** What the browser said when it was asked not to clear. */
  persistence?: 'granted' | 'denied';
};

const KEY = 'drydock-log';

/** Undefined where nothing was kept yet, and where storage is refused. */
export function readMark(): LogMark | undefined {
  try {
    const mark = JSON.parse(localStorage.getItem(KEY) ?? 'null') as LogMark | null;
    return mark && isCount(mark.records) && isCount(mark.newestMs) ? mark : undefined;
  } catch {
    return undefined;
  }
}

/** Changes the mark, from zero where there is none. Two tabs at the same instant may lose a count: then it is too low, which alarms nobody. */
export function changeMark(change: (mark: LogMark) => Partial<LogMark>): void {
  try {
    const mark = readMark() ?? { records: 0, newestMs: 0 };
    localStorage.setItem(KEY, JSON.stringify({ ...mark, ...change(mark) }));
  } catch {
    // Without it a loss is not noticed; nothing else depends on it.
  }
}

export function removeMark(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage that is refused holds nothing.
  }
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
