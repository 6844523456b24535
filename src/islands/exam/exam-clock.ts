/** What a tab remembers of a sitting besides its log: the latest moment it saw, and the question that was open. */
export type Place = { id: string; latestMs: number; at: number };

const KEY = 'drydock-exam';

/** Storage that is refused remembers nothing: then the events of the log are the only moments. */
export function readPlace(id: string): Place | undefined {
  try {
    const place = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Place | null;
    const isSound = place?.id === id && Number.isFinite(place.latestMs) && Number.isInteger(place.at);
    return isSound ? place : undefined;
  } catch {
    return undefined;
  }
}

export function keepPlace(place: Place): void {
  try {
    const before = readPlace(place.id);
    // Another tab may have seen later.
    const latestMs = Math.max(place.latestMs, before?.latestMs ?? 0);
    localStorage.setItem(KEY, JSON.stringify({ ...place, latestMs }));
  } catch {
    // Then a reload begins at the first question without an answer.
  }
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
