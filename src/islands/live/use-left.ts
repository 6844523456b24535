import { useEffect, useState } from 'preact/hooks';
import { leftAt } from './countdown.ts';

/** Milliseconds until the bell, told four times a second while there are any; undefined without a bell. */
export function useLeft(leftMs: number | undefined, arrivedAt: number): number | undefined {
  const [, tell] = useState(0);
  const left = leftMs === undefined ? undefined : leftAt(leftMs, arrivedAt, performance.now());
  const isRunning = left !== undefined && left > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => tell((turn) => turn + 1), 250);
    return () => clearInterval(timer);
  }, [isRunning, leftMs, arrivedAt]);
  return left;
}
