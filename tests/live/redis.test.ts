import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedisLog } from '../../src/server/event-log/event-log-redis.ts';
import { startRedis, type TestRedis } from '../../src/server/event-log/redis-server.fixture.ts';
import { openRedisPresence } from '../../src/server/live/presence-redis.ts';
import { type Serving, serveLive, TestHost, TestPlayer } from './live-server.fixture.ts';

let redis: TestRedis;
const servers: Serving[] = [];
beforeAll(async () => {
  redis = await startRedis();
  for (let n = 0; n < 3; n++)
    servers.push(
      await serveLive({
        log: await openRedisLog({ url: redis.url }),
        lagMs: 1000,
        presence: openRedisPresence({ url: redis.url }),
      }),
    );
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await redis.end();
});

const originOf = (n: number) => servers[n % servers.length]?.origin ?? '';

/** As a phone does it: again after 503, at any server. */
async function answerAnywhere(player: TestPlayer, n: number): Promise<{ refusals: number }> {
  for (let refusals = 0; ; refusals++) {
    const said = await new TestPlayer(originOf(n + refusals), player.joined).answer();
    if (said.status === 200) return { refusals };
    if (said.status !== 503) throw new Error(`The answer was refused: ${said.text}`);
    expect(Number(said.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  }
}

describe('Redis down, frozen, restarted', () => {
  it('is 503 with Retry-After at every server; then every answer counts once and three servers agree', async () => {
    const host = await TestHost.open(originOf(0), { questions: { ids: ['one', 'several', 'count'] } });
    const { code, room } = host.opened;
    const players: TestPlayer[] = [];
    for (let n = 0; n < 30; n++) players.push(await TestPlayer.join(originOf(n), code));
    const phone = await new TestPlayer(originOf(1), (players[0] as TestPlayer).joined).watch();
    await host.command({ do: 'open', seconds: null });
    await phone.until(({ phase }) => phase === 'open');

    await redis.kill();
    const down = await (players[0] as TestPlayer).answer();
    expect([down.status, down.headers.get('retry-after')]).toEqual([503, '1']);
    const burst = players.slice(0, 15).map(answerAnywhere);
    await redis.restart();
    await Promise.all(burst);

    redis.freeze();
    const frozen = await (players[20] as TestPlayer).answer();
    expect(frozen.status).toBe(503);
    redis.thaw();
    await Promise.all(players.slice(15).map((player, n) => answerAnywhere(player, n)));
    await Promise.all(players.map(answerAnywhere));

    expect((await host.command({ do: 'close' })).status).toBe(200);
    await phone.until(({ phase }) => phase === 'closed');
    phone.close();
    const states = await Promise.all(
      servers.map(async ({ origin }) => {
        const view = await new TestHost(origin, host.opened).watch();
        expect((await view.until(({ phase }) => phase === 'closed')).answered).toBe(30);
        view.close();
        const { text } = await new TestHost(origin, host.opened).export('json');
        const { state, answers } = JSON.parse(text) as { state: string; answers: unknown[] };
        expect(answers).toHaveLength(30);
        return state;
      }),
    );
    expect(new Set(states).size).toBe(1);
    expect(room).toHaveLength(22);
  });
});

/** A room is known to a server once it has heard of it. */
async function known(room: string): Promise<void> {
  for (const { live } of servers) {
    while ((await live.rooms.find(room)) === undefined) await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('three servers on one Redis', () => {
  it('show a phone that moves from one to the next what it has seen and what came since, never less', async () => {
    const host = await TestHost.open(originOf(0));
    await known(host.room);
    const player = await TestPlayer.join(originOf(1), host.opened.code);
    const moved = (n: number) => new TestPlayer(originOf(n), player.joined);
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

  it('show the host who is connected at any of them, also after a restart of Redis, and who has gone', async () => {
    const host = await TestHost.open(originOf(0));
    await known(host.room);
    const view = await host.watch();
    const pages: { close(): void }[] = [];
    for (let n = 0; n < 6; n++) {
      const player = await TestPlayer.join(originOf(n), host.opened.code);
      pages.push(await player.watch());
      // A second page of the same seat, at another server, is nobody more.
      if (n === 0) pages.push(await new TestPlayer(originOf(1), player.joined).watch());
    }
    const all = await view.until(({ connected }) => connected === 6);
    expect(all.seats.map(({ connected }) => connected)).toEqual(Array(6).fill(true));
    pages.pop()?.close();
    const left = await view.until(({ connected }) => connected === 5);
    expect(left.seats.at(-1)?.connected).toBe(false);
    // One of two pages of a seat.
    pages.shift()?.close();
    await redis.kill();
    await redis.restart();
    const late = await host.watch();
    expect((await late.until(({ connected }) => connected === 5)).seats[0]?.connected).toBe(true);
    for (const page of pages) page.close();
    await late.until(({ connected }) => connected === 0);
    view.close();
    late.close();
  });

  it('forget who was at a server that is no more', async () => {
    const [here, gone] = [1, 2].map(() => openRedisPresence({ url: redis.url, expireMs: 300, prefix: 'test:here:' }));
    const seats = (...names: string[]) => new Map(names.map((name) => [name, true]));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const look = async () => {
      // While the connection comes up nothing of this waits for anything.
      await turn();
      return [...((await here?.exchange('r', seats('a'), true)) ?? [])];
    };
    while ((await look()).length === 0) await gone?.exchange('r', seats('b', 'c'), false);
    expect((await look()).toSorted()).toEqual(['b', 'c']);
    // It says nothing more.
    while ((await look()).length > 0);
    await Promise.all([here?.close(), gone?.close()]);
  });
});
