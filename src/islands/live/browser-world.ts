import type { LiveWorld, StreamPort } from './live-request.ts';

/** The browser as it is; nothing here needs a secure context, because a class-room network is plain HTTP. */
export const browserWorld: LiveWorld = {
  fetch: (path, init) => fetch(path, init),
  openStream: (url) => new EventSource(url) as StreamPort,
  now: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
