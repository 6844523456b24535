import { useEffect, useMemo } from 'preact/hooks';

/** Milliseconds that each question of a sitting was open, all visits together. */
export type OpenTimes = Readonly<Record<string, number>>;

/** Measures how long questions are looked at; undefined stands for none of them. Moments never go back. */
export function stopwatch(before: OpenTimes): {
  look: (question: string | undefined, atMs: number) => void;
  read: (atMs: number) => OpenTimes;
} {
  const times: Record<string, number> = { ...before };
  let open: string | undefined;
  let sinceMs = 0;
  const look = (question: string | undefined, atMs: number) => {
    if (open !== undefined) times[open] = (times[open] ?? 0) + atMs - sinceMs;
    open = question;
    sinceMs = atMs;
  };
  return {
    look,
    read: (atMs) => {
      look(open, atMs);
      return { ...times };
    },
  };
}

/** Two tabs or two visits that each know a part: the longer time counts. */
export function longer(one: OpenTimes, other: OpenTimes): OpenTimes {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(ids.map((id) => [id, Math.max(one[id] ?? 0, other[id] ?? 0)]));
}

/** Measures the open question while the page is seen. Returns how long each was open until now. */
export function useOpenTimes(open: string | undefined, before: () => OpenTimes, clock: () => number): () => OpenTimes {
  const watch = useMemo(() => stopwatch(before()), [clock]);
  useEffect(() => {
    const look = () => watch.look(document.visibilityState === 'hidden' ? undefined : open, clock());
    look();
    addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('visibilitychange', look);
      watch.look(undefined, clock());
    };
  }, [watch, open]);
  return () => watch.read(clock());
}
