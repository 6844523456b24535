import { afterEach, describe, expect, it } from 'vitest';
import { type EventLog, LogUnavailable, type Stored } from './event-log.ts';

/** What the laws write; `who` and `n` tell events apart. */
export type Fact = { who: string; n: number; more?: unknown };

/** One place where a log keeps its events, empty when it is made. */
export type Place = {
  /** Opens the log of this place. Opened again after a close it is a restart. */
  open(): Promise<EventLog<Fact>>;
};

export type Store = {
  name: string;
  place(): Promise<Place>;
  /** True where a restart keeps what was written. */
  keeps: boolean;
  /** True where two processes may have one place open at once. */
  shared: boolean;
};

/** Sets the clock that the logs under test were given. Stores with a clock of their own do not look at it. */
export type LawClock = { ms: number };

const fact = (n: number, who = 'a'): Fact => ({ who, n });
const numbers = (seen: readonly Stored<Fact>[]) => seen.map(({ event }) => event.n);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/** A condition that comes true through somebody else's doing. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

/** What every event log promises. `clock` drives the logs that are given one. */
export function describeLaws(store: Store, clock: LawClock): void {
  const opened: EventLog<Fact>[] = [];
  const open = async (place: Place) => {
    const log = await place.open();
    opened.push(log);
    return log;
  };
  const fresh = async () => open(await store.place());
  const follow = async (log: EventLog<Fact>, room: string, after: string | null = null) => {
    const seen: Stored<Fact>[] = [];
    const tail = await log.tail(room, after, (stored) => seen.push(stored));
    return { seen, tail };
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()));
  });

  describe(`the order of a log in ${store.name}`, () => {
    it('gives a tail exactly what append returned', async () => {
      const log = await fresh();
      const { seen } = await follow(log, 'r');
      const returned = [await log.append('r', fact(0)), await log.append('r', fact(1))];
      expect(seen).toEqual(returned);
      expect((await follow(log, 'r')).seen).toEqual(returned);
    });

    it('is one order for all tails, each event once, however many appends run at once', async () => {
      const log = await fresh();
      const [one, two] = [await follow(log, 'r'), await follow(log, 'r')];
      const returned = await Promise.all(upTo(500).map((n) => log.append('r', fact(n))));
      const sorted = [...returned].sort((a, b) => log.compare(a.off, b.off));
      expect(one.seen).toEqual(sorted);
      expect(two.seen).toEqual(sorted);
      expect(numbers(one.seen)).toEqual(upTo(500));
    });

    it('has offsets that rise from event to event, past nine and past nine hundred', async () => {
      const log = await fresh();
      await Promise.all(upTo(1200).map((n) => log.append('r', fact(n))));
      const { seen } = await follow(log, 'r');
      const offsets = seen.map(({ off }) => off);
      expect(new Set(offsets).size).toBe(1200);
      expect(offsets.every((off, i) => i === 0 || log.compare(offsets[i - 1] as string, off) < 0)).toBe(true);
      expect(offsets.every((off) => log.compare(off, off) === 0 && log.isOffset(off))).toBe(true);
    });

    it('has a clock that does not go back when the machine’s does', async () => {
      const log = await fresh();
      const times: number[] = [];
      for (const ms of [1_000_000, 1_000_500, 3, 1_000_400, 1_000_501]) {
        clock.ms = ms;
        times.push((await log.append('r', fact(times.length))).at);
      }
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });

    it('is each room’s own', async () => {
      const log = await fresh();
      const { seen } = await follow(log, 'first');
      await Promise.all(
        upTo(40).map((n) => log.append(n % 2 === 0 ? 'first' : 'second', fact(n, n % 2 === 0 ? 'a' : 'b'))),
      );
      expect(seen.every(({ event }) => event.who === 'a')).toBe(true);
      expect(seen).toHaveLength(20);
      expect(numbers((await follow(log, 'second')).seen)).toEqual(upTo(40).filter((n) => n % 2 === 1));
    });
  });

  describe(`tails of a log in ${store.name}`, () => {
    it('begin after the offset they name, wherever it lies', async () => {
      const log = await fresh();
      const returned = await Promise.all(upTo(30).map((n) => log.append('r', fact(n))));
      for (const n of [0, 1, 13, 28, 29]) {
        const { seen, tail } = await follow(log, 'r', returned[n]?.off ?? null);
        expect(numbers(seen)).toEqual(upTo(30).slice(n + 1));
        tail.stop();
      }
    });

    it('have everything from before the call when they resolve, and every later event when its append does', async () => {
      const log = await fresh();
      await Promise.all(upTo(3000).map((n) => log.append('r', fact(n))));
      const { seen } = await follow(log, 'r');
      expect(seen).toHaveLength(3000);
      for (const n of [3000, 3001, 3002]) {
        await log.append('r', fact(n));
        expect(seen).toHaveLength(n + 1);
      }
    });

    it('have no gap and no double when they begin in the middle of a burst', async () => {
      const log = await fresh();
      const tails: { seen: Stored<Fact>[] }[] = [];
      const appends: Promise<unknown>[] = [];
      for (let n = 0; n < 2000; n += 1) {
        appends.push(log.append('r', fact(n)));
        if (n % 250 !== 100) continue;
        const seen: Stored<Fact>[] = [];
        tails.push({ seen });
        appends.push(log.tail('r', null, (stored) => seen.push(stored)));
        await appends[n - 50];
      }
      await Promise.all(appends);
      const order = (await follow(log, 'r')).seen;
      for (const { seen } of tails) expect(seen).toEqual(order);
      expect(order).toHaveLength(2000);
    });

    it('hear nothing after they stopped, also when they stop inside a call', async () => {
      const log = await fresh();
      const seen: number[] = [];
      const tail = await log.tail('r', null, ({ event }) => {
        seen.push(event.n);
        if (event.n === 4) tail.stop();
      });
      const other = await follow(log, 'r');
      await Promise.all(upTo(10).map((n) => log.append('r', fact(n))));
      expect(seen).toEqual(upTo(5));
      other.tail.stop();
      await log.append('r', fact(10));
      expect(other.seen).toHaveLength(10);
    });

    it('may append from inside a call', async () => {
      const log = await fresh();
      const answers: Promise<unknown>[] = [];
      await log.tail('r', null, ({ event }) => {
        if (event.who === 'a') answers.push(log.append('r', fact(event.n, 'b')));
      });
      const { seen } = await follow(log, 'r');
      await Promise.all(upTo(20).map((n) => log.append('r', fact(n))));
      await Promise.all(answers);
      expect(seen).toHaveLength(40);
      expect(numbers(seen.filter(({ event }) => event.who === 'b'))).toEqual(upTo(20));
    });

    it('do not disturb each other or an append when one throws', async () => {
      const log = await fresh();
      const warned: Error[] = [];
      const listen = (warning: Error) => warned.push(warning);
      process.on('warning', listen);
      let calls = 0;
      await log.tail('r', null, () => {
        calls += 1;
        throw new Error('a fault in a fold');
      });
      const { seen } = await follow(log, 'r');
      await log.append('r', fact(0));
      await log.append('r', fact(1));
      expect([calls, seen.length]).toEqual([1, 2]);
      await until(() => warned.length > 0);
      expect(warned[0]?.message).toBe('a fault in a fold');
      process.off('warning', listen);
      await expect(
        log.tail('r', null, () => {
          throw new Error('while catching up');
        }),
      ).rejects.toThrow('while catching up');
    });

    it('refuse what is no offset', async () => {
      const log = await fresh();
      await log.append('r', fact(0));
      for (const text of ['', ' ', 'x', '-1', '0x1', '1e3', '1;2', '９', 'null'])
        expect([text, log.isOffset(text)]).toEqual([text, false]);
      await expect(log.tail('r', 'yesterday', () => {})).rejects.toThrow(RangeError);
      expect(() => log.compare('yesterday', 'today')).toThrow(RangeError);
    });
  });

  describe(`events of a log in ${store.name}`, () => {
    it('come back as they were, whatever text is in them', async () => {
      const log = await fresh();
      const more = {
        text: 'a\u0000b\u2028 \ud800 🦆 한국어 \' " \\ <script> \r\n',
        deep: [[[{ a: [1, 2.5, -0.1, 1e21, null, true] }]]],
        long: '가'.repeat(150_000),
      };
      const { seen } = await follow(log, 'r');
      await log.append('r', { ...fact(0), more });
      expect(seen[0]?.event).toEqual({ ...fact(0), more });
      expect((await follow(log, 'r')).seen).toEqual(seen);
    });

    it('are copies: changing the one that was appended changes nothing', async () => {
      const log = await fresh();
      const event = { who: 'a', n: 0, more: { list: [1] } };
      const written = log.append('r', event);
      event.more.list.push(2);
      expect((await written).event.more).toEqual({ list: [1] });
    });

    it('are refused alone when they are no JSON; what is appended beside them is written', async () => {
      const log = await fresh();
      const circle: { self?: unknown } = {};
      circle.self = circle;
      const faults = [circle, 1n, undefined].map((more, n) =>
        n === 2 ? log.append('r', undefined as never) : log.append('r', { ...fact(n), more }),
      );
      const good = log.append('r', fact(7));
      for (const fault of faults) await expect(fault).rejects.toThrow(TypeError);
      await good;
      expect(numbers((await follow(log, 'r')).seen)).toEqual([7]);
    });
  });

  describe(`rooms of a log in ${store.name}`, () => {
    it('are listed by name as soon as they have an event', async () => {
      const log = await fresh();
      expect(await log.rooms()).toEqual([]);
      await follow(log, 'only listened to');
      for (const room of ['b', 'a', '방 1', 'a:b*?[c]\\']) {
        await log.append(room, fact(0));
        await log.append(room, fact(1));
      }
      expect(await log.rooms()).toEqual(['a', 'a:b*?[c]\\', 'b', '방 1']);
    });

    it('are gone when they are purged, and no other is', async () => {
      const log = await fresh();
      for (const room of ['a', 'ab', 'b']) await log.append(room, fact(1));
      await log.purge('a');
      await log.purge('never there');
      expect(await log.rooms()).toEqual(['ab', 'b']);
      expect((await follow(log, 'a')).seen).toEqual([]);
      expect((await follow(log, 'ab')).seen).toHaveLength(1);
      await log.append('a', fact(2));
      expect(numbers((await follow(log, 'a')).seen)).toEqual([2]);
    });
  });

  describe(`a log in ${store.name} that cannot write in time`, () => {
    it('writes nothing once the time was up before it began', async () => {
      const log = await fresh();
      await expect(log.append('r', fact(0), { deadlineMs: 0 })).rejects.toMatchObject({ outcome: 'not-written' });
      await log.append('r', fact(1));
      expect(numbers((await follow(log, 'r')).seen)).toEqual([1]);
    });

    it('never has an event twice, has all that it acknowledged and none that it says it did not write', async () => {
      const log = await fresh();
      const { seen } = await follow(log, 'r');
      const weight = 'x'.repeat(20_000);
      const said = new Map<number, string>();
      await Promise.all(
        upTo(600).map((n) =>
          log.append('r', { ...fact(n), more: weight }, { deadlineMs: 1 + (n % 40) }).then(
            () => said.set(n, 'written'),
            (error: LogUnavailable) => said.set(n, error.outcome),
          ),
        ),
      );
      // Appends are written in order: behind this one nothing of the burst is still under way.
      await log.append('r', fact(600));
      const found = numbers(seen).filter((n) => n < 600);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      for (const [n, outcome] of said) {
        if (outcome !== 'unknown') expect([n, outcome, found.includes(n)]).toEqual([n, outcome, outcome === 'written']);
      }
      expect(said.size).toBe(600);
      expect(log.health()).toMatchObject({ ok: true, pending: 0 });
    });
  });

  describe(`closing a log in ${store.name}`, () => {
    it('finishes what is under way, then refuses, and may be done twice', async () => {
      const log = await fresh();
      const { seen } = await follow(log, 'r');
      const appends = upTo(50).map((n) => log.append('r', fact(n)));
      await Promise.all([log.close(), log.close()]);
      await Promise.all(appends);
      expect(numbers(seen)).toEqual(upTo(50));
      await expect(log.append('r', fact(50))).rejects.toMatchObject({ outcome: 'not-written' });
      await expect(log.append('r', fact(50))).rejects.toBeInstanceOf(LogUnavailable);
      expect(log.health().ok).toBe(false);
    });
  });

  if (store.keeps) describeRestart(store, { clock, open, follow });
  if (store.shared) describeSharing(store, { open, follow });
}

