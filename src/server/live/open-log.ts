import { join } from 'node:path';
import type { EventLog } from '../event-log/event-log.ts';
import { openMemoryLog } from '../event-log/event-log-memory.ts';
import { openRedisLog } from '../event-log/event-log-redis.ts';
import { openSqliteLog } from '../event-log/event-log-sqlite.ts';
import { ALONE, type Presence } from './presence.ts';
import { openRedisPresence } from './presence-redis.ts';

/** The port of `npm start`; servers on other ports of the same folder have files of their own. */
const USUAL_PORT = 4321;

export type LogWish = {
  /** The project's folder. */
  root: string;
  port: number;
  /** REDIS_URL: where several servers share rooms. Else DRYDOCK_DATA: the file of the rooms; `memory` keeps nothing. */
  env: NodeJS.ProcessEnv;
};

/** The log that the environment asks for. Rejects with a UserError when it cannot be had. */
export function openLog({ root, port, env }: LogWish): Promise<EventLog<unknown>> {
  const name = port === USUAL_PORT ? 'rooms.sqlite' : `rooms-${port}.sqlite`;
  if (env.REDIS_URL !== undefined) return openRedisLog({ url: env.REDIS_URL, warn: console.warn });
  if (env.DRYDOCK_DATA === 'memory') return openMemoryLog({ now: Date.now });
  return openSqliteLog({ file: env.DRYDOCK_DATA ?? join(root, 'data', name), now: Date.now });
}

/** Where rooms are shared, who is connected is told through the same Redis. */
export function openPresence(env: NodeJS.ProcessEnv): Presence {
  return env.REDIS_URL === undefined ? ALONE : openRedisPresence({ url: env.REDIS_URL });
}
