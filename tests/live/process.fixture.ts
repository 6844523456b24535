import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A server in a process of its own, which can be killed. */
export class ServerProcess {
  readonly port: number;
  readonly origin: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #file: string;
  #child: ChildProcess | undefined;

  constructor(port: number, env: NodeJS.ProcessEnv, file = join(import.meta.dirname, 'server-process.fixture.ts')) {
    this.port = port;
    this.origin = `http://127.0.0.1:${port}`;
    this.#env = env;
    this.#file = file;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#file, String(this.port)], {
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    this.#child = child;
    await Promise.race([
      once(child.stdout as NodeJS.ReadableStream, 'data'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`The server ended with ${code}.`);
      }),
    ]);
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** CPU in microseconds and memory in bytes that it has used. */
  async used(): Promise<{ cpu: { user: number; system: number }; memory: number }> {
    const child = this.#child as ChildProcess;
    child.send('used');
    const [used] = await once(child, 'message');
    return used as Awaited<ReturnType<ServerProcess['used']>>;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
