import { DEADLINE_MS, LogUnavailable } from './event-log.ts';

type Waiting<T, R> = {
  item: T;
  sinceMs: number;
  dueMs: number;
  settled: boolean;
  resolve: (result: R) => void;
  reject: (error: Error) => void;
};

export type GroupCommitWorld<T, R> = {
  /** Writes a batch, durably and as a whole; results in its order. Called again only after it has settled. */
  write: (batch: readonly T[]) => Promise<readonly R[]>;
  /** False while there is no use in calling `write`; `poke` says that it has become true. */
  ready: () => boolean;
  /** The size of an item in characters, so that no batch becomes huge. */
  sizeOf: (item: T) => number;
};

const MOST_ITEMS = 2000;
const MOST_CHARACTERS = 1_000_000;

/**
 * One batch is under way while the next collects: a lone write waits for nobody, and a burst pays for few commits.
 * Every item has a deadline. One that was not handed over yet is taken back (`not-written`); of one that was, the outcome is unknown.
 */
export class GroupCommit<T, R> {
  readonly #world: GroupCommitWorld<T, R>;
  #collecting: Waiting<T, R>[] = [];
  #underWay: Waiting<T, R>[] = [];
  #isWriting = false;
  #isScheduled = false;
  #timer: NodeJS.Timeout | undefined;
  #timerDueMs = Number.POSITIVE_INFINITY;
  #drained: (() => void)[] = [];

  constructor(world: GroupCommitWorld<T, R>) {
    this.#world = world;
  }

  add(item: T, deadlineMs: number = DEADLINE_MS): Promise<R> {
    if (deadlineMs <= 0) return Promise.reject(new LogUnavailable('not-written', 'The time was up before the write.'));
    const sinceMs = performance.now();
    return new Promise((resolve, reject) => {
      const dueMs = sinceMs + deadlineMs;
      this.#collecting.push({ item, sinceMs, dueMs, settled: false, resolve, reject });
      this.#arm(dueMs);
      this.poke();
    });
  }

  /** Starts the next batch if nothing is under way; items of the same tick go together. */
  poke(): void {
    if (this.#isScheduled || this.#isWriting) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      void this.#writeNext();
    });
  }

  get pending(): number {
    return this.#collecting.length + this.#underWay.reduce((sum, { settled }) => sum + (settled ? 0 : 1), 0);
  }

  /** When the oldest item that still waits was added, on the clock of `performance.now()`. */
  get oldestSinceMs(): number | undefined {
    return (this.#underWay.find(({ settled }) => !settled) ?? this.#collecting[0])?.sinceMs;
  }

  /** Resolves when nothing waits. */
  drain(): Promise<void> {
    return this.pending === 0 ? Promise.resolve() : new Promise((resolve) => this.#drained.push(resolve));
  }

  async #writeNext(): Promise<void> {
    if (this.#isWriting || this.#collecting.length === 0 || !this.#world.ready()) return;
    const batch = this.#takeBatch();
    this.#underWay = batch;
    this.#isWriting = true;
    try {
      const results = await this.#world.write(batch.map(({ item }) => item));
      for (const [i, waiting] of batch.entries()) this.#settle(waiting, () => waiting.resolve(results[i] as R));
    } catch (error) {
      const fault =
        error instanceof LogUnavailable
          ? error
          : new LogUnavailable('unknown', 'The log failed while it wrote.', { cause: error });
      for (const waiting of batch) this.#settle(waiting, () => waiting.reject(fault));
    }
    this.#isWriting = false;
    this.#underWay = [];
    this.#tellDrained();
    void this.#writeNext();
  }

  #takeBatch(): Waiting<T, R>[] {
    let characters = 0;
    let count = 0;
    for (const { item } of this.#collecting) {
      if (count === MOST_ITEMS || characters > MOST_CHARACTERS) break;
      characters += this.#world.sizeOf(item);
      count += 1;
    }
    return this.#collecting.splice(0, count);
  }

  #settle(waiting: Waiting<T, R>, settle: () => void): void {
    if (waiting.settled) return;
    waiting.settled = true;
    settle();
  }

  /** One timer for all: it is set for the earliest deadline, and usually finds that everything was written long ago. */
  #arm(dueMs: number): void {
    if (dueMs >= this.#timerDueMs) return;
    clearTimeout(this.#timer);
    this.#timerDueMs = dueMs;
    this.#timer = setTimeout(() => this.#expire(), Math.max(1, dueMs - performance.now()));
    this.#timer.unref();
  }

  #expire(): void {
    const now = performance.now();
    this.#timerDueMs = Number.POSITIVE_INFINITY;
    for (const waiting of this.#underWay) {
      if (waiting.dueMs > now) continue;
      const fault = new LogUnavailable('unknown', 'The log did not answer in time.');
      this.#settle(waiting, () => waiting.reject(fault));
    }
    const late = this.#collecting.filter(({ dueMs }) => dueMs <= now);
    if (late.length > 0) this.#collecting = this.#collecting.filter(({ dueMs }) => dueMs > now);
    for (const waiting of late) {
      const fault = new LogUnavailable('not-written', 'The log could not be written to in time.');
      this.#settle(waiting, () => waiting.reject(fault));
    }
    const left = [...this.#underWay.filter(({ settled }) => !settled), ...this.#collecting];
    this.#arm(left.reduce((earliest, { dueMs }) => Math.min(earliest, dueMs), Number.POSITIVE_INFINITY));
    this.#tellDrained();
  }

  #tellDrained(): void {
    if (this.pending > 0) return;
    for (const tell of this.#drained.splice(0)) tell();
  }
}
