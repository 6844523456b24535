import type { Redis } from 'ioredis';
import { UserError } from '../../simulator/scenario/user-error.ts';

/** What keeps an acknowledged event through a power cut. */
const DURABLE = 'redis-server --appendonly yes --appendfsync always';

/** Refuses a Redis that is too old, and warns of one that may lose what it acknowledged. `name` is its address. */
export async function checkRedis(client: Redis, name: string, warn: (sentence: string) => void): Promise<void> {
  const info = await client.info();
  const fieldOf = (field: string) => new RegExp(`^${field}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const version = fieldOf('redis_version') ?? '0.0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 6 || (major === 6 && minor < 2))
    throw new UserError(`Redis at ${name} is version ${version}; live rooms need 6.2 or newer.`, 1);
  if (fieldOf('cluster_enabled') === '1')
    throw new UserError(`Redis at ${name} is a cluster; live rooms need a single Redis.`, 1);
  // A managed Redis may keep its settings to itself.
  const [, fsync] = await client.config('GET', 'appendfsync').then(
    (pair) => pair as string[],
    () => [],
  );
  if (fieldOf('aof_enabled') === '0')
    warn(
      `Redis at ${name} does not write its changes to disk: a restart of it loses answers. Start it with ${DURABLE}.`,
    );
  else if (fsync !== undefined && fsync !== 'always')
    warn(
      `Redis at ${name} acknowledges before the disk has it: a power cut loses the last second. Start it with ${DURABLE}.`,
    );
  if ((fieldOf('maxmemory') ?? '0') !== '0' && fieldOf('maxmemory_policy') !== 'noeviction')
    warn(`Redis at ${name} may throw rooms away when its memory is full. Start it with --maxmemory-policy noeviction.`);
}

/** An address without its password. */
export function safeUrl(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@');
}
