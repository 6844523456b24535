import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';

const SITE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'dist');

/**
 * Serves the built site. `port` and `host` come from PORT and HOST; by default only this machine can reach it.
 * A port that is taken or not allowed, or a missing build, is one sentence and exit code 1.
 */
export function startServer(wish: { port: string | undefined; host: string | undefined }): Promise<void> {
  const port = readPort(wish.port ?? '4321');
  const hostname = wish.host ?? '127.0.0.1';
  if (port === undefined) return fail(`PORT is "${wish.port}"; write a whole number from 1 to 65535.`);
  if (!existsSync(join(SITE, 'index.html')))
    return fail('There is no built site in dist; run "npm start", which builds it.');
  return new Promise((resolve) => {
    const server = serve({ fetch: createApp({ site: SITE }).fetch, port, hostname }, () => {
      console.log(
        `Drydock is ready: http://${hostname === '0.0.0.0' ? '127.0.0.1' : hostname}:${port}  (Ctrl+C stops it)`,
      );
    });
    server.on('error', (error: NodeJS.ErrnoException) => resolve(fail(sayListenError(error, port, hostname))));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    }
  });
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
