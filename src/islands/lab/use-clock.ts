import { useEffect } from 'preact/hooks';
import { takeTurn } from './frame-turns.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { isEntryDue } from './playhead.ts';

/** Whether the reader has not asked for stillness. */
export function mayMove(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** While playing, turns real time into seconds of the run. */
export function useClock(state: LabState, act: (action: LabAction) => void): void {
  const { playing, speed } = state;
  const due = isEntryDue(state);
  useEffect(() => {
    if (!playing) return;
    if (due) {
      const timer = setTimeout(() => takeTurn(act, () => act({ do: 'beat' })), BEAT_MS[speed]);
      return () => clearTimeout(timer);
    }
    let last = performance.now();
    let owed = 0;
    let frame = requestAnimationFrame(function tick(now) {
      // A tab that slept does not rush through what it missed.
      owed += (Math.min(now - last, 250) / 1000) * speed;
      last = now;
      if (owed >= 1) {
        takeTurn(act, () => {
          const seconds = Math.floor(owed);
          owed -= seconds;
          act({ do: 'tick', seconds });
        });
      }
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, speed, due, due && state.entry]);
}

/** Milliseconds between two entries of one second, so that each can be seen. */
const BEAT_MS = { 1: 600, 10: 180, 60: 40 };
