import type { RoomEvent } from '../../live/room-events.ts';
import { deadlineOf } from '../../live/room-state.ts';
import type { EventLog, Tail } from '../event-log/event-log.ts';
import { LiveRoom, type RoomWorld } from './live-room.ts';

/** Which rooms there are: a log of its own beside those of the rooms, so that every process knows every code. */
type IndexEvent = { t: 'room'; room: string; code: string } | { t: 'kept'; room: string } | { t: 'gone'; room: string };

const INDEX = 'index';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Results that somebody exported stay a while longer; a room that was never ended, until nothing has happened in it for a week. */
const KEPT_DAYS = 30;
const IDLE_DAYS = 7;

export type RoomsWorld = Omit<RoomWorld, 'log'> & { log: EventLog<unknown> };

/** All rooms of the log, each followed from its first use in this process, or from the start. */
export class Rooms {
  readonly #log: EventLog<unknown>;
  readonly #world: RoomWorld;
  readonly #codes = new Map<string, string>();
  readonly #known = new Map<string, { code: string; isKept: boolean }>();
  readonly #followed = new Map<string, Promise<LiveRoom | undefined>>();
  readonly #running = new Map<string, LiveRoom>();
  readonly #timers: NodeJS.Timeout[] = [];
  #tail: Tail | undefined;

  private constructor(world: RoomsWorld) {
    this.#log = world.log;
    this.#world = { ...world, log: world.log as EventLog<RoomEvent> };
  }

  /** Reads which rooms there are and goes on with each of them where it was. */
  static async open(world: RoomsWorld): Promise<Rooms> {
    const rooms = new Rooms(world);
    rooms.#tail = await world.log.tail(INDEX, null, ({ event }) => rooms.#take(event as IndexEvent));
    await Promise.all([...rooms.#known.keys()].map((id) => rooms.find(id)));
    rooms.#every(15_000, () => {
      for (const room of rooms.#running.values()) room.hub.beat();
    });
    rooms.#every(5_000, () => {
      for (const room of rooms.#running.values()) room.lapse().catch(() => undefined);
    });
    rooms.#every(1_000, () => {
      for (const room of rooms.#running.values()) room.meet().catch(() => undefined);
    });
    rooms.#every(HOUR_MS, () => void rooms.sweep().catch(() => undefined));
    return rooms;
  }

  get count(): number {
    return this.#known.size;
  }

  /** Begins a room: its first event, then its entry in the index. */
  async create(id: string, event: Extract<RoomEvent, { t: 'created' }>): Promise<LiveRoom | undefined> {
    await this.#world.log.append(id, event);
    await this.#log.append(INDEX, { t: 'room', room: id, code: event.code } satisfies IndexEvent);
    return this.find(id);
  }

  isFree(code: string): boolean {
    return !this.#codes.has(code);
  }

  /** A room that is followed already. */
  running(id: string): LiveRoom | undefined {
    return this.#running.get(id);
  }

  async find(id: string): Promise<LiveRoom | undefined> {
    if (!this.#known.has(id)) return undefined;
    return this.#followed.get(id) ?? this.#follow(id);
  }

  async findByCode(code: string): Promise<LiveRoom | undefined> {
    const id = this.#codes.get(code);
    return id === undefined ? undefined : this.find(id);
  }

  /** The host has taken the results along: they may be asked for again for some weeks. */
  async keep(id: string): Promise<void> {
    if (this.#known.get(id)?.isKept !== false) return;
    await this.#log.append(INDEX, { t: 'kept', room: id } satisfies IndexEvent);
  }

  /** Deletes everything about a room for good. */
  async purge(id: string): Promise<void> {
    await this.#log.append(INDEX, { t: 'gone', room: id } satisfies IndexEvent);
    await this.#log.purge(id);
  }

  /** Deletes rooms whose time is up. */
  async sweep(): Promise<void> {
    for (const [id, { isKept }] of this.#known) {
      const room = await this.find(id);
      if (room === undefined) continue;
      const { endedAt, lastAt } = room;
      // An assignment may be quiet for longer than that, and still have its end before it.
      const idleUntil = Math.max(lastAt + IDLE_DAYS * DAY_MS, (deadlineOf(room.state) ?? 0) + DAY_MS);
      const until = endedAt === undefined ? idleUntil : endedAt + (isKept ? KEPT_DAYS : 1) * DAY_MS;
      if (room.logNow() >= until) await this.purge(id);
    }
  }

  /** Ends every stream; whoever was there comes back to the next process. */
  stop(): void {
    this.#tail?.stop();
    for (const timer of this.#timers) clearInterval(timer);
    for (const room of this.#running.values()) room.stop();
  }

  #follow(id: string): Promise<LiveRoom | undefined> {
    const following = LiveRoom.follow(id, this.#world).then((room) => {
      if (room !== undefined) this.#running.set(id, room);
      return room;
    });
    this.#followed.set(id, following);
    // Tried again at the next use when the log could not be read.
    following.catch(() => this.#followed.delete(id));
    return following;
  }

  #take(event: IndexEvent): void {
    if (event.t === 'room') {
      this.#codes.set(event.code, event.room);
      this.#known.set(event.room, { code: event.code, isKept: false });
      return;
    }
    const known = this.#known.get(event.room);
    if (known === undefined) return;
    if (event.t === 'kept') {
      known.isKept = true;
      return;
    }
    this.#known.delete(event.room);
    if (this.#codes.get(known.code) === event.room) this.#codes.delete(known.code);
    this.#running.get(event.room)?.stop();
    this.#running.delete(event.room);
    this.#followed.delete(event.room);
  }

  #every(ms: number, call: () => void): void {
    const timer = setInterval(call, ms);
    timer.unref();
    this.#timers.push(timer);
  }
}
