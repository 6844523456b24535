import { ReplyError } from 'ioredis';
import { UserError } from '../../simulator/scenario/user-error.ts';
import {
  DEADLINE_MS,
  type EventLog,
  LogUnavailable,
  type Offset,
  type Stored,
  type Tail,
  toJson,
} from './event-log.ts';
import { GroupCommit } from './group-commit.ts';
import { checkRedis, safeUrl } from './redis-check.ts';
import { RedisLink } from './redis-link.ts';
import { RedisReader } from './redis-reader.ts';
import { type Entry, eventsOf, FIELD, RedisRoom } from './redis-room.ts';
import { compareStreamOffsets, entryOf, FIRST_ENTRY, isStreamOffset } from './stream-offset.ts';

export type RedisLogWorld = {
  /** `redis://…` or `rediss://…`: one Redis, from version 6.2, that is no cluster. */
  url: string;
  /** What the keys begin with, so that several logs can share a Redis. */
  prefix?: string;
  /** Told in one sentence when this Redis would lose events in a power cut. */
  warn?: (sentence: string) => void;
};

/** Entries that are read at once; an entry is a batch of events. */
const PAGE = 100;
const OPEN_MS = 3000;

/**
 * The log of several servers that share their rooms: a Redis stream per room, one entry per batch of events. Each
 * process has at most one batch per room under way. Offsets are `ms-seq.index`; the clock is that of Redis.
 * A write is never sent twice: where its answer is lost the outcome is unknown, and the caller decides.
 */
export async function openRedisLog<E>({ url, prefix = 'drydock:room:', warn }: RedisLogWorld): Promise<EventLog<E>> {
  const log = new RedisLog<E>(url, prefix);
  try {
    await log.begin(warn ?? (() => {}));
  } catch (error) {
    await log.close();
    throw error;
  }
  return log;
}

class RedisLog<E> implements EventLog<E> {
  readonly #url: string;
  readonly #prefix: string;
  readonly #writer: RedisLink;
  readonly #reader: RedisReader<E>;
  readonly #rooms = new Map<string, RedisRoom<E>>();
  #tellUp: () => void = () => {};
  #closing: Promise<void> | undefined;

  constructor(url: string, prefix: string) {
    if (!/^rediss?:\/\//.test(url))
      throw new UserError(`REDIS_URL is "${safeUrl(url)}"; write an address like redis://127.0.0.1:6379.`, 1);
    this.#url = url;
    this.#prefix = prefix;
    const onUp = () => {
      this.#tellUp();
      for (const { commit } of this.#rooms.values()) commit.poke();
    };
    this.#writer = new RedisLink({ url, onUp });
    this.#reader = new RedisReader({ url, writer: this.#writer, rooms: this.#rooms });
  }

  /** Waits for Redis once, so that a wrong address is said at the start and not in the lesson. */
  async begin(warn: (sentence: string) => void): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#tellUp = resolve;
      timer = setTimeout(resolve, OPEN_MS);
      if (this.#writer.client !== undefined) resolve();
    });
    clearTimeout(timer);
    const client = this.#writer.client;
    const fault = this.#writer.lastFault || 'there was no answer';
    if (client === undefined)
      throw new UserError(
        `Redis at ${safeUrl(this.#url)} cannot be reached (${fault}). Start it, or correct REDIS_URL.`,
        1,
      );
    await this.#writer.within(checkRedis(client, safeUrl(this.#url), warn), DEADLINE_MS);
  }

