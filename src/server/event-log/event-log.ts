/**
 * The log of every live room: the only place where a room changes. Whatever a room is, is a fold over its events in the
 * order of the log. Three stores keep it (memory, SQLite, Redis Streams) and `event-log.laws.ts` holds for all of them.
 */

/** A place in a room's log. Opaque: compare two through the log, never as text. It fits into an SSE `id`. */
export type Offset = string;

/** An event as the log keeps it. `at` is the log's clock in milliseconds since 1970; within a room it never goes back. */
export type Stored<E> = { off: Offset; at: number; event: E };

/** A follower of a room. After `stop` nothing more is called, not even from inside the call that stopped it. */
export type Tail = { stop(): void };

/** `pending` appends are neither acknowledged nor refused; the oldest of them has waited for `oldestMs` milliseconds. */
export type Health = { ok: boolean; pending: number; oldestMs: number };

export type AppendOptions = {
  /** How long the caller waits, in milliseconds; 3,000 unless told. Zero or less writes nothing. */
  deadlineMs?: number;
};

/** Events are plain JSON. What comes out of the log is a copy made through JSON, the same on the day it was written and after a restart. */
export interface EventLog<E> {
  /**
   * Writes an event. When it resolves the event is durable, and every tail of this process on the room that has caught
   * up has seen it. Rejects with `LogUnavailable`, whose `outcome` says whether the event may be in the log all the same,
   * or with a TypeError for what is no JSON.
   */
  append(room: string, event: E, options?: AppendOptions): Promise<Stored<E>>;
  /**
   * Calls `on` for each event after `after` (all of them from the first for null) in log order, each once, and goes on
   * with those that come. Resolves when it has caught up with everything that was in the log at the call.
   * `on` must not throw: one that does is stopped and reported as a warning of the process, or rejects while catching up.
   */
  tail(room: string, after: Offset | null, on: (stored: Stored<E>) => void): Promise<Tail>;
  /** Every room that has an event, by name. */
  rooms(): Promise<string[]>;
  /** Deletes a room's events for good. A later append begins the room anew. */
  purge(room: string): Promise<void>;
  /** Below zero when `a` comes before `b` in a room's log, zero when they are the same. Throws a RangeError for what is no offset. */
  compare(a: Offset, b: Offset): number;
  /** Whether a text, for example a browser's Last-Event-ID, has the form of this log's offsets. */
  isOffset(text: string): boolean;
  health(): Health;
  /** Takes no more appends, waits for those under way, stops every tail. May be called twice. */
  close(): Promise<void>;
}

/** The time an append waits for its store unless it is told otherwise. */
export const DEADLINE_MS = 3000;

/**
 * The log could not acknowledge an event. `not-written`: it is not in the log and never will be. `unknown`: it may be or
 * become so, once. A retry is safe in both cases where the fold counts the first of two equal events.
 */
export class LogUnavailable extends Error {
  readonly outcome: 'not-written' | 'unknown';

  constructor(outcome: 'not-written' | 'unknown', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LogUnavailable';
    this.outcome = outcome;
  }
}

/** An event as it is written. Throws a TypeError for what JSON does not carry, before anything is written. */
export function toJson(event: unknown): string {
  const json = JSON.stringify(event);
  if (json === undefined) throw new TypeError(`An event must be plain JSON; this is ${typeof event}.`);
  return json;
}
