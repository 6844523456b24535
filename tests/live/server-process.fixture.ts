// usage: node server-process.fixture.ts <port>; DRYDOCK_DATA and REDIS_URL as for the product's server. A bank of its own, no site.
import { createApp } from '../../src/server/app.ts';
import { listen, listenerOf, makeServer } from '../../src/server/http-server.ts';
import { openLive } from '../../src/server/live/live.ts';
import { openLog, openPresence } from '../../src/server/live/open-log.ts';
import { smallBank } from './small-bank.fixture.ts';

const port = Number(process.argv[2]);
const live = await openLive({
  log: await openLog({ root: import.meta.dirname, port, env: process.env }),
  read: async (path) => smallBank[path],
  keepsBank: true,
  now: Date.now,
  lagMs: process.env.REDIS_URL === undefined ? 0 : 1000,
  presence: openPresence(process.env),
  join: () => [],
  trustProxy: false,
});
const app = createApp({ site: import.meta.dirname, live: live.app });
const server = makeServer(Promise.resolve(listenerOf(app, live)));
await listen(server, port, '127.0.0.1');
process.stdout.write('ready\n');
// For the bench: what this process has used.
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss }));
