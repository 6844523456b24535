/** What the queue hands back: `kind` and `payload` are the model's own numbers. */
export type QueuedEvent = { atSeconds: number; kind: number; payload: number };

/** So many seconds ahead have a list of their own. Timers of tasks are seconds to minutes. */
const AHEAD = 2048;

/** Kind and payload of an event as one exact number. */
const PAYLOADS = 2 ** 32;

/**
 * Events ordered by (second, order of pushing): ties come out in the order they went in, so a run never depends on
 * the shape of a heap. Time never goes back: what is pushed is not earlier than what was popped last.
 *
 * A wheel: each of the next seconds has a linked list of its events, first in, first out. What is further ahead lies in
 * a heap; it was pushed before anything of its second came onto the wheel, so it comes out first.
 */
export class EventQueue {
  /** By second modulo AHEAD: the first and the last event of its list, -1 for none. */
  readonly #first = new Int32Array(AHEAD).fill(-1);
  readonly #last = new Int32Array(AHEAD);
  /** By place: its event, and the place of the next event of its second or of the next free place. */
  #events = new Float64Array(64);
  #next = new Int32Array(64);
  #free = -1;
  #places = 0;
  readonly #far = new FarEvents();
  #near = 0;
  /** The second of the event popped last. */
  #now = 0;
  /** Nothing on the wheel is earlier. */
  #from = 0;

  get size(): number {
    return this.#near + this.#far.size;
  }

  /** `atSeconds` is a whole number, `kind` fits a byte, `payload` fits 32 bits. */
  push(atSeconds: number, kind: number, payload: number): void {
    if (atSeconds < this.#now) throw new Error(`an event at ${atSeconds} s, which is over`);
    const event = kind * PAYLOADS + (payload >>> 0);
    if (atSeconds - this.#now >= AHEAD) {
      this.#far.push(atSeconds, event);
      return;
    }
    const place = this.#take();
    this.#events[place] = event;
    this.#next[place] = -1;
    const list = atSeconds % AHEAD;
    if ((this.#first[list] as number) < 0) this.#first[list] = place;
    else this.#next[this.#last[list] as number] = place;
    this.#last[list] = place;
    if (this.#near++ === 0 || atSeconds < this.#from) this.#from = atSeconds;
  }

  /** The second of the next event, or undefined when nothing is queued. */
  nextAt(): number | undefined {
    const far = this.#far.nextAt();
    if (this.#near === 0) return this.#far.size === 0 ? undefined : far;
    while (this.#from < far && (this.#first[this.#from % AHEAD] as number) < 0) this.#from++;
    return Math.min(this.#from, far);
  }

  pop(): QueuedEvent | undefined {
    const atSeconds = this.nextAt();
    if (atSeconds === undefined) return undefined;
    this.#now = atSeconds;
    const event = atSeconds === this.#far.nextAt() ? this.#far.pop() : this.#popNear(atSeconds % AHEAD);
    return { atSeconds, kind: Math.floor(event / PAYLOADS), payload: event | 0 };
  }

  #popNear(list: number): number {
    const place = this.#first[list] as number;
    this.#first[list] = this.#next[place] as number;
    this.#next[place] = this.#free;
    this.#free = place;
    this.#near--;
    return this.#events[place] as number;
  }

  /** A free place; twice as many when none is left. */
  #take(): number {
    const free = this.#free;
    if (free >= 0) {
      this.#free = this.#next[free] as number;
      return free;
    }
    if (this.#places === this.#next.length) {
      const [events, next] = [new Float64Array(2 * this.#places), new Int32Array(2 * this.#places)];
      events.set(this.#events);
      next.set(this.#next);
      this.#events = events;
      this.#next = next;
    }
    return this.#places++;
  }
}

/** A binary heap by second and order of pushing; parent of `i` is `(i - 1) >> 1`. */
class FarEvents {
  readonly #seconds: number[] = [];
  readonly #sequences: number[] = [];
  readonly #events: number[] = [];
  #pushed = 0;

  get size(): number {
    return this.#seconds.length;
  }

  /** Infinity when there is none. */
  nextAt(): number {
    return this.#seconds[0] ?? Number.POSITIVE_INFINITY;
  }

  push(atSeconds: number, event: number): void {
    let hole = this.#seconds.length;
    // What was pushed last goes behind everything of its second.
    while (hole > 0 && (this.#seconds[(hole - 1) >> 1] as number) > atSeconds) {
      this.#put(hole, (hole - 1) >> 1);
      hole = (hole - 1) >> 1;
    }
    this.#seconds[hole] = atSeconds;
    this.#sequences[hole] = this.#pushed++;
    this.#events[hole] = event;
  }

  /** There must be one. */
  pop(): number {
    const event = this.#events[0] as number;
    const last = this.#seconds.length - 1;
    let hole = 0;
    for (let child = 1; child <= last; child = 2 * hole + 1) {
      if (child < last && this.#isBefore(child + 1, child)) child++;
      if (this.#isBefore(last, child)) break;
      this.#put(hole, child);
      hole = child;
    }
    this.#put(hole, last);
    this.#seconds.pop();
    this.#sequences.pop();
    this.#events.pop();
    return event;
  }

  #isBefore(a: number, b: number): boolean {
    const later = (this.#seconds[a] as number) - (this.#seconds[b] as number);
    return later < 0 || (later === 0 && (this.#sequences[a] as number) < (this.#sequences[b] as number));
  }

  #put(at: number, from: number): void {
    this.#seconds[at] = this.#seconds[from] as number;
    this.#sequences[at] = this.#sequences[from] as number;
    this.#events[at] = this.#events[from] as number;
  }
}
