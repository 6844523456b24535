import { Component, type ComponentType, h } from 'preact';
import { awaitTurn, endTurn, READ_MS } from './frame-turns.ts';
import { isSame } from './memo.ts';

/** What a part hears of the moments between its drawings, to move by hand what moves in every frame. */
export type Live<P> = {
  /** Calls back with every new moment. Returns how to stop it. */
  follow: (hear: (props: P) => void) => () => void;
};

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
      awaitTurn(this);
      for (const hear of this.listeners) hear(next);
      return false;
    }

    override componentWillUnmount(): void {
      endTurn(this);
    }

    override render() {
      this.drawn = this.props;
      this.drawnAt = performance.now();
      endTurn(this);
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
