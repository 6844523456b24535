import { useEffect, useRef, useState } from 'preact/hooks';

/** Words that change more often than this cannot be read, but would be laid out in every frame. Milliseconds. */
const READ_MS = 120;
/** One of the followers a frame: the yard has the rest of it. Milliseconds. */
const FRAME_MS = 14;

let lastFollowed = 0;

/**
 * The value as slow as an eye reads: at once when it has not changed for a while or when `at` is another, and a few times
 * a second while time runs. The last value always comes.
 */
export function useUnhurried<T>(value: T, at: unknown): T {
  const [times, drawAgain] = useState(0);
  const kept = useRef({ value, at, since: 0 });
  const isNew = kept.current.value !== value;
  if (isNew && (kept.current.at !== at || mayFollow(kept.current.since))) {
    kept.current = { value, at, since: performance.now() };
    lastFollowed = kept.current.since;
  }
  const isLate = kept.current.value !== value;
  useEffect(() => {
    if (!isLate) return;
    const timer = setTimeout(() => drawAgain(times + 1), READ_MS + FRAME_MS);
    return () => clearTimeout(timer);
  }, [isLate, times]);
  return kept.current.value;
}

function mayFollow(since: number): boolean {
  const now = performance.now();
  return now - since >= READ_MS && now - lastFollowed >= FRAME_MS;
}
