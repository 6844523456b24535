import { CELL, type FarMark, type FarShape, groundOf, marksOn, placeOf } from './far-shape.ts';
import type { Berth, Pier } from './picture.ts';

/** The colours of the drawing as the page has them now, with the ribs of the revisions. */
export type Paint = Record<(typeof NAMES)[number], string> & { ribs: (CanvasPattern | null)[]; scale: number };

const NAMES = [
  'rev-0', 'rev-1', 'rev-2', 'rev-3', 'rev-4', 'rib', 'hull', 'steel', 'pier', 'line', 'ink-2', 'bad-fill',
  'action-mark', 'action-soft',
] as const; // biome-ignore format: a list

/** What the yard marks beside tasks and their state. */
export type FarMarks = {
  picked: string | null;
  /** The berth that the moment is about, and the one whose button is pressed: its button need not follow every frame. */
  chosen: string | null;
  pressed: string | null;
  refused: ReadonlySet<string>;
};

/** Reads the tokens: they name colours that only the page can resolve. */
export function readPaint(page: HTMLElement, context: CanvasRenderingContext2D, scale: number): Paint {
  const probe = page.appendChild(document.createElement('i'));
  const colours = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  const paint = Object.fromEntries(colours) as Paint;
  return { ...paint, scale, ribs: [null, ...RIBS.map((draw) => ribsOf(context, { draw, colour: paint.rib, scale }))] };
}

type Draw = (tile: CanvasRenderingContext2D) => void;

/** Upright, slanted, level, rivets: as in the near drawing, at a size that five pixels still show. */
const RIBS: Draw[] = [
  (tile) => tile.fillRect(1, 0, 1.2, 4),
  (tile) => {
    tile.moveTo(-1, 5);
    tile.lineTo(5, -1);
    tile.moveTo(-1, 1);
    tile.lineTo(1, -1);
    tile.moveTo(3, 5);
    tile.lineTo(5, 3);
    tile.stroke();
  },
  (tile) => tile.fillRect(0, 1, 4, 1.2),
  (tile) => tile.fillRect(1, 1, 1.8, 1.8),
];

function ribsOf(
  context: CanvasRenderingContext2D,
  { draw, colour, scale }: { draw: Draw; colour: string; scale: number },
): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(4 * scale);
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  pen.scale(tile.width / 4, tile.height / 4);
  pen.fillStyle = pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  draw(pen);
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(4 / tile.width, 4 / tile.height));
  return pattern;
}

/** Paths of one look, filled and stroked once: what costs is the call, not the rectangle. */
type Batch = {
  fill: Path2D[];
  outline: Path2D;
  grounds: Path2D;
  rails: Path2D;
  gauges: Path2D;
  hollow: Path2D;
  slashes: Path2D;
  ill: Path2D;
  diamonds: Path2D;
  picked: Path2D;
};

/** Draws the cells `which` of a pier anew. Only what they hold is drawn; the rest of the canvas stays. */
export function paintCells(
  context: CanvasRenderingContext2D,
  {
    pier,
    shape,
    which,
    marks,
    paint,
  }: {
    pier: Pier;
    shape: FarShape;
    which: readonly number[];
    marks: FarMarks;
    paint: Paint;
  },
): void {
  const batch: Batch = {
    fill: Array.from({ length: 5 }, () => new Path2D()),
    outline: new Path2D(),
    grounds: new Path2D(),
    rails: new Path2D(),
    gauges: new Path2D(),
    hollow: new Path2D(),
    slashes: new Path2D(),
    ill: new Path2D(),
    diamonds: new Path2D(),
    picked: new Path2D(),
  };
  const { width, height } = shape.cell;
  for (const index of which) {
    const berth = pier.places[index];
    const { x: left, y } = placeOf(index, shape);
    // A pixel free on the left, for the ring of what is picked.
    const x = left + 1;
    context.clearRect(left, y, width, height);
    if (berth === undefined) continue;
    paintBerth(context, { berth, shape, x, y, paint, marks, batch });
    for (const mark of marksOn(berth, shape)) addMark(batch, mark, { x, y }, marks.picked);
  }
  strokeBatch(context, batch, paint);
}

/** Pixels up to which a mark is a stripe without an outline. */
const THIN = 6;

