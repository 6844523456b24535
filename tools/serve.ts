// Serves dist/ as it stands, without building: for the browser tests.
import { startServer } from '../src/server/main.ts';

await startServer({ port: process.env.PORT, host: process.env.HOST ?? '127.0.0.1' });
