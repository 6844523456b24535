// Live rooms and the build: questions for rooms alone leave the site, and `npm run dev` has the same API as `npm start`.
import { cpSync, existsSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createApp } from '../src/server/app.ts';
import { listenerOf } from '../src/server/http-server.ts';
import { joinAddresses } from '../src/server/live/addresses.ts';
import { type Live, openLive } from '../src/server/live/live.ts';
import { openLog } from '../src/server/live/open-log.ts';
import { ALONE } from '../src/server/live/presence.ts';
import { dataOfAddress } from '../src/server/live/question-source.ts';
import { ROOT } from './steps.ts';

/** A changed configuration starts the site's server again in the same process; rooms go on. */
const kept = globalThis as { drydockLive?: Promise<Live> };

/** To be listed before whatever looks at the whole built site. */
export function liveRooms(): AstroIntegration {
  return {
    name: 'drydock-live',
    hooks: {
      'astro:build:done': ({ dir }) => hideLiveQuestions(fileURLToPath(dir)),
      'astro:server:setup': ({ server }) => {
        const port = server.config.server.port;
        const host = typeof server.config.server.host === 'string' ? server.config.server.host : '127.0.0.1';
        const { httpServer } = server;
        // Before the site's own handlers, which want a slash at the end of every address.
        const others = httpServer?.listeners('request') ?? [];
        httpServer?.removeAllListeners('request');
        httpServer?.on('request', (request: IncomingMessage, response: ServerResponse) => {
          if (request.url?.startsWith('/api/')) void answer(request, response, { port, host });
          else for (const other of others) other.call(httpServer, request, response);
        });
      },
    },
  };
}

/** Their keys may lie on no static host. */
function hideLiveQuestions(site: string): void {
  const [from, to] = [join(site, 'data', 'live'), join(ROOT, 'live-questions')];
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
  rmSync(from, { recursive: true, force: true });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { port, host }: { port: number; host: string },
): Promise<void> {
  try {
    kept.drydockLive ??= openFor(port, host);
    const live = await kept.drydockLive;
    listenerOf(createApp({ site: join(ROOT, 'dist'), live: live.app }), live)(request, response);
  } catch (error) {
    response.writeHead(503, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
  }
}

async function openFor(port: number, host: string): Promise<Live> {
  return openLive({
    log: await openLog({ root: ROOT, port, env: process.env }),
    read: dataOfAddress(`http://127.0.0.1:${port}`),
    keepsBank: false,
    now: Date.now,
    lagMs: 0,
    presence: ALONE,
    join: () => joinAddresses(host, port, process.env.PUBLIC_URL),
    trustProxy: false,
  });
}
