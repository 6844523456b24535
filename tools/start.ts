// npm start: builds the site when it is missing or older than its sources, then serves it on one port.
import { startServer } from '../src/server/main.ts';
import { buildSite, isStale } from './build-site.ts';

const code = isStale() ? await buildSite() : 0;
if (code === 0) await startServer({ port: process.env.PORT, host: process.env.HOST });
else process.exitCode = code;
