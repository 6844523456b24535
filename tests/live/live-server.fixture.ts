import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Command, Join, Joined, NewRoom, Opened } from '../../src/live/commands.ts';
import type { Frame, HostFrame, PlayerFrame, ScreenFrame } from '../../src/live/frames.ts';
import { createApp } from '../../src/server/app.ts';
import type { EventLog } from '../../src/server/event-log/event-log.ts';
import { openMemoryLog } from '../../src/server/event-log/event-log-memory.ts';
import { listenerOf, makeServer } from '../../src/server/http-server.ts';
import { type Live, openLive } from '../../src/server/live/live.ts';
import { ALONE, type Presence } from '../../src/server/live/presence.ts';
import { smallBank } from './small-bank.fixture.ts';

/** A clock that stands still until a test sets it forward, however busy the machine is. */
export function stoppedClock(): TestClock {
  const begin = Date.now();
  const clock = { aheadMs: 0, now: () => begin + clock.aheadMs };
  return clock;
}

/** A clock that tests set forward; it runs with the machine's. */
export type TestClock = { now: () => number; aheadMs: number };

export function testClock(): TestClock {
  const clock = { aheadMs: 0, now: () => Date.now() + clock.aheadMs };
  return clock;
}

export type Serving = { origin: string; live: Live; log: EventLog<unknown>; server: Server; stop: () => Promise<void> };

