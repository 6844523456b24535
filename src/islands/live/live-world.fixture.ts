import type { LiveWorld, StreamPort } from './live-request.ts';

/** A stream that the test opens, feeds and breaks. */
export type FakeStream = StreamPort & {
  url: string;
  readyState: number;
  isClosed: boolean;
  say: (type: string, data?: string) => void;
};

export type Asked = { path: string; init: RequestInit; body: unknown };

/** A world whose time stands still until the test moves it, whose server answers what the test says. */
export function fakeWorld(answer: (asked: Asked) => Response | Promise<Response>) {
  let now = 0;
  let timers: { at: number; then: () => void }[] = [];
  const asked: Asked[] = [];
  const streams: FakeStream[] = [];
  const world: LiveWorld = {
    fetch: async (path, init) => {
      const request = { path, init, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) };
      asked.push(request);
      return answer(request);
    },
    openStream: (url) => {
      const stream = makeStream(url);
      streams.push(stream);
      return stream;
    },
    now: () => now,
    after: (ms, then) => {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    random: () => 0.5,
  };
  /** Lets time pass; whatever is due happens, with everything that follows at once from it. */
  const pass = async (ms: number) => {
    const until = now + ms;
    await settle();
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      now = next.at;
      timers = timers.filter((each) => each !== next);
      next.then();
      await settle();
    }
    now = until;
  };
  return { world, asked, streams, pass, timers: () => timers.length };
}

function makeStream(url: string): FakeStream {
  const listeners = new Map<string, ((event: { data?: string }) => void)[]>();
  const stream: FakeStream = {
    url,
    readyState: 0,
    isClosed: false,
    addEventListener: (type, listener) => listeners.set(type, [...(listeners.get(type) ?? []), listener]),
    close: () => {
      stream.readyState = 2;
      stream.isClosed = true;
    },
    say: (type, data) => {
      if (type === 'open') stream.readyState = 1;
      for (const listener of listeners.get(type) ?? []) listener(data === undefined ? {} : { data });
    },
  };
  return stream;
}

/** Promises that are settled are followed to their end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}
