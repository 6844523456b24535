import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import { atReadingPace } from './at-reading-pace.ts';
import { type FarMarks, type Paint, paintCells, readPaint } from './far-paint.ts';
import { type FarShape, heightOf, placeOf } from './far-shape.ts';
import { PierHead } from './PierHead.tsx';
import type { Berth, Pier } from './picture.ts';

type Props = {
  words: LabWords;
  pier: Pier;
  shape: FarShape;
  marks: FarMarks;
  /** The tab key stops at its first berth. */
  isFirst: boolean;
  choose: (instance: string) => void;
};

/** Its words follow as fast as one reads. */
const Head = atReadingPace(PierHead, ['pier']);

/** One zone from afar: a canvas, and over it a button for every berth, of which none changes while the run plays. */
export function FarPier({ words, pier, shape, marks, isFirst, choose }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = shape.columns * shape.cell.width;
  const height = heightOf(pier, shape);
  usePainted(canvas, pier, shape, marks);
  const ground = useRef<SVGSVGElement>(null);
  const names = useMemo(() => pier.places.map((berth) => berth?.instance.name ?? '').join(), [pier.places]);
  const buttons = useMemo(() => <Buttons pier={pier} shape={shape} choose={choose} />, [names, shape, choose]);
  const pressed = useRef<Pressed>({ button: null, stop: null });
  useLayoutEffect(() => {
    if (ground.current)
      pressed.current = markPressed(ground.current, pressed.current, { name: marks.pressed, isFirst });
  }, [names, shape, marks.pressed, isFirst]);
  return (
    <section class={pier.availabilityZone === '' ? 'pier quay' : 'pier'}>
      <Head words={words} pier={pier} />
      <div class="far-ground">
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas takes no focus; the buttons over it do. */}
        <canvas ref={canvas} aria-hidden="true" />
        {/* biome-ignore lint/a11y/useSemanticElements: the places of a drawing; each is a button with its instance's name. */}
        <svg ref={ground} width={width} height={height} role="group" aria-label={words.berthsOf(pier.availabilityZone)}>
          {buttons}
        </svg>
      </div>
      <div class="ribs" />
    </section>
  );
}

/** Paints the cells whose berth is another than the one painted last, or whose mark changed; all of them after a change of the page. */
function usePainted(canvas: RefObject<HTMLCanvasElement>, pier: Pier, shape: FarShape, marks: FarMarks): void {
  const last = useRef<{ places: readonly (Berth | undefined)[]; marks: FarMarks; paint: Paint; shape: FarShape }>();
  const theme = useTheme();
  useLayoutEffect(() => {
    last.current = undefined;
  }, [theme]);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const before = last.current;
    const isAnew = before === undefined || before.shape !== shape || canvas.current.height === 0;
    const paint = before?.paint ?? readPaint(document.body, context, devicePixelRatio);
    if (isAnew)
      resize(canvas.current, context, { width: shape.columns * shape.cell.width, height: heightOf(pier, shape) });
    const which = pier.places.flatMap((berth, i) =>
      isAnew || berth !== before.places[i] || isMarkedAnew(berth, before.marks, marks) ? [i] : [],
    );
    if (which.length > 0) paintCells(context, { pier, shape, which, marks, paint });
    last.current = { places: pier.places, marks, paint, shape };
  });
}

function isMarkedAnew(berth: Berth | undefined, before: FarMarks, after: FarMarks): boolean {
  if (before === after || berth === undefined) return false;
  const { name } = berth.instance;
  const holds = (task: string | null) => task !== null && berth.containers.some((each) => each.task.name === task);
  return (
    (before.chosen === name) !== (after.chosen === name) ||
    before.refused.has(name) !== after.refused.has(name) ||
    holds(before.picked) !== holds(after.picked) ||
    (before.picked !== after.picked && holds(after.picked))
  );
}

/** Real pixels for the screen at hand, drawn in the page's. */
function resize(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
): void {
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
}

/** Counts up when the colours of the page change: its theme, the system's, forced colours. */
function useTheme(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const change = () => setChanges((count) => count + 1);
    const watched = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
    for (const media of watched) media.addEventListener('change', change);
    const observer = new MutationObserver(change);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      for (const media of watched) media.removeEventListener('change', change);
      observer.disconnect();
    };
  }, []);
  return changes;
}

function Buttons({ pier, shape, choose }: Pick<Props, 'pier' | 'shape' | 'choose'>) {
  return (
    <>
      {pier.places.map((berth, index) => {
        if (berth === undefined) return null;
        const { name } = berth.instance;
        const { x, y } = placeOf(index, shape);
        return (
          // biome-ignore lint/a11y/useSemanticElements: a rectangle of a drawing can be no button element.
          <rect
            key={name}
            class="far-berth"
            role="button"
            aria-label={name}
            aria-pressed="false"
            tabindex={-1}
            x={x}
            y={y + 1}
            width={shape.cell.width - 1}
            height={shape.cell.height - 2}
            onClick={() => choose(name)}
            onKeyDown={(event) => pressOrMove(event, { press: () => choose(name), columns: shape.columns })}
          >
            <title>{name}</title>
          </rect>
        );
      })}
    </>
  );
}

/** The buttons of a pier that are not like the others: the one that is pressed, and where the Tab key stops. */
type Pressed = { button: Element | null; stop: Element | null };

/**
 * Says which berth is chosen and where the Tab key stops: there, or at the first berth. Of hundreds of buttons two change:
 * they are set by hand.
 */
function markPressed(
  ground: SVGElement,
  before: Pressed,
  { name, isFirst }: { name: string | null; isFirst: boolean },
): Pressed {
  const button = name === null ? null : ground.querySelector(`[aria-label="${CSS.escape(name)}"]`);
  if (button !== before.button) {
    before.button?.setAttribute('aria-pressed', 'false');
    button?.setAttribute('aria-pressed', 'true');
  }
  const stop = button ?? (isFirst ? ground.querySelector('.far-berth') : null);
  if (stop !== before.stop) {
    before.stop?.setAttribute('tabindex', '-1');
    stop?.setAttribute('tabindex', '0');
  }
  return { button, stop };
}

/** Enter and Space choose; arrows go to the neighbour, over the edge of a pier to the next. */
function pressOrMove(event: KeyboardEvent, { press, columns }: { press: () => void; columns: number }): void {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    press();
    return;
  }
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
  const here = event.currentTarget;
  if (by === undefined || !(here instanceof SVGElement)) return;
  const all = [...(here.closest('.far-yard')?.querySelectorAll<SVGElement>('.far-berth') ?? [])];
  const next = all[all.indexOf(here) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