  async append(name: string, event: E, { deadlineMs }: { deadlineMs?: number } = {}): Promise<Stored<E>> {
    const json = toJson(event);
    if (this.#closing !== undefined) throw new LogUnavailable('not-written', 'The log is closed.');
    return this.#roomOf(name).commit.add(json, deadlineMs);
  }

  /**
   * Reads the stream page by page and joins the live tails once nobody is further. A batch that holds `after` is read
   * whole, because where it ends cannot be seen from the offset.
   */
  async tail(name: string, after: Offset | null, on: (stored: Stored<E>) => void): Promise<Tail> {
    const room = this.#roomOf(name);
    let cursor = FIRST_ENTRY;
    let from = after === null ? '-' : entryOf(after);
    for (;;) {
      const page = await this.#ask((client) => client.xrange(room.key, from, '+', 'COUNT', PAGE));
      for (const entry of page) {
        cursor = entry[0];
        for (const stored of eventsOf<E>(entry)) {
          if (after === null || compareStreamOffsets(stored.off, after) > 0) on(stored);
        }
      }
      if (page.length < PAGE) {
        if (cursor === FIRST_ENTRY && after !== null) cursor = entryOf(after);
        const tail = room.join(cursor, on);
        if (tail !== undefined) {
          this.#reader.wake();
          return tail;
        }
      }
      from = cursor === FIRST_ENTRY ? '-' : `(${cursor}`;
    }
  }

  async rooms(): Promise<string[]> {
    const found = new Set<string>();
    const pattern = `${this.#prefix.replace(/[\\*?[\]]/g, '\\$&')}*`;
    let place = '0';
    do {
      const [next, keys] = await this.#ask((client) => client.scan(place, 'MATCH', pattern, 'COUNT', 1000));
      for (const key of keys) found.add(key.slice(this.#prefix.length));
      place = next;
    } while (place !== '0');
    return [...found].sort();
  }

  async purge(name: string): Promise<void> {
    await this.#ask((client) => client.del(this.#prefix + name));
    const room = this.#rooms.get(name);
    if (room !== undefined && !room.isFollowed && room.commit.pending === 0) this.#rooms.delete(name);
  }

  compare(a: Offset, b: Offset): number {
    return compareStreamOffsets(a, b);
  }

  isOffset(text: string): boolean {
    return isStreamOffset(text);
  }

  health() {
    const commits = [...this.#rooms.values()].map(({ commit }) => commit);
    const now = performance.now();
    return {
      ok: this.#closing === undefined && this.#writer.client !== undefined && this.#reader.isHearing,
      pending: commits.reduce((sum, { pending }) => sum + pending, 0),
      oldestMs: commits.reduce((oldest, { oldestSinceMs }) => Math.max(oldest, now - (oldestSinceMs ?? now)), 0),
    };
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    const rooms = [...this.#rooms.values()];
    await Promise.all(rooms.map(({ commit }) => commit.drain()));
    for (const room of rooms) room.stopAll();
    await Promise.all([this.#reader.close(), this.#writer.close()]);
  }

  #roomOf(name: string): RedisRoom<E> {
    const known = this.#rooms.get(name);
    if (known !== undefined) return known;
    const commit = new GroupCommit<string, Stored<E>>({
      ready: () => this.#writer.client !== undefined,
      sizeOf: (json) => json.length,
      write: (batch) => this.#write(room, batch),
    });
    const room: RedisRoom<E> = new RedisRoom<E>(this.#prefix + name, commit);
    this.#rooms.set(name, room);
    return room;
  }

  /**
   * One XADD per batch, and behind it on the same connection a read of what the tails have not had: the way back takes
   * one round trip and does not hang on the blocking reader, which is there for what other processes write.
   */
  async #write(room: RedisRoom<E>, batch: readonly string[]): Promise<readonly Stored<E>[]> {
    const client = this.#writer.client;
    if (client === undefined) throw new LogUnavailable('not-written', 'There is no connection to Redis.');
    const json = `[${batch.join(',')}]`;
    const added = client.xadd(room.key, '*', FIELD, json);
    const readBack = room.isFollowed ? client.xrange(room.key, `(${room.read}`, '+', 'COUNT', PAGE) : [];
    // When both fail it is the write that is told.
    const entries = Promise.resolve(readBack).catch((): Entry[] => []);
    const id = await this.#writer.within(added, DEADLINE_MS).catch((error: Error) => {
      const outcome = error instanceof ReplyError || wasNeverSent(error) ? 'not-written' : 'unknown';
      throw new LogUnavailable(outcome, `Redis did not acknowledge a write: ${error.message}`, { cause: error });
    });
    if (id === null) throw new LogUnavailable('unknown', 'Redis gave a write no place.');
    room.take(await this.#writer.within(entries, DEADLINE_MS).catch((): Entry[] => []));
    await room.seen(id);
    return eventsOf<E>([id, [FIELD, json]]);
  }

  async #ask<T>(question: (client: NonNullable<RedisLink['client']>) => Promise<T>): Promise<T> {
    const client = this.#writer.client;
    if (client === undefined) throw new LogUnavailable('not-written', 'There is no connection to Redis.');
    try {
      return await this.#writer.within(question(client), DEADLINE_MS);
    } catch (error) {
      throw new LogUnavailable('unknown', `Redis did not answer: ${(error as Error).message}`, { cause: error });
    }
  }
}

/** ioredis's own refusal, before a byte was sent. */
function wasNeverSent(error: Error): boolean {
  return error.message.startsWith("Stream isn't writeable");
}
