import { Component, type ComponentType, h } from 'preact';
import { isSame } from './memo.ts';

/** Words that change more often than this cannot be read, but would be laid out in every frame. Milliseconds. */
const READ_MS = 120;

/** A part that waits for its turn. */
type Follower = { drawnAt: number; forceUpdate: () => void };

/** What a part hears of the moments between its drawings, to move by hand what moves in every frame. */
export type Live<P> = {
  /** Calls back with every new moment. Returns how to stop it. */
  follow: (hear: (props: P) => void) => () => void;
};

/** Parts of an older moment, the longest waiting first. */
const waiting = new Set<Follower>();
let isAsked = false;
/** A new moment has been drawn since the last frame, and how many frames in a row had one. */
let isBusy = false;
let busyFrames = 0;
/** After so many the parts have their turn all the same: who scrubs leaves no frame free. */
const MOST_BUSY = 1;

/** One of them a frame, in which the yard stands still if there is one: a frame of both would be late. */
function drawNext(now: number): void {
  isAsked = false;
  busyFrames = isBusy && busyFrames < MOST_BUSY ? busyFrames + 1 : 0;
  isBusy = false;
  for (const follower of busyFrames > 0 ? [] : waiting) {
    if (now - follower.drawnAt < READ_MS) continue;
    waiting.delete(follower);
    follower.forceUpdate();
    break;
  }
  askForFrame();
}

function askForFrame(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  requestAnimationFrame(drawNext);
}

/**
 * A part of the page that tells the moment in words. It follows as fast as one reads while time runs, and at once when
 * time stood still, or when anything else changes than the props named in `moving`, and entry and second of a `state`.
 * The last moment always comes; `live` tells of all of them.
 */
export function atReadingPace<P extends object>(
  Inner: ComponentType<P & { live: Live<P> }>,
  moving: readonly (keyof P)[] = [],
): ComponentType<P> {
  return class Paced extends Component<P> {
    listeners = new Set<(props: P) => void>();
    live: Live<P> = {
      follow: (hear) => {
        this.listeners.add(hear);
        return () => this.listeners.delete(hear);
      },
    };
    /** The props that are on show, and since when. */
    drawn = this.props;
    drawnAt = 0;
    movedAt = 0;

    override shouldComponentUpdate(next: P): boolean {
      if (isSame(this.props, next)) return false;
      if (!isOnlyLater(this.drawn, next, moving)) return true;
      const now = performance.now();
      const stood = now - this.movedAt >= READ_MS;
      this.movedAt = now;
      if (stood) return true;
      waiting.add(this);
      isBusy = true;
      askForFrame();
      for (const hear of this.listeners) hear(next);
      return false;
    }

    override componentWillUnmount(): void {
      waiting.delete(this);
    }

    override render() {
      this.drawn = this.props;
      this.drawnAt = performance.now();
      waiting.delete(this);
      return h(Inner, { ...this.props, live: this.live });
    }
  };
}

function isOnlyLater<P extends object>(before: P, after: P, moving: readonly (keyof P)[]): boolean {
  const keys = Object.keys(after) as (keyof P)[];
  return (
    keys.length === Object.keys(before).length &&
    keys.every((key) =>
      key === 'state' ? isCalm(before[key], after[key]) : before[key] === after[key] || moving.includes(key),
    )
  );
}

/** Whether two states of the lab differ at most in where the playhead stands. */
export function isCalm(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key in b) if (a[key] !== b[key] && key !== 'entry' && key !== 'second') return false;
  return true;
}
