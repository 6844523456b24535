import { useEffect, useRef } from 'preact/hooks';
import type { PresentMoves } from './Presenting.tsx';

/** Keys of the presentation; what remote controls send (Page Up, Page Down) is among them. */
const KEYS: Record<string, (moves: PresentMoves) => void> = {
  ArrowRight: (moves) => moves.next(),
  PageDown: (moves) => moves.next(),
  n: (moves) => moves.next(),
  ArrowLeft: (moves) => moves.back(),
  PageUp: (moves) => moves.back(),
  p: (moves) => moves.back(),
  r: (moves) => moves.reveal(),
  v: (moves) => moves.voteAgain(),
  t: (moves) => moves.timer(),
  f: (moves) => moves.fullScreen(),
  l: (moves) => moves.language(),
  '?': (moves) => moves.keys(),
};

/** Listens to the whole page. Fields, lists and sliders keep their own keys; an open dialog keeps all of them. */
export function usePresentKeys(moves: PresentMoves, isPaused: boolean): void {
  const latest = useRef(moves);
  latest.current = moves;
  useEffect(() => {
    if (isPaused) return;
    const listen = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      if (target.matches('input, textarea, select, [contenteditable], .scenario-panel *, .run-card *, .watch *'))
        return;
      // By its place on the keyboard: Shift and other layouts write other characters on it.
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      // A Korean keyboard that writes Hangul still says which key it was.
      const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
      const move = KEYS[event.key] ?? (letter === undefined ? undefined : KEYS[letter]);
      if (digit !== undefined) latest.current.hand(Number(digit) - 1, event.shiftKey ? -1 : 1);
      else if (move) move(latest.current);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isPaused]);
}
