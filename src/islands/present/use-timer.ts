import { useEffect, useRef, useState } from 'preact/hooks';

export const TIMES = [30, 60, 90, 120, 300] as const;

export type Timer = {
  /** The whole time in seconds. */
  seconds: number;
  setSeconds: (seconds: number) => void;
  /** While it runs, and after it ran out: what is left, in ms, never negative. */
  leftMs: number | undefined;
  toggle: () => void;
  stop: () => void;
};

/** A timer of the presenter's own; no other clock is asked. */
export function useTimer(first: number): Timer {
  const [seconds, setSeconds] = useState(first);
  const [leftMs, setLeft] = useState<number>();
  const endsAt = useRef(0);
  const isRunning = leftMs !== undefined && leftMs > 0;
  useEffect(() => {
    if (!isRunning) return;
    const tick = setInterval(() => setLeft(Math.max(0, endsAt.current - performance.now())), 200);
    return () => clearInterval(tick);
  }, [isRunning]);
  const start = () => {
    endsAt.current = performance.now() + seconds * 1000;
    setLeft(seconds * 1000);
  };
  const stop = () => setLeft(undefined);
  return { seconds, setSeconds, leftMs, toggle: isRunning ? stop : start, stop };
}
