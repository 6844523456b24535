import { changeMark, readMark } from './log-mark.ts';

/** Whether the browser promised not to clear what is kept; unknown where it cannot say. */
export type Persistence = 'granted' | 'denied' | 'unknown';

/** Asks once, when there is something to keep; some browsers ask the learner, so it is never asked for nothing. */
export function askOnceToPersist(): void {
  if (readMark()?.persistence === undefined) void askToPersist();
}

/** Asks the browser not to clear what is kept, and remembers what it said. */
export async function askToPersist(): Promise<Persistence> {
  try {
    if (navigator.storage?.persist === undefined) return 'unknown';
    const persistence = (await navigator.storage.persist()) ? 'granted' : 'denied';
    changeMark(() => ({ persistence }));
    return persistence;
  } catch {
    return 'unknown';
  }
}

/** What the browser promises now. */
export async function readPersistence(): Promise<Persistence> {
  try {
    if (navigator.storage?.persisted === undefined) return 'unknown';
    return (await navigator.storage.persisted()) ? 'granted' : 'denied';
  } catch {
    return 'unknown';
  }
}
