import { type EventLog, LogUnavailable, type Stored, toJson } from './event-log.ts';
import { compareNumbers, isNumberOffset } from './number-offset.ts';
import { RoomTails } from './room-tails.ts';

/** What goes wrong with an append: nothing is written, or nobody knows; then `written` says how it is in truth. */
export type MemoryFault = { outcome: 'not-written' } | { outcome: 'unknown'; written: boolean };

export type MemoryLogWorld = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Asked before each append, so that a test can make the log fail as the others do. */
  fault?: (room: string) => MemoryFault | undefined;
};

type Room<E> = { stored: Stored<E>[]; tails: RoomTails<E> };

/** The log of tests: everything in this process, gone with it. Offsets are whole numbers that are never used twice. */
export async function openMemoryLog<E>({ now, fault }: MemoryLogWorld): Promise<EventLog<E>> {
  const rooms = new Map<string, Room<E>>();
  let written = 0;
  let closed = false;
  const roomOf = (name: string): Room<E> => {
    const room = rooms.get(name) ?? { stored: [], tails: new RoomTails<E>(compareNumbers) };
    rooms.set(name, room);
    return room;
  };
  const write = (room: Room<E>, event: E): Stored<E> => {
    written += 1;
    const at = Math.max(now(), room.stored.at(-1)?.at ?? 0);
    const stored = { off: String(written), at, event };
    room.stored.push(stored);
    return stored;
  };
  return {
    async append(name, event, { deadlineMs } = {}) {
      const copy = JSON.parse(toJson(event)) as E;
      if (closed) throw new LogUnavailable('not-written', 'The log is closed.');
      if (deadlineMs !== undefined && deadlineMs <= 0) throw new LogUnavailable('not-written', 'The time was up.');
      const failing = fault?.(name);
      if (failing?.outcome === 'not-written') throw new LogUnavailable('not-written', 'The log does not write.');
      const room = roomOf(name);
      const stored = failing?.outcome === 'unknown' && !failing.written ? undefined : write(room, copy);
      // Delivered a moment later, as by the other logs: a tail may append from inside its call.
      await undefined;
      if (stored !== undefined) room.tails.deliver([stored]);
      if (failing !== undefined || stored === undefined)
        throw new LogUnavailable('unknown', 'The log did not answer in time.');
      return stored;
    },
    async tail(name, after, on) {
      const from = after === null ? 0 : Number(after);
      if (after !== null) compareNumbers(after, after);
      const room = roomOf(name);
      let cursor = after;
      for (const stored of room.stored) {
        if (Number(stored.off) <= from) continue;
        cursor = stored.off;
        on(stored);
      }
      return room.tails.join(cursor, on);
    },
    async rooms() {
      return [...rooms].flatMap(([name, room]) => (room.stored.length > 0 ? [name] : [])).sort();
    },
    async purge(name) {
      const room = rooms.get(name);
      if (room !== undefined) room.stored = [];
    },
    compare: compareNumbers,
    isOffset: isNumberOffset,
    health: () => ({ ok: !closed, pending: 0, oldestMs: 0 }),
    async close() {
      closed = true;
      await undefined; // what was appended before is delivered first
      for (const { tails } of rooms.values()) tails.stopAll();
    },
  };
}
