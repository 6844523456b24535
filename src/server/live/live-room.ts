import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import type { FoldVerdict } from '../../live/answers.ts';
import { playerTexts } from '../../live/player-frame.ts';
import { pushFor } from '../../live/push.ts';
import { fold } from '../../live/room.ts';
import type { RoomEvent, Stored } from '../../live/room-events.ts';
import { emptyRoom, type Room } from '../../live/room-state.ts';
import { hostFrame, screenFrame } from '../../live/screen-frame.ts';
import type { EventLog, Tail } from '../event-log/event-log.ts';
import { Bell } from './bell.ts';
import type { ClockSkew } from './clock-skew.ts';
import { Follower, type Sink } from './follower.ts';
import { type FrameMaker, Hub } from './hub.ts';
import { JoinGate } from './join-gate.ts';
import type { Presence } from './presence.ts';
import type { Who } from './tickets.ts';

export type RoomWorld = {
  log: EventLog<RoomEvent>;
  /** Milliseconds since 1970. */
  now: () => number;
  skew: ClockSkew;
  presence: Presence;
  /** Addresses of this server for players. */
  join: () => string[];
};

/** The page of players; the code goes after `#`. */
export const JOIN_PAGE = '/live/play/';
/** Within this a page has to follow the room, or the seat is free again. */
const COME_MS = 30_000;
const SETTLE_MS = 4_000;

/**
 * A room of this process: its log followed and folded, its open pages told. The state changes in `#take` alone, with events
 * from the log; what is asked of the room is appended, and the verdict of the fold is the answer.
 */
export class LiveRoom {
  readonly id: string;
  readonly state: Room = emptyRoom();
  readonly hub: Hub;
  readonly gate: () => JoinGate;
  /** Addresses, as the log keeps them, from which somebody sits here. */
  readonly addresses = new Set<string>();
  readonly #world: RoomWorld;
  readonly #bell: Bell;
  readonly #verdicts = new Map<string, FoldVerdict>();
  /** Seats that nobody has come to yet, by when they were taken. */
  readonly #awaited = new Map<string, number>();
  readonly #refresh = (follower: Follower) => this.hub.refresh(follower);
  readonly #doing = new Set<Promise<unknown>>();
  readonly #late: { follower: Follower; after: string }[] = [];
  #elsewhere: ReadonlySet<string> = new Set();
  #isMeeting = false;
  #off: string | undefined;
  #lastAt = 0;
  #followedAt = 0;
  #endedAt: number | undefined;
  #appends = 0;
  #tail: Tail | undefined;

