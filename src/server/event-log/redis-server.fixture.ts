import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallRedis, NO_REDIS } from '../../../tools/find-redis.ts';

/** A real Redis of the tests' own: a free port, a folder of its own, every write on disk before it is acknowledged. */
export type TestRedis = {
  url: string;
  /** `kill -9`; resolves when it has gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data; resolves when it takes commands. */
  restart(): Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** Ends it and deletes its data. */
  end(): Promise<void>;
};

export async function startRedis(settings: readonly string[] = DURABLE): Promise<TestRedis> {
  const program = await findOrInstallRedis();
  if (program === undefined) throw new Error(NO_REDIS);
  const folder = mkdtempSync(join(tmpdir(), 'drydock-redis-'));
  const port = await freePort();
  const common = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--daemonize', 'no'];
  let server = await start(program, [...common, ...settings]);
  const kill = async () => {
    const gone = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : undefined;
    server.kill('SIGKILL');
    await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      server = await start(program, [...common, ...settings]);
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async end() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const DURABLE = ['--appendonly', 'yes', '--appendfsync', 'always'];

function start(program: string, settings: readonly string[]): Promise<ChildProcess> {
  const server = spawn(program, settings, { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Ready to accept connections')) resolve(server);
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`redis-server ended with ${code}: ${said}`)));
  });
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
}