type Follow = (
  log: EventLog<Fact>,
  room: string,
  after?: string | null,
) => Promise<{ seen: Stored<Fact>[]; tail: { stop(): void } }>;
type Open = (place: Place) => Promise<EventLog<Fact>>;

function describeRestart(store: Store, { clock, open, follow }: { clock: LawClock; open: Open; follow: Follow }): void {
  describe(`a restart of a log in ${store.name}`, () => {
    it('keeps every event, offset and time, and goes on behind them even when the clock was set back', async () => {
      const place = await store.place();
      clock.ms = 2_000_000;
      const before = await open(place);
      const first = await Promise.all(upTo(100).map((n) => before.append(n % 3 === 0 ? 'x' : 'y', fact(n))));
      await before.close();
      clock.ms = 1_000;
      const after = await open(place);
      const { seen } = await follow(after, 'y');
      expect(seen).toEqual(first.filter(({ event }) => event.n % 3 !== 0));
      const next = await after.append('y', fact(100));
      const last = seen.at(-2) as Stored<Fact>;
      expect(after.compare(last.off, next.off)).toBeLessThan(0);
      expect(next.at).toBeGreaterThanOrEqual(last.at);
      expect(await after.rooms()).toEqual(['x', 'y']);
      expect(numbers((await follow(after, 'y', last.off)).seen)).toEqual([100]);
    });

    it('does not bring back a purged room', async () => {
      const place = await store.place();
      const before = await open(place);
      const old = await before.append('r', fact(0));
      await before.purge('r');
      await before.close();
      const after = await open(place);
      expect(await after.rooms()).toEqual([]);
      await after.append('r', fact(1));
      expect(numbers((await follow(after, 'r', old.off)).seen)).toEqual([1]);
    });
  });
}

