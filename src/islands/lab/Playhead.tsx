import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A drawing that a playhead crosses: its size and where a run lies on it in pixels, and seconds to pixels. */
export type Track = {
  width: number;
  height: number;
  from: number;
  end: number;
  x: (second: number) => number;
  second: number;
  /** Calls back with every second between two drawings, where there are any. Returns how to stop it. */
  follow?: ((move: (second: number) => void) => () => void) | undefined;
};

type LayerProps = Track & {
  /** How far to the right it is drawn, or how long as a share, to one side of a pixel that stays where it is. */
  place: (head: number, track: Track) => { shift?: number; share?: number; fixed?: number };
  children: ComponentChildren;
};

/**
 * A drawing over another, moved as a whole: a transform of the page's box costs no layout, however often the playhead
 * moves. Without the script the drawing's own transform puts it where it belongs.
 */
function Layer({ place, children, ...track }: LayerProps) {
  const { width, height, x, second, follow } = track;
  const layer = useRef<SVGSVGElement>(null);
  const placed = (at: number) => ({ shift: 0, share: 1, fixed: 0, ...place(x(at), track) });
  // The run may have become another one between two drawings.
  const latest = useRef(placed);
  latest.current = placed;
  const { shift, share, fixed } = placed(second);
  const first = useRef(`translate(${fixed + shift}) scale(${share} 1) translate(${-fixed})`);
  useLayoutEffect(() => {
    if (layer.current === null) return;
    const { style, firstElementChild } = layer.current;
    const move = ({ shift, share }: { shift: number; share: number }) => {
      style.transform = share === 1 ? `translateX(${(shift / width) * 100}%)` : `scaleX(${share})`;
    };
    firstElementChild?.removeAttribute('transform');
    style.transformOrigin = `${(fixed / width) * 100}% 0`;
    move({ shift, share });
    return follow?.((at) => move(latest.current(at)));
  }, [width, shift, share, fixed, follow]);
  return (
    <svg class="layer moves" ref={layer} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g transform={first.current}>{children}</g>
    </svg>
  );
}

/** Covers what has not happened yet, between two heights. */
export function Veil({ top, bottom, ...track }: Track & { top: number; bottom: number }) {
  const { from, end } = track;
  return (
    <Layer {...track} place={placeOfVeil}>
      <rect class="veil" x={from} y={top} width={end - from} height={bottom - top} />
    </Layer>
  );
}

function placeOfVeil(head: number, { from, end }: Track) {
  return { share: shareOf(end - head, end - from), fixed: end };
}

/** What of the rail has been played. */
export function Played({ rail, ...track }: Track & { rail: number }) {
  const { from, end } = track;
  return (
    <Layer {...track} place={placeOfPlayed}>
      <rect class="done" x={from} y={rail} width={end - from} height="5" rx="2.5" />
    </Layer>
  );
}

function placeOfPlayed(head: number, { from, end }: Track) {
  return { share: shareOf(head - from, end - from), fixed: from };
}

/** The line at the present moment, with what belongs to it, drawn at the pixel 0. */
export function Head({ children, ...track }: Track & { children: ComponentChildren }) {
  return (
    <Layer {...track} place={placeOfHead}>
      {children}
    </Layer>
  );
}

function placeOfHead(head: number) {
  return { shift: head };
}

function shareOf(part: number, whole: number): number {
  return Math.round(Math.min(1, Math.max(0, part / whole)) * 1e5) / 1e5;
}
