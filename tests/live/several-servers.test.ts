import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roomHash } from '../../src/live/room-hash.ts';
import type { Room } from '../../src/live/room-state.ts';
import { until } from '../../src/server/event-log/event-log.laws.ts';
import { openRedisLog } from '../../src/server/event-log/event-log-redis.ts';
import { startRedis, type TestRedis } from '../../src/server/event-log/redis-server.fixture.ts';
import { type Serving, serveLive, TestHost, TestPlayer } from './live-server.fixture.ts';

const PLAYERS = 90;

let redis: TestRedis;
let servers: Serving[] = [];
beforeAll(async () => {
  redis = await startRedis();
  servers = await Promise.all(
    [0, 1, 2].map(async () => serveLive({ log: await openRedisLog<unknown>({ url: redis.url }) })),
  );
});
afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
  await redis.end();
});

const server = (n: number) => servers[n % servers.length] as Serving;

/** The room as each server has folded it, once all of them know of it. */
async function roomsOf(id: string): Promise<Room[]> {
  const found = await Promise.all(
    servers.map(async ({ live }) => {
      for (;;) {
        const room = await live.rooms.find(id);
        if (room !== undefined) return room.state;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }),
  );
  return found;
}

describe('three servers that share their rooms through Redis', () => {
  it('end a question with one state and every answer that was acknowledged, although Redis is killed among the answers', async () => {
    const host = await TestHost.open(server(0).origin);
    const rooms = await roomsOf(host.room);
    const players = await Promise.all(
      Array.from({ length: PLAYERS }, (_, n) =>
        TestPlayer.join(server(n).origin, host.opened.code, { name: `Player ${n}` }),
      ),
    );
    await until(() => rooms.every(({ seats }) => seats.size === PLAYERS));
    expect((await host.command({ do: 'open', seconds: null })).status).toBe(200);
    await until(() => rooms.every(({ asked }) => asked[0]?.rounds.length === 1));

    const statuses: number[] = [];
    let received = 0;
    const insist = async (player: TestPlayer) => {
      for (;;) {
        const { status } = await player.answer();
        statuses.push(status);
        if (status !== 503) break;
      }
      received += 1;
    };
    const answers = players.map(async (player, n) => {
      // Each begins when the one ten before it is in, so that the kill comes among them.
      await until(() => received > n - 10);
      await insist(player);
    });
    await until(() => received >= PLAYERS / 3);
    await redis.kill();
    await until(() => servers.every(({ log }) => !log.health().ok));
    await redis.restart();
    await Promise.all(answers);
    expect(statuses.filter((status) => status === 200)).toHaveLength(PLAYERS);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);

    for (const command of [{ do: 'close' }, { do: 'reveal' }] as const)
      expect((await host.command(command)).status).toBe(200);
    await until(() => rooms.every(({ asked }) => asked[0]?.revealed === true));
    for (const { asked } of rooms) expect(asked[0]?.rounds[0]?.answers.size).toBe(PLAYERS);
    expect(new Set(rooms.map(roomHash)).size).toBe(1);
  });

  it('show a phone that moves from one to the next what it has seen and what came since, never less', async () => {
    const host = await TestHost.open(server(0).origin);
    await roomsOf(host.room);
    const player = await TestPlayer.join(server(1).origin, host.opened.code);
    const moved = (n: number) => new TestPlayer(server(n).origin, player.joined);
    const first = await moved(0).watch();
    await first.until(({ phase }) => phase === 'lobby');
    await host.command({ do: 'open', seconds: null });
    await first.until(({ phase }) => phase === 'open');
    first.close();
    const second = await moved(1).watch(first.offsets.at(-1));
    expect((await second.until(() => true)).phase).toBe('open');
    expect((await moved(2).answer()).status).toBe(200);
    await host.command({ do: 'close' });
    await host.command({ do: 'reveal' });
    await second.until(({ phase }) => phase === 'revealed');
    second.close();
    const third = await moved(2).watch(second.offsets.at(-1));
    expect((await third.until(() => true)).me.result?.verdict.correct).toBe(true);
    third.close();
  });
});