/** The product's app on a port of its own, with a small bank; the log is in memory unless another is given. */
export async function serveLive(
  given: { log?: EventLog<unknown>; clock?: TestClock; trustProxy?: boolean; lagMs?: number; presence?: Presence } = {},
): Promise<Serving> {
  const clock = given.clock ?? testClock();
  const log = given.log ?? (await openMemoryLog<unknown>({ now: clock.now }));
  const live = await openLive({
    log,
    read: async (path) => smallBank[path],
    keepsBank: true,
    now: clock.now,
    lagMs: given.lagMs ?? 0,
    presence: given.presence ?? ALONE,
    join: () => ['http://192.0.2.1:4321'],
    trustProxy: given.trustProxy ?? false,
  });
  const app = createApp({ site: import.meta.dirname, live: live.app });
  const server = makeServer(Promise.resolve(listenerOf(app, live)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    live.rooms.stop();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await live.stop();
  };
  return { origin: `http://127.0.0.1:${port}`, live, log, server, stop };
}

export type Said<T = never> = {
  status: number;
  headers: Headers;
  text: string;
  body: T & { error?: string; why?: string };
};

/** A request to the API, as a browser sends it. */
export async function ask<T>(
  origin: string,
  path: string,
  {
    token,
    body,
    method,
    headers,
  }: { token?: string; body?: unknown; method?: string; headers?: Record<string, string> } = {},
): Promise<Said<T>> {
  const answer = await fetch(`${origin}/api/live${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: (isJson ? JSON.parse(text) : {}) as Said<T>['body'],
  };
}

/** An open stream: every byte that came, and its frames. */
export class Stream<F extends Frame> {
  readonly frames: F[] = [];
  readonly offsets: string[] = [];
  text = '';
  isOver = false;
  readonly #stop = new AbortController();
  #waiting: (() => void)[] = [];

  static async open<F extends Frame>(
    origin: string,
    room: string,
    given: { token: string; lang?: string; after?: string },
  ) {
    const { body } = await ask<{ ticket: string }>(origin, `/rooms/${room}/ticket`, {
      token: given.token,
      method: 'POST',
    });
    return Stream.withTicket<F>(origin, room, { ticket: body.ticket, ...given });
  }

  static async withTicket<F extends Frame>(
    origin: string,
    room: string,
    { ticket, lang = 'en', after }: { ticket: string; lang?: string; after?: string },
  ): Promise<Stream<F>> {
    const stream = new Stream<F>();
    const query = new URLSearchParams({ ticket, lang });
    const answer = await fetch(`${origin}/api/live/rooms/${room}/stream?${query}`, {
      signal: stream.#stop.signal,
      headers: after === undefined ? {} : { 'Last-Event-ID': after },
    });
    if (!answer.ok || answer.body === null) throw new Error(`The stream was refused: ${answer.status}`);
    void stream.#read(answer.body);
    return stream;
  }

  close(): void {
    this.#stop.abort();
  }

  get last(): F | undefined {
    return this.frames.at(-1);
  }

  /** Resolves with the first frame from now on, or the present one, of which this is true. */
  async until(holds: (frame: F) => boolean): Promise<F> {
    for (;;) {
      const { last } = this;
      if (last !== undefined && holds(last)) return last;
      if (this.isOver) throw new Error('The stream ended before that frame.');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async ended(): Promise<void> {
    while (!this.isOver) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const bytes of body) {
        const text = decoder.decode(bytes, { stream: true });
        this.text += text;
        const messages = (rest + text).split('\n\n');
        rest = messages.pop() ?? '';
        for (const message of messages) this.#take(message);
      }
    } catch {
      // Cut off.
    }
    this.isOver = true;
    this.#wake();
  }

  #take(message: string): void {
    const lines = message.split('\n');
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const [data, id] = [field('data'), field('id')];
    if (data === undefined) return;
    this.frames.push(JSON.parse(data) as F);
    this.offsets.push(id ?? '');
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** A host with a room. */
export class TestHost {
  readonly origin: string;
  readonly opened: Opened;

  constructor(origin: string, opened: Opened) {
    this.origin = origin;
    this.opened = opened;
  }

  static async open(origin: string, wish: Partial<NewRoom> = {}): Promise<TestHost> {
    const { status, body, text } = await ask<Opened>(origin, '/rooms', {
      body: { title: 'Class', lang: 'en', questions: { ids: ['one', 'two', 'count'] }, settings: {}, ...wish },
    });
    if (status !== 201) throw new Error(`The room was not opened: ${text}`);
    return new TestHost(origin, body);
  }

  get room(): string {
    return this.opened.room;
  }

  command(command: Command): Promise<Said<{ off: string }>> {
    return ask(this.origin, `/rooms/${this.room}/command`, { token: this.opened.hostToken, body: command });
  }

  watch(): Promise<Stream<HostFrame>> {
    return Stream.open<HostFrame>(this.origin, this.room, { token: this.opened.hostToken });
  }

  project(): Promise<Stream<ScreenFrame>> {
    return Stream.open<ScreenFrame>(this.origin, this.room, { token: this.opened.screenToken });
  }

  export(as: string): Promise<Said> {
    return ask(this.origin, `/rooms/${this.room}/export?as=${as}`, { token: this.opened.hostToken });
  }
}

/** A seat of a room. */
export class TestPlayer {
  readonly origin: string;
  readonly joined: Joined;

  constructor(origin: string, joined: Joined) {
    this.origin = origin;
    this.joined = joined;
  }

  static async join(
    origin: string,
    code: string,
    wish: Partial<Join> & { headers?: Record<string, string> } = {},
  ): Promise<TestPlayer> {
    const { headers = {}, ...join } = wish;
    const { status, body, text } = await ask<Joined>(origin, `/codes/${code}/join`, {
      body: { lang: 'en', ...join },
      headers,
    });
    if (status !== 201) throw new Error(`The seat was not given: ${status} ${text}`);
    return new TestPlayer(origin, body);
  }

  answer(answer: Partial<Answer> = {}): Promise<Said<{ received: true; seq: number; off: string }>> {
    return ask(this.origin, `/rooms/${this.joined.room}/answer`, {
      token: this.joined.token,
      body: { question: 0, round: 0, response: ['a'], seq: 1, ...answer },
    });
  }

  watch(after?: string): Promise<Stream<PlayerFrame>> {
    const { room, token } = this.joined;
    return Stream.open<PlayerFrame>(this.origin, room, { token, ...(after === undefined ? {} : { after }) });
  }
}
