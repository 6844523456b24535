import type { Offset, Stored, Tail } from './event-log.ts';

type Follower<E> = { cursor: Offset | null; on: (stored: Stored<E>) => void; stopped: boolean };

/** What a store hands to its tails: events of one room in log order, and how offsets compare. */
export type Compare = (a: Offset, b: Offset) => number;

/**
 * The tails of one room in this process. Every tail has a cursor of its own, so that an event which arrives twice (read
 * back after an append, and again by the reader of the stream) is delivered once.
 */
export class RoomTails<E> {
  readonly #followers = new Set<Follower<E>>();
  readonly #compare: Compare;

  constructor(compare: Compare) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#followers.size;
  }

  /** Takes a tail that has seen everything up to `cursor`. */
  join(cursor: Offset | null, on: (stored: Stored<E>) => void): Tail {
    const follower: Follower<E> = { cursor, on, stopped: false };
    this.#followers.add(follower);
    return {
      stop: () => {
        follower.stopped = true;
        this.#followers.delete(follower);
      },
    };
  }

  /** Hands events to every tail that has not had them. `events` are in log order and follow what was delivered before. */
  deliver(events: readonly Stored<E>[]): void {
    for (const follower of [...this.#followers]) {
      for (const stored of events) {
        if (follower.stopped) break;
        if (follower.cursor !== null && this.#compare(stored.off, follower.cursor) <= 0) continue;
        follower.cursor = stored.off;
        try {
          follower.on(stored);
        } catch (error) {
          follower.stopped = true;
          this.#followers.delete(follower);
          process.emitWarning(error instanceof Error ? error : String(error));
        }
      }
    }
  }

  stopAll(): void {
    for (const follower of this.#followers) follower.stopped = true;
    this.#followers.clear();
  }
}
