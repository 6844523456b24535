import type { Language } from '../../i18n/text.ts';
import { type Follower, frameMessage } from './follower.ts';

/** What followers are sent, made of the room as it is now. JSON texts. */
export type FrameMaker = {
  /** Place in the log up to which everything is in the frames. */
  off(): string;
  /** Frames of players at this moment: what they share is encoded once for each language. Undefined for no such seat. */
  players(): (seat: string, lang: Language) => string | undefined;
  screen(lang: Language): string;
  host(lang: Language): string;
};

/** Players per turn of the event loop, so that answers get in between. */
const SLICE = 500;
/** Host and projector are shown what changes at most this often. */
const VIEW_EVERY_MS = 100;
/** Making the host's frames may take this part of the time, however many seats there are. */
const VIEW_SHARE = 0.1;

/** What is shared is made again for a page that comes later than this: the time that is left is a part of it. */
const MOMENT_MS = 100;

type Moment = { at: number; off: string; of: (seat: string, lang: Language) => string | undefined };

/**
 * The open pages of a room. Every frame is the whole present state, so a page that comes back needs nothing that it missed:
 * it is sent the present frame and is a follower from the same turn of the event loop on, and there can be no gap.
 */
export class Hub {
  readonly #frames: FrameMaker;
  readonly #now: () => number;
  readonly #players = new Map<string, Follower[]>();
  readonly #views = new Set<Follower>();
  #moment: Moment | undefined;
  #queue = new Set<Follower>();
  #isPumping = false;
  #viewTimer: NodeJS.Timeout | undefined;
  #viewsAt = Number.NEGATIVE_INFINITY;
  #viewsTookMs = 0;

  constructor(frames: FrameMaker, now: () => number) {
    this.#frames = frames;
    this.#now = now;
  }

  /** Takes a follower; `isFirst` when its seat had no other page open. It has to be sent the present frame by `refresh`. */
  add(follower: Follower): { isFirst: boolean } {
    const { who } = follower;
    if (who.role !== 'player') {
      this.#views.add(follower);
      return { isFirst: false };
    }
    const own = [...(this.#players.get(who.seat) ?? []), follower];
    this.#players.set(who.seat, own);
    return { isFirst: own.length === 1 };
  }

  remove(follower: Follower): void {
    const { who } = follower;
    this.#views.delete(follower);
    this.#queue.delete(follower);
    if (who.role !== 'player') return;
    const others = this.#players.get(who.seat)?.filter((one) => one !== follower) ?? [];
    if (others.length === 0) this.#players.delete(who.seat);
    else this.#players.set(who.seat, others);
  }

  /** Seats with an open page. */
  get connected(): ReadonlyMap<string, unknown> {
    return this.#players;
  }

  /** A host or a projector looks on. */
  get isWatched(): boolean {
    return this.#views.size > 0;
  }

  /** What players share has changed: everybody is sent the present frame. Whoever has not had the one before never gets it. */
  everyone(): void {
    this.#moment = undefined;
    this.#queue = new Set([...this.#players.values()].flat());
    this.#pump();
    this.views();
  }

  /** Something of these seats alone has changed. */
  seats(ids: readonly string[]): void {
    this.#moment = undefined;
    for (const id of ids) for (const follower of this.#players.get(id) ?? []) this.#queue.add(follower);
    this.#pump();
    this.views();
  }

  /** Something that only host and projector see, such as a count: sent soon, together with whatever else happens until then. */
  views(): void {
    if (this.#viewTimer !== undefined || this.#views.size === 0) return;
    const every = Math.max(VIEW_EVERY_MS, this.#viewsTookMs / VIEW_SHARE);
    const wait = Math.max(0, this.#viewsAt + every - this.#now());
    this.#viewTimer = setTimeout(() => {
      this.#viewTimer = undefined;
      this.#viewsAt = this.#now();
      const began = performance.now();
      const made = new Map<string, string>();
      for (const follower of this.#views) this.#sendView(follower, made);
      this.#viewsTookMs = performance.now() - began;
    }, wait);
    this.#viewTimer.unref();
  }

  /** Sends one follower the present frame. */
  refresh(follower: Follower): void {
    if (follower.who.role === 'player') this.#sendPlayer(follower, follower.who.seat);
    else this.#sendView(follower, new Map());
  }

  beat(): void {
    for (const follower of this.#all()) follower.beat();
  }

  endAll(): void {
    clearTimeout(this.#viewTimer);
    this.#queue.clear();
    for (const follower of this.#all()) follower.end();
  }

  *#all(): Generator<Follower> {
    yield* this.#views;
    for (const own of this.#players.values()) yield* own;
  }

  #pump(): void {
    if (this.#isPumping || this.#queue.size === 0) return;
    this.#isPumping = true;
    setImmediate(() => {
      let left = SLICE;
      for (const follower of this.#queue) {
        this.#queue.delete(follower);
        this.refresh(follower);
        left -= 1;
        if (left === 0) break;
      }
      this.#isPumping = false;
      this.#pump();
    });
  }

  #sendPlayer(follower: Follower, seat: string): void {
    const { off, of } = this.#present();
    const frame = of(seat, follower.lang);
    if (frame !== undefined) follower.send(frameMessage(off, frame));
  }

  #present(): Moment {
    const at = this.#now();
    if (this.#moment === undefined || Math.abs(at - this.#moment.at) > MOMENT_MS)
      this.#moment = { at, off: this.#frames.off(), of: this.#frames.players() };
    return this.#moment;
  }

  #sendView(follower: Follower, made: Map<string, string>): void {
    const { who, lang } = follower;
    const key = `${who.role} ${lang}`;
    const message =
      made.get(key) ??
      frameMessage(this.#frames.off(), who.role === 'host' ? this.#frames.host(lang) : this.#frames.screen(lang));
    made.set(key, message);
    follower.send(message);
  }
}
