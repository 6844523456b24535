import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Opened } from './HostDialogs.tsx';

type Moves = {
  main: () => void;
  run: (action: string) => void;
  lock: () => void;
  open: (what: Opened) => void;
  projector: () => void;
};

function main(moves: Moves): void {
  moves.main();
}

/** A remote control pressed twice in haste: the second press would close what the first has opened. */
const TWICE_MS = 400;

const KEYS: Record<string, (moves: Moves) => void> = {
  ArrowRight: main,
  PageDown: main,
  ArrowLeft: (moves) => moves.run('back'),
  PageUp: (moves) => moves.run('back'),
  b: (moves) => moves.run('back'),
  n: (moves) => {
    moves.run('start');
    moves.run('next');
  },
  c: (moves) => moves.run('close'),
  r: (moves) => moves.run('reveal'),
  v: (moves) => moves.run('revote'),
  e: (moves) => moves.run('extend'),
  l: (moves) => moves.lock(),
  j: (moves) => moves.open('join'),
  p: (moves) => moves.projector(),
  '?': (moves) => moves.open('keys'),
};

/** Keys of the host, and what remote controls send. Fields keep their own; an open dialog keeps all of them. */
export function useHostKeys(moves: Moves, isPaused: boolean): void {
  const latest = useRef(moves);
  latest.current = moves;
  const mainAt = useRef(Number.NEGATIVE_INFINITY);
  // Before it is drawn: who sees the room can press.
  useLayoutEffect(() => {
    if (isPaused) return;
    const listen = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (document.querySelector('dialog[open]')) return;
      if (target.matches('input, textarea, select, .run-card *, .watch *')) return;
      const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
      const move = KEYS[event.key] ?? (letter === undefined ? undefined : KEYS[letter]);
      if (move === undefined) return;
      event.preventDefault();
      if (move === main) {
        const isTwice = event.timeStamp - mainAt.current < TWICE_MS;
        mainAt.current = event.timeStamp;
        if (isTwice) return;
      }
      move(latest.current);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [isPaused]);
}
