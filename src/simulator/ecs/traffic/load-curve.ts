/**
 * How many requests (or messages) come in each second: straight pieces over whole seconds, read at each whole second
 * and rounded down. Whole-number arithmetic, so that every machine reads the same.
 */
export type Curve = {
  /** In order, without gaps; from second 0 on where they are not repeated. */
  pieces: readonly Piece[];
  /** The pieces begin again after this many seconds: they cover one period, from the first piece's `from` on. */
  periodSeconds?: number | undefined;
};

/** From second `from` (included) to second `to` (excluded), in a straight line from `start` to `end`. */
export type Piece = { from: number; to: number; start: number; end: number };

const NEVER = Number.POSITIVE_INFINITY;

export function flat(perSecond: number): Curve {
  return { pieces: [{ from: 0, to: NEVER, start: perSecond, end: perSecond }] };
}

/** `[[0, 10], [300, 100]]`: 10 a second, then 100 from 300 s on. Before the first second of the list it is 0. */
export function steps(points: readonly (readonly [number, number])[]): Curve {
  const pieces: Piece[] = [];
  const first = points[0]?.[0] ?? NEVER;
  if (first > 0) pieces.push({ from: 0, to: first, start: 0, end: 0 });
  for (const [i, [from, perSecond]] of points.entries()) {
    pieces.push({ from, to: points[i + 1]?.[0] ?? NEVER, start: perSecond, end: perSecond });
  }
  return { pieces };
}

/** Straight lines between points; before the first and after the last it stays as it is there. */
export function lines(points: readonly (readonly [number, number])[]): Curve {
  const pieces: Piece[] = [];
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return flat(0);
  if (first[0] > 0) pieces.push({ from: 0, to: first[0], start: first[1], end: first[1] });
  for (const [i, [from, start]] of points.entries()) {
    const next = points[i + 1];
    if (next && next[0] > from) pieces.push({ from, to: next[0], start, end: next[1] });
  }
  pieces.push({ from: last[0], to: NEVER, start: last[1], end: last[1] });
  return { pieces };
}

/** Straight lines between points of one period; the last point is joined to the first of the next period. */
export function repeated(points: readonly (readonly [number, number])[], periodSeconds: number): Curve {
  const first = points[0];
  if (first === undefined) return flat(0);
  const pieces = points.map(([from, start], i): Piece => {
    const [to, end] = points[i + 1] ?? [first[0] + periodSeconds, first[1]];
    return { from, to, start, end };
  });
  return { pieces, periodSeconds };
}

/** The second of the pieces that a second of the run is. */
function localSecond({ pieces, periodSeconds }: Curve, second: number): number {
  if (periodSeconds === undefined) return second;
  const origin = pieces[0]?.from ?? 0;
  return origin + ((((second - origin) % periodSeconds) + periodSeconds) % periodSeconds);
}

function pieceAt({ pieces }: Curve, second: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).from <= second) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function inPiece({ from, to, start, end }: Piece, second: number): number {
  if (start === end || to === NEVER) return Math.floor(start);
  return Math.floor((start * (to - from) + (end - start) * (second - from)) / (to - from));
}

/** Requests in this second, a whole number. */
export function valueAt(curve: Curve, second: number): number {
  const at = localSecond(curve, second);
  const piece = pieceAt(curve, at);
  return piece === undefined ? 0 : Math.max(0, inPiece(piece, at));
}

/** The first second after this one with another value; undefined when it stays for good. */
export function nextChange(curve: Curve, second: number): number | undefined {
  const value = valueAt(curve, second);
  const { periodSeconds } = curve;
  // One whole period without a change means none at all.
  const end = periodSeconds === undefined ? NEVER : second + periodSeconds;
  let from = second;
  while (from < end) {
    const base = from - localSecond(curve, from);
    const piece = pieceAt(curve, from - base);
    if (piece === undefined) return undefined;
    const last = Math.min(base + piece.to, end) - 1;
    if (valueAt(curve, from) !== value) return from;
    if (piece.start !== piece.end && last !== NEVER && valueAt(curve, last) !== value) {
      return firstOther(curve, value, from, last);
    }
    if (last === NEVER) return undefined;
    from = last + 1;
  }
  return undefined;
}

/** Inside one piece the value only rises or only falls, so halving finds the second in which it leaves `value`. */
function firstOther(curve: Curve, value: number, from: number, last: number): number {
  let [low, high] = [from, last];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (valueAt(curve, middle) === value) low = middle;
    else high = middle;
  }
  return high;
}