function describeSharing(store: Store, { open, follow }: { open: Open; follow: Follow }): void {
  describe(`two processes on one log in ${store.name}`, () => {
    it('have one order of what both write, each event once in both', async () => {
      const place = await store.place();
      const [left, right] = [await open(place), await open(place)];
      const [one, two] = [await follow(left, 'r'), await follow(right, 'r')];
      await Promise.all(
        upTo(400).map((n) => (n % 2 === 0 ? left.append('r', fact(n, 'l')) : right.append('r', fact(n, 'r')))),
      );
      await until(() => one.seen.length >= 400 && two.seen.length >= 400);
      expect(one.seen).toEqual(two.seen);
      expect(new Set(numbers(one.seen)).size).toBe(400);
      const late = await follow(right, 'r');
      expect(late.seen).toEqual(one.seen);
    });

    it('hear of each other in a room that is followed only now', async () => {
      const place = await store.place();
      const [left, right] = [await open(place), await open(place)];
      const rooms = upTo(20).map((n) => `room ${n}`);
      await Promise.all(
        rooms.map(async (room, n) => {
          const { seen } = await follow(left, room);
          await right.append(room, fact(n));
          await until(() => seen.length === 1);
          expect(numbers(seen)).toEqual([n]);
        }),
      );
    });
  });
}
