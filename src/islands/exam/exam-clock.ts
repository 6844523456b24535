import { longer, type OpenTimes } from './open-time.ts';

/**
 * What a tab remembers of a sitting besides its log: the latest moment it saw, the question that was open, and how long
 * each one was.
 */
export type Place = { id: string; latestMs: number; at: number; took: OpenTimes };

const KEY = 'drydock-exam';

/** Storage that is refused remembers nothing: then the events of the log are the only moments. */
export function readPlace(id: string): Place | undefined {
  try {
    const place = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Place | null;
    const isSound = place?.id === id && Number.isFinite(place.latestMs) && Number.isInteger(place.at);
    return isSound ? { ...place, took: soundTimes(place.took) } : undefined;
  } catch {
    return undefined;
  }
}

export function keepPlace(place: Place): void {
  try {
    const before = readPlace(place.id);
    // Another tab may have seen later, and longer.
    const latestMs = Math.max(place.latestMs, before?.latestMs ?? 0);
    const took = longer(place.took, before?.took ?? {});
    localStorage.setItem(KEY, JSON.stringify({ ...place, latestMs, took }));
  } catch {
    // Then a reload begins at the first question without an answer.
  }
}

/** What anything may have written: times only. */
function soundTimes(took: unknown): OpenTimes {
  const entries = typeof took === 'object' && took !== null ? Object.entries(took) : [];
  return Object.fromEntries(entries.filter(([, ms]) => Number.isFinite(ms) && ms >= 0));
}

export function forgetPlace(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/**
 * A clock that never goes back: not behind what this tab has measured since it was made, nor behind `latestMs`. Whoever
 * sets the device's clock back wins no time and loses no answer.
 */
export function steadyClock(latestMs: number): () => number {
  const beganMs = Math.max(Date.now(), latestMs);
  const from = performance.now();
  let last = beganMs;
  return () => {
    last = Math.max(last, Date.now(), Math.floor(beganMs + performance.now() - from));
    return last;
  };
}
