import { existsSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../simulator/scenario/user-error.ts';
import { createApp } from './app.ts';
import { listen, listenerOf, makeServer } from './http-server.ts';
import { joinAddresses } from './live/addresses.ts';
import { type Live, openLive } from './live/live.ts';
import { openLog, openPresence } from './live/open-log.ts';
import { dataOfFolder } from './live/question-source.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SITE = join(ROOT, 'dist');
/** Questions for live rooms alone; the build puts them beside the site, not into it. */
const LIVE_QUESTIONS = join(ROOT, 'live-questions');

/** What is still under way when the server is stopped has this long. */
const STOP_MS = 3_000;

/** What the environment says, unread: PORT, HOST, and what `openLog` reads. */
export type ServerWish = { port: string | undefined; host: string | undefined; env?: NodeJS.ProcessEnv };

/**
 * Serves the built site and live rooms. By default only this machine can reach it. A port that is taken or not allowed, a
 * missing build, or a log that another server has is one sentence and exit code 1.
 */
export async function startServer({ port: wish, host, env = process.env }: ServerWish): Promise<void> {
  const port = readPort(wish ?? '4321');
  const hostname = host ?? '127.0.0.1';
  if (port === undefined) return fail(`PORT is "${wish}"; write a whole number from 1 to 65535.`);
  if (!existsSync(join(SITE, 'index.html')))
    return fail('There is no built site in dist; run "npm start", which builds it.');
  let ready: (listener: RequestListener) => void = () => {};
  const server = makeServer(new Promise<RequestListener>((resolve) => (ready = resolve)));
  let live: Live;
  try {
    // The port first: a second server in the same folder is told what is in its way.
    await listen(server, port, hostname);
    live = await openLive({
      log: await openLog({ root: ROOT, port, env }),
      read: dataOfFolder(SITE, LIVE_QUESTIONS),
      keepsBank: true,
      now: Date.now,
      lagMs: env.REDIS_URL === undefined ? 0 : 1000,
      presence: openPresence(env),
      join: () => joinAddresses(hostname, port, env.PUBLIC_URL),
      trustProxy: env.TRUST_PROXY === '1',
    });
  } catch (error) {
    server.close();
    server.closeAllConnections();
    if (error instanceof UserError) return fail(error.message);
    return fail(sayListenError(error as NodeJS.ErrnoException, port, hostname));
  }
  ready(listenerOf(createApp({ site: SITE, live: live.app }), live));
  sayReady(hostname, port, env);
  await stopped();
  await stop(server, live);
}

function sayReady(hostname: string, port: number, env: NodeJS.ProcessEnv): void {
  const own = hostname === '0.0.0.0' || hostname === '::' ? '127.0.0.1' : hostname;
  console.log(`Drydock is ready: http://${own}:${port}  (Ctrl+C stops it)`);
  const others = joinAddresses(hostname, port, env.PUBLIC_URL).filter((address) => !address.includes(`//${own}:`));
  if (others.length > 0) console.log(`Others reach it at: ${others.join('  ')}`);
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Streams end, so that every page looks for the next server; what was asked before is answered; then the log is closed. */
async function stop(server: Server, live: Live): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  live.rooms.stop();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), STOP_MS);
  await closed;
  clearTimeout(timer);
  await live.stop();
}

function readPort(value: string): number | undefined {
  const port = Number(value);
  return Number.isInteger(port) && port >= 1 && port <= 65535 ? port : undefined;
}

/** What went wrong at listening, for a person. */
export function sayListenError(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use; stop the other program, or choose another port: PORT=4322 npm start`;
  if (error.code === 'EACCES')
    return `This account may not listen on port ${port}; choose one above 1023: PORT=4321 npm start`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST is "${host}", which is no address of this machine; leave it out, or use 0.0.0.0 for every address.`;
  return `The server could not start: ${error.message}`;
}

async function fail(sentence: string): Promise<void> {
  console.error(sentence);
  process.exitCode = 1;
}
