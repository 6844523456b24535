import type { RoomEvent } from '../../live/room-events.ts';
import { deadlineOf, GRACE_MS, openRound, type Room } from '../../live/room-state.ts';

export type BellWorld = {
  room: Room;
  /** The log's clock. */
  now: () => number;
  /** Resolves when everything that arrived before has been taken. */
  settled: () => Promise<void>;
  append: (event: RoomEvent) => Promise<unknown>;
};

/** Longer than any timer of the machine; it is set again then. */
const LONGEST_TIMER_MS = 2 ** 30;
/** After a log that did not take the bell's event. */
const AGAIN_MS = 500;

/**
 * Closes a question when its time is up, and ends an assignment, by an event like any other. Of several processes the first one
 * counts; after a restart it rings for what is due.
 */
export class Bell {
  readonly #world: BellWorld;
  #timer: NodeJS.Timeout | undefined;

  constructor(world: BellWorld) {
    this.#world = world;
  }

  /** Looks at the room again: something was opened, extended, closed or ended. */
  set(): void {
    this.stop();
    const dueAt = nextBell(this.#world.room)?.at;
    if (dueAt === undefined) return;
    this.#in(Math.max(0, dueAt + GRACE_MS - this.#world.now()), () => this.#ring());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #ring(): Promise<void> {
    const { room, now, settled, append } = this.#world;
    const isDue = () => now() >= (nextBell(room)?.at ?? Number.POSITIVE_INFINITY) + GRACE_MS;
    if (isDue()) await settled();
    // It may have been extended meanwhile.
    const next = nextBell(room);
    if (next === undefined || !isDue()) return this.set();
    await append(next.event);
  }

  #in(ms: number, ring: () => Promise<void>): void {
    this.#timer = setTimeout(
      () => {
        ring().catch(() => this.#in(AGAIN_MS, () => this.#ring()));
      },
      Math.min(ms, LONGEST_TIMER_MS),
    );
    this.#timer.unref();
  }
}

function nextBell(room: Room): { at: number; event: RoomEvent } | undefined {
  if (room.ended) return undefined;
  if (room.settings.pace === 'self') {
    const at = deadlineOf(room);
    return at === undefined ? undefined : { at, event: { t: 'ended' } };
  }
  const round = openRound(room);
  const question = room.current;
  if (question === undefined || round === undefined || round.bellAt === null) return undefined;
  const last = (room.asked[question]?.rounds.length ?? 1) - 1;
  return { at: round.bellAt, event: { t: 'closed', question, round: last } };
}