  private constructor(id: string, world: RoomWorld) {
    this.id = id;
    this.#world = world;
    this.hub = new Hub(this.#frames(), world.now);
    this.#bell = new Bell({
      room: this.state,
      now: () => this.logNow(),
      settled: () => this.settled(),
      append: (event) => this.append(event),
    });
    let gate: JoinGate | undefined;
    this.gate = () => {
      gate ??= new JoinGate(this.state.settings.seats, world.now());
      return gate;
    };
  }

  /** Follows a room from its first event on. Undefined when there is none of that name. */
  static async follow(id: string, world: RoomWorld): Promise<LiveRoom | undefined> {
    const room = new LiveRoom(id, world);
    room.#tail = await world.log.tail(id, null, (stored) => room.#take(stored));
    room.#followedAt = room.logNow();
    if (room.state.made !== undefined) return room;
    room.stop();
    return undefined;
  }

  /** The log's clock, as far as this machine knows. */
  logNow(): number {
    return this.logTime(this.#world.now());
  }

  /** A moment of this machine's clock on the log's. */
  logTime(ms: number): number {
    return ms - this.#world.skew.ms;
  }

  /** What only servers of this room know. */
  get secret(): string {
    return this.state.made?.hostHash ?? '';
  }

  /** Does something that arrived before whatever closes the question from now on. */
  async during<T>(what: () => Promise<T>): Promise<T> {
    const doing = what();
    this.#doing.add(doing);
    try {
      return await doing;
    } finally {
      this.#doing.delete(doing);
    }
  }

  /** Resolves when everything that arrived until now has been done; a run of the simulator takes its time. Not longer than four seconds. */
  async settled(): Promise<void> {
    if (this.#doing.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, SETTLE_MS);
    });
    await Promise.race([Promise.allSettled(this.#doing), enough]);
    clearTimeout(timer);
  }

  /** When something happened here for the last time, on the log's clock. */
  get lastAt(): number {
    return this.#lastAt;
  }

  /** When the room ended; undefined before. */
  get endedAt(): number | undefined {
    return this.#endedAt;
  }

  /** Makes an event durable and gives what the fold made of it, with its place in the log. Rejects with `LogUnavailable`. */
  async append(event: RoomEvent): Promise<{ off: string; verdict: FoldVerdict }> {
    const { log, now, skew } = this.#world;
    this.#appends += 1;
    try {
      const before = now();
      const { off, at } = await log.append(this.id, event);
      skew.learn(before, at, now());
      return { off, verdict: this.#verdicts.get(off) ?? { ok: false, why: 'shape' } };
    } finally {
      this.#appends -= 1;
      if (this.#appends === 0) this.#verdicts.clear();
    }
  }

  /** Opens a page's stream with the present frame. `after`: the last frame that it has had, perhaps from another process. */
  attach(sink: Sink, view: { who: Who; lang: Language; after: string | undefined }): void {
    const { who, lang, after } = view;
    // The text of the room's own seat: the one of the ticket would keep the whole request.
    const own = who.role === 'player' ? { ...who, seat: this.state.seats.get(who.seat)?.id ?? who.seat } : who;
    const follower = new Follower(sink, { who: own, lang, refresh: this.#refresh });
    sink.onClose(() => {
      this.hub.remove(follower);
      if (who.role === 'player') this.hub.views();
    });
    this.hub.add(follower);
    if (who.role === 'player') {
      this.hub.views();
      // Told again by the next page when the log does not take it now.
      if (this.#awaited.has(who.seat)) this.append({ t: 'came', seat: who.seat }).catch(() => undefined);
    }
    if (after !== undefined && this.#isBehind(after)) this.#late.push({ follower, after });
    else this.hub.refresh(follower);
    follower.greet();
  }

  /** Takes back seats that were taken half a minute ago and that nobody came to. */
  async lapse(): Promise<void> {
    // After a restart everybody has the whole time again to find the way back.
    const before = this.logNow() - COME_MS;
    if (before < this.#followedAt) return;
    const seats = [...this.#awaited].flatMap(([seat, at]) => (at < before ? seat : []));
    if (seats.length === 0 || this.state.ended) return;
    await this.append({ t: 'lapsed', seats });
    // Those who answered without a page stay.
    for (const seat of seats) this.#awaited.delete(seat);
  }

  /** Tells the other servers who is connected here; the host is shown who is connected anywhere. */
  async meet(): Promise<void> {
    if (this.#isMeeting) return;
    this.#isMeeting = true;
    const { hub } = this;
    const elsewhere = await this.#world.presence.exchange(this.id, hub.connected, hub.isWatched);
    this.#isMeeting = false;
    const before = this.#elsewhere;
    this.#elsewhere = elsewhere;
    if (elsewhere.size !== before.size || ![...elsewhere].every((seat) => before.has(seat))) hub.views();
  }

  /** Seats with an open page, at any server. */
  #connected(): ReadonlySet<string> {
    return new Set([...this.hub.connected.keys(), ...this.#elsewhere]);
  }

  stop(): void {
    this.#tail?.stop();
    this.#bell.stop();
    this.hub.endAll();
  }

  #frames(): FrameMaker {
    const { state } = this;
    const path = () => pathIn(state.made?.lang ?? 'en', JOIN_PAGE);
    const moment = () => ({ now: this.logNow(), join: this.#world.join().map((address) => address + path()) });
    return {
      off: () => this.#off ?? '',
      players: () => playerTexts(state, moment()),
      screen: (lang) => JSON.stringify(screenFrame(state, lang, moment())),
      host: (lang) => JSON.stringify(hostFrame(state, lang, { ...moment(), connected: this.#connected() })),
    };
  }

  /** A page that has seen more than this process has folded waits, so that it never sees an older state. */
  #isBehind(after: string): boolean {
    const { log } = this.#world;
    return log.isOffset(after) && (this.#off === undefined || log.compare(after, this.#off) > 0);
  }

  #take(stored: Stored): void {
    const verdict = fold(this.state, stored);
    this.#off = stored.off;
    this.#lastAt = stored.at;
    if (this.#appends > 0) this.#verdicts.set(stored.off, verdict);
    if (verdict.ok) {
      if (stored.event.t === 'ended') this.#endedAt = stored.at;
      this.#await(stored);
      this.#tell(stored.event);
    }
    for (const late of this.#late.splice(0)) {
      if (this.#isBehind(late.after)) this.#late.push(late);
      else this.hub.refresh(late.follower);
    }
  }

  #await({ event, at }: Stored): void {
    if (event.t === 'joined') {
      this.addresses.add(event.from);
      if (this.state.seats.get(event.seat)?.came === false) this.#awaited.set(event.seat, at);
    } else if (event.t === 'came') this.#awaited.delete(event.seat);
    else if (event.t === 'lapsed' || event.t === 'barred') for (const seat of event.seats) this.#awaited.delete(seat);
  }

  #tell(event: RoomEvent): void {
    const { players, host, screen } = pushFor(event);
    if (players === 'all') this.hub.everyone();
    else if (players !== 'none') this.hub.seats(players);
    if (host !== 'none' || screen !== 'none') this.hub.views();
    if (players === 'all' || event.t === 'created') this.#bell.set();
  }
}
