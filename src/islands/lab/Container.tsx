import type { ComponentChildren } from 'preact';
import { revisionOf } from './moment.ts';
import { type Distance, type Container as Drawn, nameOf } from './picture.ts';

type Props = {
  container: Drawn;
  distance: Distance;
  /** Pixels of the whole berth, to choose the text that fits. */
  berthPx: number;
  picked: boolean;
  /** The current entry is about it. */
  isSpot?: boolean;
  /** Without it the container is a picture, not a button. */
  onPick?: ((task: string) => void) | undefined;
};

/** Height of a container and the gap above it, in pixels, by distance. */
export const HEIGHTS = { near: { box: 36, above: 15 }, middle: { box: 22, above: 11 }, far: { box: 12, above: 3 } };

/** A task: a container whose length is its share of the berth. All measures are pixels; only x is a share. */
export function Container({ container, distance, berthPx, picked, isSpot, onPick }: Props) {
  const { box, above } = HEIGHTS[distance];
  const { task, revision, state } = container;
  const name = nameOf(container);
  const press = onPick && (() => onPick(task.name));
  const classes = `task fluid r${revision} ${state.toLowerCase()}${picked ? ' picked' : ''}${isSpot ? ' spot' : ''}${press ? '' : ' still'}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a button wherever it can be pressed, and a picture elsewhere.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: pressed is set only where the role is button.
    <g
      class={classes}
      data-task={task.name}
      aria-label={name}
      role={press ? 'button' : 'img'}
      // In SVG the name of an attribute keeps its case, and only `tabindex` makes a stop.
      tabindex={press && 0}
      aria-pressed={press && picked}
      onClick={press}
      onKeyDown={press && pressedBy(press)}
    >
      <svg
        x={percent(container.from)}
        y={above}
        width={percent(container.length)}
        height={box}
        overflow="visible"
        aria-hidden="true"
      >
        <rect class="pick" x="-3" y="-3" width="100%" height={box + 6} rx="2" />
        {state === 'PENDING' && <Hoist />}
        <rect class="body" width="100%" height={box} rx="1" />
        <rect class="rib" width="100%" height={box} />
        {state === 'STOPPING' && <line class="slash" x1="0" y1={box} x2="100%" y2="0" />}
        <Label container={container} distance={distance} px={container.length * berthPx} box={box} />
        {distance !== 'far' && <Castings box={box} />}
        {revision > 0 || state !== 'HEALTHY' ? <Lamp state={state} distance={distance} /> : null}
      </svg>
    </g>
  );
}

function pressedBy(press: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press();
  };
}

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

function Hoist() {
  return (
    <>
      <line class="hoist" x1="2" y1="0" x2="50%" y2="-7" />
      <line class="hoist" x1="50%" y1="-7" x2="100%" y2="0" />
    </>
  );
}

function Castings({ box }: { box: number }) {
  return (
    <>
      <rect class="cast" width="4" height="3" />
      <rect class="cast" x="100%" width="4" height="3" transform="translate(-4 0)" />
      <rect class="cast" y={box - 3} width="4" height="3" />
      <rect class="cast" x="100%" y={box - 3} width="4" height="3" transform="translate(-4 0)" />
    </>
  );
}

/** Widths of a digit of the two text sizes, in pixels, measured for the monospaced stack. */
const WIDE = 7.2;
const SLIM = 6.6;

/** As much of "web:2, web-10" as fits beside the castings: both lines, the first, the number, or nothing. */
function Label({ container, distance, px, box }: { container: Drawn; distance: Distance; px: number; box: number }) {
  const { taskDefinition, name } = container.task;
  if (distance === 'far') return null;
  const room = px - 1;
  const first = taskDefinition.length * WIDE;
  const second = name.length * SLIM;
  if (distance === 'near' && Math.max(first, second) <= room) {
    return (
      <Plate box={box} width={Math.min(room, Math.max(first, second) + 4)} lines={2}>
        {/* In the order of the button's name, so that what is seen is part of what is spoken. */}
        <text class="nm" x="50%" y="28.5">
          {name}
        </text>{' '}
        <text class="td" x="50%" y="17">
          {taskDefinition}
        </text>
      </Plate>
    );
  }
  const short = distance === 'near' && first <= room ? taskDefinition : String(revisionOf(taskDefinition));
  if (short.length * WIDE > room) return null;
  return (
    <Plate box={box} width={Math.min(room, short.length * WIDE + 4)} lines={1}>
      <text x="50%" y={box / 2 + 4}>
        {short}
      </text>
    </Plate>
  );
}

function Plate({
  box,
  width,
  lines,
  children,
}: {
  box: number;
  width: number;
  lines: 1 | 2;
  children: ComponentChildren;
}) {
  const height = lines === 2 ? 26 : 16;
  return (
    <>
      <rect
        class="plate"
        x="50%"
        y={(box - height) / 2}
        width={width}
        height={height}
        transform={`translate(${-width / 2} 0)`}
      />
      {children}
    </>
  );
}

/** The state by shape first: ring, disc with a tick, diamond with a cross, square with a bar. */
function Lamp({ state, distance }: { state: Drawn['state']; distance: Distance }) {
  // From afar only what is not healthy is marked.
  if (distance === 'far' && (state === 'HEALTHY' || state === 'RUNNING')) return null;
  return (
    <svg x="100%" width="1" height="1" overflow="visible" aria-hidden="true">
      <g transform={distance === 'far' ? 'scale(.6)' : undefined}>
        {state === 'UNHEALTHY' && <path class="lamp" d="M-1 -6l7 7-7 7-7-7z" />}
        {state === 'UNHEALTHY' && <path class="lamp-mark" d="M-3.2 -1.2l4.4 4.4m0-4.4l-4.4 4.4" />}
        {state === 'STOPPING' && <rect class="lamp" x="-6.5" y="-4.5" width="11" height="11" />}
        {state === 'STOPPING' && <path class="lamp-mark" d="M-3.5 1h5" />}
        {(state === 'PENDING' || state === 'RUNNING' || state === 'HEALTHY') && (
          <circle class="lamp" cx="-1" cy="1" r="5.6" />
        )}
        {state === 'HEALTHY' && <path class="lamp-mark" d="M-3.5 1.1l1.8 1.9 3.2-3.7" />}
      </g>
    </svg>
  );
}
