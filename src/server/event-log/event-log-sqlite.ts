import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../simulator/scenario/user-error.ts';
import { type EventLog, LogUnavailable, type Stored, type Tail, toJson } from './event-log.ts';
import { GroupCommit } from './group-commit.ts';
import { compareNumbers, isNumberOffset } from './number-offset.ts';
import { RoomTails } from './room-tails.ts';
import type { Entries, Synchronous } from './sqlite-file.ts';
import type { Answer, Fault, Reply, Request, WorkerData } from './sqlite-worker.ts';

export type SqliteLogWorld = {
  /** Made when it is not there, with its folder. One server at a time: a second one is refused with a UserError. */
  file: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** `full` unless told: what was acknowledged survives a power cut. */
  synchronous?: Synchronous;
};

/** Events that are read at once while a tail catches up. */
const PAGE = 2000;

/**
 * The log of a server that runs alone: one SQLite file, written in a thread of its own with group commit. Offsets are
 * whole numbers over all rooms.
 */
export async function openSqliteLog<E>({ file, now, synchronous = 'full' }: SqliteLogWorld): Promise<EventLog<E>> {
  const thread = await SqliteThread.open({ file: resolve(file), synchronous });
  const rooms = new Map<string, RoomTails<E>>();
  let closing: Promise<void> | undefined;
  const commit = new GroupCommit<Entry, Stored<E>>({
    ready: () => !thread.hasFailed,
    sizeOf: ({ event }) => event.length,
    write: (entries) =>
      thread.ask({ do: 'append', entries: columnsOf(entries) }, ({ first, at }) => {
        const written = entries.map(({ event }, i) => ({
          off: String(first + i),
          at: at[i] ?? 0,
          event: JSON.parse(event) as E,
        }));
        for (const [i, stored] of written.entries()) rooms.get(entries[i]?.room ?? '')?.deliver([stored]);
        return written;
      }),
  });
  return {
    async append(room, event, { deadlineMs } = {}) {
      const entry = { room, at: now(), event: toJson(event) };
      if (closing !== undefined) throw new LogUnavailable('not-written', 'The log is closed.');
      if (thread.hasFailed) throw new LogUnavailable('not-written', 'The thread of the log has ended.');
      return commit.add(entry, deadlineMs);
    },
    tail(room, after, on) {
      return follow({ thread, rooms, room, after, on });
    },
    rooms: async () => (await thread.ask({ do: 'rooms' }, (names) => names)).sort(),
    purge: (room) => thread.ask({ do: 'purge', room }, () => {}),
    compare: compareNumbers,
    isOffset: isNumberOffset,
    health: () => ({
      ok: closing === undefined && !thread.hasFailed,
      pending: commit.pending,
      oldestMs: performance.now() - (commit.oldestSinceMs ?? performance.now()),
    }),
    close() {
      closing ??= commit.drain().then(() => {
        for (const tails of rooms.values()) tails.stopAll();
        rooms.clear();
        return thread.close();
      });
      return closing;
    },
  };
}

/** One event that is to be written: the clock at the call, and its JSON. */
type Entry = { room: string; at: number; event: string };

function columnsOf(entries: readonly Entry[]): Entries {
  return {
    room: entries.map(({ room }) => room),
    at: entries.map(({ at }) => at),
    event: entries.map(({ event }) => event),
  };
}

type Following<E> = {
  thread: SqliteThread;
  rooms: Map<string, RoomTails<E>>;
  room: string;
  after: string | null;
  on: (stored: Stored<E>) => void;
};

/**
 * Reads page by page, and joins the live tails in the same call in which the last page arrives: the thread answers in
 * order, so whatever was committed before that page is in it, and whatever comes later is delivered to those who joined.
 */
async function follow<E>({ thread, rooms, room, after, on }: Following<E>): Promise<Tail> {
  if (after !== null) compareNumbers(after, after);
  return new Promise((resolve, reject) => {
    let cursor = after;
    let hasFailed = false;
    const fail = (error: Error) => {
      hasFailed = true;
      reject(error);
    };
    const readOn = () => {
      thread.ask({ do: 'read', room, seq: Number(cursor ?? 0), limit: PAGE }, take).catch(fail);
    };
    const take = (json: Answer['read']) => {
      if (hasFailed) return;
      // SQLite promises no order of what it joins; what is in order already costs nothing here.
      const rows = (JSON.parse(json) as [seq: number, at: number, event: E][]).sort((a, b) => a[0] - b[0]);
      cursor = rows.at(-1)?.[0].toString() ?? cursor;
      const isLast = rows.length < PAGE;
      // The next page is read while this one is folded.
      if (!isLast) readOn();
      for (const [seq, at, event] of rows) on({ off: String(seq), at, event });
      if (isLast) resolve(tailsOf(rooms, room).join(cursor, on));
    };
    readOn();
  });
}

function tailsOf<E>(rooms: Map<string, RoomTails<E>>, room: string): RoomTails<E> {
  const tails = rooms.get(room) ?? new RoomTails<E>(compareNumbers);
  rooms.set(room, tails);
  return tails;
}

type Asked = { take: (value: never) => unknown; resolve: (value: never) => void; reject: (error: Error) => void };

/** The worker thread: requests are answered in their order, and an answer is used in the very call in which it arrives. */
class SqliteThread {
  readonly #worker: Worker;
  readonly #asked: Asked[] = [];
  hasFailed = false;

  private constructor(data: WorkerData) {
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: data });
    this.#worker.on('message', (reply: Reply) => this.#take(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The thread has ended.')));
  }

  static async open(data: WorkerData): Promise<SqliteThread> {
    const thread = new SqliteThread(data);
    await thread.#wait(() => {});
    return thread;
  }

  ask<R extends Request, T>(request: R, take: (value: Answer[R['do']]) => T): Promise<T> {
    if (this.hasFailed) return Promise.reject(new LogUnavailable('not-written', 'The thread of the log has ended.'));
    const answered = this.#wait(take as (value: never) => T);
    this.#worker.postMessage(request);
    return answered;
  }

  async close(): Promise<void> {
    if (this.hasFailed) return;
    await this.ask({ do: 'close' }, () => {
      this.hasFailed = true;
    });
    await this.#worker.terminate();
  }

  #wait<T>(take: (value: never) => T): Promise<T> {
    this.#worker.ref();
    return new Promise<T>((resolve, reject) => this.#asked.push({ take, resolve: resolve as never, reject }));
  }

  #take(reply: Reply): void {
    const asked = this.#asked.shift();
    // A log that nobody waits for does not keep the process.
    if (this.#asked.length === 0) this.#worker.unref();
    if (asked === undefined) return;
    try {
      if ('fault' in reply) throw errorOf(reply.fault);
      asked.resolve(asked.take(reply.value as never) as never);
    } catch (error) {
      asked.reject(error as Error);
    }
  }

  #fail(cause: Error): void {
    this.hasFailed = true;
    const fault = new LogUnavailable('unknown', 'The thread of the log has ended.', { cause });
    for (const { reject } of this.#asked.splice(0)) reject(fault);
  }
}

function errorOf({ message, sentence, written }: Fault): Error {
  if (sentence !== undefined) return new UserError(sentence, 1);
  return new LogUnavailable(written === 'no' ? 'not-written' : 'unknown', `The log could not be written: ${message}`);
}
