/**
 * What the next frame is for. While time runs there is more to draw than a slow machine can draw in one: a frame draws
 * either a new moment (yard, playhead) or one of the parts that tell it in words, in turns. Who looks sees the yard move
 * at half the screen's rate at worst, and no frame comes late.
 */

/** A part in words that waits for its turn. */
export type Follower = { drawnAt: number; forceUpdate: () => void };

/** Words that change more often than this cannot be read, but would be laid out in every frame. Milliseconds. */
export const READ_MS = 120;

/** Parts of an older moment, the longest waiting first. */
const parts = new Set<Follower>();
/** The newest moment of each lab on the page. */
const moments = new Map<object, () => void>();
let isAsked = false;
let wasPart = false;

/** Draws the part when it is its turn, at the earliest `READ_MS` after it was drawn last. */
export function awaitTurn(part: Follower): void {
  parts.add(part);
  askForFrame();
}

/** The part has been drawn, or is gone. */
export function endTurn(part: Follower): void {
  parts.delete(part);
}

/**
 * Goes to another moment: at once when no part waits, else in the next frame that has room. A later moment of the same
 * lab takes the place of one that has not been drawn.
 */
export function takeTurn(lab: object, go: () => void): void {
  if (parts.size === 0) {
    go();
    return;
  }
  moments.set(lab, go);
  askForFrame();
}

function drawNext(now: number): void {
  isAsked = false;
  const part = wasPart && moments.size > 0 ? undefined : [...parts].find((each) => now - each.drawnAt >= READ_MS);
  wasPart = part !== undefined;
  if (part === undefined) {
    const due = [...moments.values()];
    moments.clear();
    for (const go of due) go();
  } else {
    parts.delete(part);
    part.forceUpdate();
  }
  askForFrame();
}

function askForFrame(): void {
  if (isAsked || parts.size + moments.size === 0) return;
  isAsked = true;
  requestAnimationFrame(drawNext);
}
