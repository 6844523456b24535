import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './steps.ts';

const PLACES = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/local/bin'];

/** What to do when no Redis can be found or installed. */
export const NO_REDIS =
  'No redis-server was found, and the tests of live rooms start one: install Redis 6.2 or newer (on Debian "apt-get install redis-server"), or set REDIS_SERVER_PATH to one.';

/** A redis-server that is already here: REDIS_SERVER_PATH, or an installed one. */
export function findRedis(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.REDIS_SERVER_PATH) return existsSync(env.REDIS_SERVER_PATH) ? env.REDIS_SERVER_PATH : undefined;
  const folders = [...(env.PATH ?? '').split(delimiter), ...PLACES].filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'redis-server')).find((file) => existsSync(file));
}

/** Finds a redis-server, or installs one where the system lets us: Debian, as root. It is never started as a service. */
export async function findOrInstallRedis(): Promise<string | undefined> {
  const found = findRedis();
  if (found !== undefined || process.env.REDIS_SERVER_PATH) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing redis-server from the system’s packages …');
    await run('apt-get', ['update', '-qq'], { echo: false });
    const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], { echo: false, env });
  }
  return findRedis();
}
