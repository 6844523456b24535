import type { TestRedis } from '../../src/server/event-log/redis-server.fixture.ts';
import type { LoadedRoom } from './room.ts';

export type Outage = {
  /** Answers that were refused, and sent again as a phone does it. */
  refused: number;
  /** From when Redis took commands again until every server had written something, ms. */
  readyMs: number;
};

/**
 * Redis dies while a class answers: half of it is on its way, the other half answers into nothing. It stays away for `downMs`, and
 * until every server has refused somebody. Everybody goes on until the answer is acknowledged.
 */
export async function answerThroughOutage(room: LoadedRoom, redis: TestRedis, downMs: number): Promise<Outage> {
  const half = Math.ceil(room.seats.length / 2);
  const refusals = new Map<number, number>();
  const told: (() => void)[] = [];
  const tell = () => {
    for (const resolve of told.splice(0)) resolve();
  };
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((resolve) => told.push(resolve));
  };
  let acknowledged = 0;
  const watch = {
    onAck: () => {
      acknowledged += 1;
      tell();
    },
    onRefusal: (server: number) => {
      refusals.set(server, (refusals.get(server) ?? 0) + 1);
      tell();
    },
  };
  const first = room.insist(room.seats.slice(0, half), watch);
  await until(() => acknowledged > 0);
  const killed = redis.kill();
  const second = room.insist(room.seats.slice(half), watch);
  await killed;
  if (downMs > 0) await new Promise((resolve) => setTimeout(resolve, downMs));
  await until(() => refusals.size === room.servers);
  await redis.restart();
  const began = performance.now();
  await Promise.all(Array.from({ length: room.servers }, (_, server) => room.ready(server)));
  const readyMs = performance.now() - began;
  await Promise.all([first, second]);
  return { refused: [...refusals.values()].reduce((sum, count) => sum + count, 0), readyMs };
}
