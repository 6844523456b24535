import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RedisLink } from '../event-log/redis-link.ts';
import type { Presence } from './presence.ts';

export type RedisPresenceWorld = {
  url: string;
  /** How long a server that says nothing counts as there. */
  expireMs?: number;
  /** What the keys begin with. */
  prefix?: string;
};

/** Five times what passes between two exchanges and more: a server that was killed is forgotten, a busy one is not. */
const EXPIRE_MS = 15_000;
const ANSWER_MS = 2_000;
/** Members per command. */
const CHUNK = 1_000;

/**
 * A set of seats for each room and server, which expires when the server says nothing, and a list of the servers of a room. Only
 * what has changed since the last time is written.
 */
export function openRedisPresence({
  url,
  expireMs = EXPIRE_MS,
  prefix = 'drydock:here:',
}: RedisPresenceWorld): Presence {
  const own = randomUUID();
  /** What Redis has of each room, as far as this server knows; forgotten when a write fails. */
  const told = new Map<string, ReadonlySet<string>>();
  const seen = new Map<string, ReadonlySet<string>>();
  // What was told to a Redis that went away may be gone.
  const link = new RedisLink({ url, onUp: () => told.clear() });
  const keyOf = (room: string, server: string) => `${prefix}${room}:${server}`;

  async function tell(client: Redis, room: string, here: ReadonlyMap<string, unknown>): Promise<void> {
    const before = told.get(room);
    if (before === undefined && here.size === 0) return;
    told.delete(room);
    const [key, list] = [keyOf(room, own), prefix + room];
    const write = client.multi();
    if (before === undefined) write.del(key);
    const added = [...here.keys()].filter((seat) => !before?.has(seat));
    const gone = [...(before ?? [])].filter((seat) => !here.has(seat));
    for (const part of chunks(added)) write.sadd(key, ...part);
    for (const part of chunks(gone)) write.srem(key, ...part);
    write
      .pexpire(key, expireMs)
      .sadd(list, own)
      .pexpire(list, 4 * expireMs);
    const done = await link.within(write.exec(), ANSWER_MS);
    const [, isKept] = done?.at(-3) ?? [];
    // Redis began anew, or this server slept: next time everything is told.
    if (here.size > 0 && isKept === 1) told.set(room, new Set(here.keys()));
  }

  async function look(client: Redis, room: string): Promise<ReadonlySet<string>> {
    const servers = await link.within(client.smembers(prefix + room), ANSWER_MS);
    const others = servers.filter((server) => server !== own).map((server) => keyOf(room, server));
    return new Set(others.length === 0 ? [] : await link.within(client.sunion(...others), ANSWER_MS));
  }

  return {
    async exchange(room, here, isWatched) {
      const { client } = link;
      try {
        if (client !== undefined) await tell(client, room, here);
        if (client !== undefined && isWatched) seen.set(room, await look(client, room));
        else if (!isWatched) seen.delete(room);
      } catch {
        // Redis is away: what was seen stays, and everything is told again when it is back.
      }
      return seen.get(room) ?? new Set();
    },
    async close() {
      const keys = [...told.keys()].map((room) => keyOf(room, own));
      try {
        if (keys.length > 0 && link.client) await link.within(link.client.del(...keys), ANSWER_MS);
      } catch {
        // They expire.
      }
      await link.close();
    },
  };
}

function chunks(seats: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < seats.length; at += CHUNK) parts.push(seats.slice(at, at + CHUNK));
  return parts;
}
