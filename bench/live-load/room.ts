import type { Joined, Opened } from '../../src/live/commands.ts';
import type { ServerProcess } from '../../tests/live/process.fixture.ts';
import { Page } from './page.ts';
import { each, RawConnection } from './raw-http.ts';

const CONNECTIONS = 256;
/** Place of the last question, which asks for a number. */
const LAST = 2;
/** What a phone waits at least before it sends an answer again. */
const AGAIN_MS = 300;

/** Numbers sorted: the median and the 99th of a hundred, in milliseconds. */
export function spread(times: readonly number[]): { p50: number; p99: number; most: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

/** A room full of players of which the server runs in other processes. */
export class LoadedRoom {
  readonly opened: Opened;
  readonly seats: Joined[] = [];
  readonly pages: Page[] = [];
  readonly #servers: readonly ServerProcess[];
  readonly #connections: RawConnection[][];

  private constructor(servers: readonly ServerProcess[], opened: Opened) {
    this.#servers = servers;
    this.opened = opened;
    const own = Math.ceil(CONNECTIONS / servers.length);
    this.#connections = servers.map(({ port }) => Array.from({ length: own }, () => new RawConnection(port)));
  }

  static async open(servers: readonly ServerProcess[], seats: number): Promise<LoadedRoom> {
    const first = servers[0] as ServerProcess;
    const connection = new RawConnection(first.port);
    const body = {
      title: 'Load',
      lang: 'en',
      questions: { ids: ['one', 'two', 'count'] },
      settings: { seats: Math.min(20_000, 10 * seats) },
    };
    const reply = await connection.post('/api/live/rooms', undefined, JSON.stringify(body));
    connection.close();
    if (reply.status !== 201) throw new Error(reply.body);
    return new LoadedRoom(servers, JSON.parse(reply.body) as Opened);
  }

  /** Everybody joins, waiting where the gate says so. */
  async join(count: number): Promise<void> {
    await this.#each(
      Array.from({ length: count }, (_, n) => n),
      async (_, post) => {
        for (;;) {
          const reply = await post(`/api/live/codes/${this.opened.code}/join`, undefined, '{"lang":"en"}');
          if (reply.status === 201) return void this.seats.push(JSON.parse(reply.body) as Joined);
          if (reply.status !== 429) throw new Error(reply.body);
          await new Promise((resolve) => setTimeout(resolve, reply.retryAfterMs * (1 + Math.random())));
        }
      },
    );
  }

  /** Opens every page, or opens it again. Milliseconds until all have a frame. */
  async connect(): Promise<number> {
    const began = performance.now();
    while (this.pages.length < this.seats.length) this.pages.push(new Page());
    await this.#each([...this.seats.entries()], async ([n, seat], post, server) => {
      const path = `/api/live/rooms/${this.opened.room}`;
      const reply = await post(`${path}/ticket`, seat.token, '');
      const { ticket } = JSON.parse(reply.body) as { ticket: string };
      const page = this.pages[n] as Page;
      await page.open(this.#servers[server]?.port ?? 0, `${path}/stream?ticket=${ticket}&lang=en`, compareOffsets);
    });
    return performance.now() - began;
  }

  async command(body: unknown): Promise<void> {
    const post = this.#post(0, 0);
    const reply = await post(
      `/api/live/rooms/${this.opened.room}/command`,
      this.opened.hostToken,
      JSON.stringify(body),
    );
    if (reply.status !== 200) throw new Error(reply.body);
  }

  /** A command, and the milliseconds until each page had the frame of it. */
  async broadcast(body: unknown): Promise<ReturnType<typeof spread>> {
    const before = this.pages.map(({ frames }) => frames);
    const began = performance.now();
    await this.command(body);
    while (this.pages.some(({ frames }, n) => frames === before[n]))
      await new Promise((resolve) => setImmediate(resolve));
    return spread(this.pages.map(({ lastAt }) => lastAt - began));
  }

  /** Every seat answers once within `overMs`; times count from when each was due, so that a slow server hides nothing. */
  async answer(question: number, overMs: number): Promise<{ perSecond: number; times: ReturnType<typeof spread> }> {
    const body = (n: number) =>
      JSON.stringify({ question, round: 0, response: question === 2 ? n : [['a', 'b', 'c'][n % 3]], seq: 1 });
    const times: number[] = [];
    const began = performance.now();
    await this.#each([...this.seats.entries()], async ([n, seat], post) => {
      const due = began + (overMs * n) / this.seats.length;
      const wait = due - performance.now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      const reply = await post(`/api/live/rooms/${this.opened.room}/answer`, seat.token, body(n));
      if (reply.status !== 200) throw new Error(reply.body);
      times.push(performance.now() - due);
    });
    return { perSecond: (1000 * times.length) / (performance.now() - began), times: spread(times) };
  }

  get servers(): number {
    return this.#servers.length;
  }

  /** These seats answer the last question, each again after 503 and at another server, until it is acknowledged. */
  async insist(
    seats: readonly Joined[],
    watch: { onAck: () => void; onRefusal: (server: number) => void },
  ): Promise<void> {
    const path = `/api/live/rooms/${this.opened.room}/answer`;
    await Promise.all(
      seats.map(async ({ token }, n) => {
        const body = JSON.stringify({ question: LAST, round: 0, response: n, seq: 1 });
        for (let tries = n; ; tries++) {
          const server = tries % this.servers;
          const reply = await this.#ask(server, path, token, body);
          if (reply.status === 200) return watch.onAck();
          if (reply.status !== 503) throw new Error(reply.body);
          watch.onRefusal(server);
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS * (0.5 + Math.random())));
        }
      }),
    );
  }

  /** Resolves when a server has written something. */
  async ready(server: number): Promise<void> {
    const path = `/api/live/rooms/${this.opened.room}/command`;
    for (;;) {
      const reply = await this.#ask(server, path, this.opened.hostToken, '{"do":"lock","locked":false}');
      if (reply.status === 200) return;
      if (reply.status !== 503) throw new Error(reply.body);
    }
  }

  /** A request on a connection of its own: those that are kept may each have one under way. */
  async #ask(server: number, path: string, token: string, body: string) {
    const connection = new RawConnection(this.#servers[server]?.port ?? 0);
    try {
      return await connection.post(path, token, body);
    } finally {
      connection.close();
    }
  }

  /** What each server says came of the room: answers counted, and a hash of its state. */
  async results(): Promise<{ answers: number; state: string }[]> {
    return Promise.all(
      this.#servers.map(async ({ origin }) => {
        const answer = await fetch(`${origin}/api/live/rooms/${this.opened.room}/export?as=json`, {
          headers: { Authorization: `Bearer ${this.opened.hostToken}` },
        });
        const { answers, state } = (await answer.json()) as { answers: unknown[]; state: string };
        return { answers: answers.length, state };
      }),
    );
  }

  cut(): void {
    for (const page of this.pages) page.cut();
  }

  close(): void {
    this.cut();
    for (const own of this.#connections) for (const connection of own) connection.close();
  }

  #post(server: number, worker: number): RawConnection['post'] {
    const own = this.#connections[server] ?? [];
    const connection = own[worker % own.length] as RawConnection;
    return (path, token, body) => connection.post(path, token, body);
  }

  #each<T>(items: readonly T[], what: (item: T, post: RawConnection['post'], server: number) => Promise<void>) {
    const servers = this.#servers.length;
    const atOnce = servers * Math.ceil(CONNECTIONS / servers);
    return each(items, atOnce, (item, worker) => {
      const server = worker % servers;
      return what(item, this.#post(server, Math.floor(worker / servers)), server);
    });
  }
}

/** Whole numbers, or `ms-seq.index`. */
function compareOffsets(a: string, b: string): number {
  const [one, two] = [a.split(/[-.]/).map(Number), b.split(/[-.]/).map(Number)];
  for (let n = 0; n < one.length; n++) if (one[n] !== two[n]) return (one[n] ?? 0) - (two[n] ?? 0);
  return 0;
}
