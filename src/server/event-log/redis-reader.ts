import { RedisLink } from './redis-link.ts';
import type { RedisRoom } from './redis-room.ts';

export type ReaderWorld<E> = {
  url: string;
  /** The other connection, on which a waiting read can be ended. */
  writer: RedisLink;
  rooms: ReadonlyMap<string, RedisRoom<E>>;
};

/** A read waits at most this long, so that a silent connection is told from a quiet room. */
const BLOCK_MS = 1000;
/** What an answer may take beyond that before the connection is given up. */
const GRACE_MS = 2000;
const PAGE = 100;
const WAKE_MS = 5;
/** A Redis may keep clients from ending each other's reads; then every read ends by itself. */
const UNNAMED = 0;

/**
 * Hears what other processes write: one blocking read over all rooms that are followed here, on a connection of its own.
 * It never trusts that connection: every read has an end, and one that is not answered in time makes a new connection.
 */
export class RedisReader<E> {
  readonly #world: ReaderWorld<E>;
  readonly #link: RedisLink;
  #clientId = UNNAMED;
  /** How often the rooms that are followed have changed, and up to which change the read under way knows them. */
  #changes = 0;
  #known = 0;
  #heardMs = performance.now();
  #isWaking = false;
  #isClosed = false;
  #tellChange: () => void = () => {};
  readonly #ended: Promise<void>;

  constructor(world: ReaderWorld<E>) {
    this.#world = world;
    this.#link = new RedisLink({ url: world.url, onUp: () => this.#tellChange() });
    this.#ended = this.#readOn();
  }

  /** False when Redis has been silent for longer than a read may take. */
  get isHearing(): boolean {
    if (this.#link.client === undefined) return false;
    return this.#followed().length === 0 || performance.now() - this.#heardMs < BLOCK_MS + GRACE_MS;
  }

  /** To be called when a room is followed anew: the read under way does not know of it. */
  wake(): void {
    this.#changes += 1;
    this.#tellChange();
    if (!this.#isWaking) void this.#endRead();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#tellChange();
    await this.#link.close();
    await this.#ended;
  }

  #followed(): RedisRoom<E>[] {
    return [...this.#world.rooms.values()].filter(({ isFollowed }) => isFollowed);
  }

  async #readOn(): Promise<void> {
    let named: unknown;
    while (!this.#isClosed) {
      const client = this.#link.client;
      if (client === undefined || this.#followed().length === 0) {
        await new Promise<void>((resolve) => {
          this.#tellChange = resolve;
        });
        continue;
      }
      try {
        if (client !== named) this.#clientId = await this.#nameOf(client);
        named = client;
        await this.#readOnce(client);
      } catch {
        // The link makes a new connection by itself; a refusal (Redis is loading, or has no memory left) is asked again.
        if (this.#link.client === client) this.#link.drop();
      }
    }
  }

  #nameOf(client: NonNullable<RedisLink['client']>): Promise<number> {
    return this.#link.within(
      client.client('ID').catch(() => UNNAMED),
      GRACE_MS,
    );
  }

  async #readOnce(client: NonNullable<RedisLink['client']>): Promise<void> {
    const rooms = this.#followed();
    this.#known = this.#changes;
    if (rooms.length === 0) return;
    const streams = [...rooms.map(({ key }) => key), ...rooms.map(({ read }) => read)];
    const answer = client.xread('COUNT', PAGE, 'BLOCK', BLOCK_MS, 'STREAMS', ...streams);
    const found = await this.#link.within(answer, BLOCK_MS + GRACE_MS);
    this.#heardMs = performance.now();
    const byKey = new Map(rooms.map((room) => [room.key, room]));
    for (const [key, entries] of found ?? []) byKey.get(key)?.take(entries);
  }

  /**
   * Ends the read under way until there is one that knows all rooms. It may be on its way to Redis just now, where
   * nothing waits yet that could be ended.
   */
  async #endRead(): Promise<void> {
    this.#isWaking = true;
    const isBehind = () => this.#known < this.#changes && this.#link.client !== undefined;
    while (!this.#isClosed && isBehind() && this.#clientId !== UNNAMED) {
      try {
        await this.#world.writer.client?.client('UNBLOCK', this.#clientId);
      } catch {
        break; // the read ends by itself after a second
      }
      await new Promise((resolve) => setTimeout(resolve, WAKE_MS));
    }
    this.#isWaking = false;
  }
}
