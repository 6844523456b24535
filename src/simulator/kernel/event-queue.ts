/** What the queue hands back: `kind` and `payload` are the model's own numbers. */
export type QueuedEvent = { atSeconds: number; kind: number; payload: number };

/**
 * Events ordered by (second, order of pushing): ties come out in the order they went in, so a run never depends on
 * the shape of the heap. A binary heap over four typed arrays that double when full; parent of `i` is `(i - 1) >> 1`.
 */
export class EventQueue {
  #times = new Float64Array(64);
  #sequences = new Float64Array(64);
  #kinds = new Uint8Array(64);
  #payloads = new Int32Array(64);
  #size = 0;
  #nextSequence = 0;

  get size(): number {
    return this.#size;
  }

  /** `atSeconds` is a whole number, `kind` fits a byte, `payload` fits 32 bits. */
  push(atSeconds: number, kind: number, payload: number): void {
    if (this.#size === this.#times.length) this.#grow();
    let hole = this.#size++;
    const sequence = this.#nextSequence++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      // The new event has the highest sequence, so on equal times the parent stays above.
      if ((this.#times[parent] as number) <= atSeconds) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.#times[hole] = atSeconds;
    this.#sequences[hole] = sequence;
    this.#kinds[hole] = kind;
    this.#payloads[hole] = payload;
  }

  /** The second of the next event, or undefined when nothing is queued. */
  nextAt(): number | undefined {
    return this.#size === 0 ? undefined : this.#times[0];
  }

  pop(): QueuedEvent | undefined {
    if (this.#size === 0) return undefined;
    const first = {
      atSeconds: this.#times[0] as number,
      kind: this.#kinds[0] as number,
      payload: this.#payloads[0] as number,
    };
    this.#size--;
    if (this.#size > 0) this.#sink(this.#size);
    return first;
  }

  /** Lets the event at `last` fall from the root to its place. */
  #sink(last: number): void {
    const time = this.#times[last] as number;
    const sequence = this.#sequences[last] as number;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#before(child + 1, child)) child++;
      const childTime = this.#times[child] as number;
      if (childTime > time || (childTime === time && (this.#sequences[child] as number) > sequence)) break;
      this.#move(child, hole);
      hole = child;
    }
    this.#move(last, hole);
  }

  #before(a: number, b: number): boolean {
    const [timeA, timeB] = [this.#times[a] as number, this.#times[b] as number];
    return timeA < timeB || (timeA === timeB && (this.#sequences[a] as number) < (this.#sequences[b] as number));
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from] as number;
    this.#sequences[to] = this.#sequences[from] as number;
    this.#kinds[to] = this.#kinds[from] as number;
    this.#payloads[to] = this.#payloads[from] as number;
  }

  #grow(): void {
    const capacity = this.#times.length * 2;
    const copy = <T extends Float64Array | Uint8Array | Int32Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.#times = copy(new Float64Array(capacity), this.#times);
    this.#sequences = copy(new Float64Array(capacity), this.#sequences);
    this.#kinds = copy(new Uint8Array(capacity), this.#kinds);
    this.#payloads = copy(new Int32Array(capacity), this.#payloads);
  }
}