function addMark(batch: Batch, mark: FarMark, at: { x: number; y: number }, picked: string | null): void {
  const { state, revision, task } = mark.container;
  const x = at.x + mark.x;
  const { width, height } = mark;
  // What is on its way hangs above the ground.
  const y = at.y + mark.y - (state === 'PENDING' && height > 5 ? 3 : 0);
  const isHollow = state === 'PENDING' || state === 'STOPPING';
  // An outline of thin marks would leave nothing of their colour: the gap between them parts them.
  const inset = isHollow || width > THIN ? 0.5 : 0;
  const body = isHollow ? batch.hollow : (batch.fill[revision] ?? batch.hollow);
  body.rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset);
  if (!isHollow && inset > 0) batch.outline.rect(x + inset, y + inset, width - 1, height - 1);
  if (state === 'STOPPING') {
    batch.slashes.moveTo(x, y + height);
    batch.slashes.lineTo(x + width, y);
  }
  if (state === 'UNHEALTHY') {
    batch.ill.rect(x + 0.5, y + 0.5, width - 1, height - 1);
    const right = x + width;
    batch.diamonds.moveTo(right, y - 4);
    batch.diamonds.lineTo(right + 4, y);
    batch.diamonds.lineTo(right, y + 4);
    batch.diamonds.lineTo(right - 4, y);
    batch.diamonds.closePath();
  }
  if (task.name === picked) batch.picked.rect(x - 1, y - 1, width + 2, height + 2);
}

function strokeBatch(context: CanvasRenderingContext2D, batch: Batch, paint: Paint): void {
  for (const [colour, path] of [
    [paint.steel, batch.grounds],
    [paint.line, batch.rails],
    [paint['ink-2'], batch.gauges],
  ] as const) {
    context.fillStyle = colour;
    context.fill(path);
  }
  context.lineWidth = 1;
  for (const [revision, path] of batch.fill.entries()) {
    context.fillStyle = paint[`rev-${revision}` as 'rev-1'];
    context.fill(path);
    const ribs = paint.ribs[revision];
    if (ribs) {
      context.fillStyle = ribs;
      context.fill(path);
    }
  }
  context.strokeStyle = paint.hull;
  context.stroke(batch.outline);
  context.fillStyle = paint.pier;
  context.fill(batch.hollow);
  context.strokeStyle = paint.steel;
  context.stroke(batch.hollow);
  context.stroke(batch.slashes);
  context.lineWidth = 2;
  context.strokeStyle = paint['bad-fill'];
  context.stroke(batch.ill);
  context.fillStyle = paint['bad-fill'];
  context.fill(batch.diamonds);
  context.lineWidth = 2.5;
  context.strokeStyle = paint['action-mark'];
  context.stroke(batch.picked);
}

type OneBerth = { berth: Berth; shape: FarShape; x: number; y: number; paint: Paint; marks: FarMarks; batch: Batch };

/** Ground, gauges, and what the word of the instance is near by: hatched on the way out, dashed on the way in. */
function paintBerth(context: CanvasRenderingContext2D, { berth, shape, x, y, paint, marks, batch }: OneBerth): void {
  const { instance, used, phase, draining, lost } = berth;
  const length = shape.cell.width - CELL.gap;
  const ground = y + groundOf(shape);
  if (instance.name === marks.chosen) {
    context.fillStyle = paint['action-soft'];
    context.fillRect(x - 1, y, length + 2, shape.cell.height - 1);
    context.strokeStyle = paint['action-mark'];
    context.lineWidth = 1.5;
    context.strokeRect(x - 0.25, y + 0.75, length + 1.5, shape.cell.height - 1.5);
  }
  if (draining || phase === 'leaving' || lost) hatch(context, { x, y, length, ground, colour: paint.line });
  if (phase === 'launching') for (let dash = 0; dash < length; dash += 6) batch.grounds.rect(x + dash, ground, 3, 1.5);
  else batch.grounds.rect(x, ground, length, 1.5);
  if (lost || marks.refused.has(instance.name)) cross(context, { x: x + length / 2, y: y + CELL.above + 7 }, paint);
  if (instance.waiting || instance.fargate || phase === 'launching') return;
  const shares = [used.cpu / instance.cpu, used.memory / instance.memory];
  for (const [i, share] of shares.entries()) {
    batch.rails.rect(x, ground + 3.5 + 3 * i, length, 2);
    batch.gauges.rect(x, ground + 3.5 + 3 * i, length * Math.min(1, share || 0), 2);
  }
}

function hatch(
  context: CanvasRenderingContext2D,
  { x, y, length, ground, colour }: { x: number; y: number; length: number; ground: number; colour: string },
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let at = 3; at < length; at += 7) {
    context.moveTo(x + at, y + 2);
    context.lineTo(x + Math.max(0, at - (ground - y)), Math.min(ground, y + 2 + at));
  }
  context.stroke();
}

function cross(context: CanvasRenderingContext2D, { x, y }: { x: number; y: number }, paint: Paint): void {
  context.strokeStyle = paint['bad-fill'];
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - 4, y - 4);
  context.lineTo(x + 4, y + 4);
  context.moveTo(x + 4, y - 4);
  context.lineTo(x - 4, y + 4);
  context.stroke();
}
