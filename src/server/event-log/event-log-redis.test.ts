import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../simulator/scenario/user-error.ts';
import { describeLaws, type Fact, until } from './event-log.laws.ts';
import { type EventLog, LogUnavailable, type Stored } from './event-log.ts';
import { openRedisLog } from './event-log-redis.ts';
import { freePort, startRedis, type TestRedis } from './redis-server.fixture.ts';

let redis: TestRedis;
let places = 0;
const opened: EventLog<Fact>[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((log) => log.close()));
});
afterAll(() => redis.end());

const freshPrefix = () => {
  places += 1;
  return `test*[${places}]:`;
};
const open = async (prefix: string) => {
  const log = await openRedisLog<Fact>({ url: redis.url, prefix });
  opened.push(log);
  return log;
};
const follow = async (log: EventLog<Fact>, room = 'r') => {
  const seen: Stored<Fact>[] = [];
  await log.tail(room, null, (stored) => seen.push(stored));
  return seen;
};
const numbers = (seen: readonly Stored<Fact>[]) => seen.map(({ event }) => event.n);

describeLaws(
  {
    name: 'Redis',
    keeps: true,
    shared: true,
    async place() {
      const prefix = freshPrefix();
      return { open: () => openRedisLog<Fact>({ url: redis.url, prefix }) };
    },
  },
  { ms: 0 },
);

/** A phone: sends an answer until it is acknowledged. Returns where it lies. */
async function insist(log: EventLog<Fact>, event: Fact, outcomes: string[]): Promise<string> {
  for (;;) {
    try {
      return (await log.append('r', event, { deadlineMs: 400 })).off;
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      outcomes.push(error.outcome);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

describe('Redis down, frozen, restarted', () => {
  it('loses no acknowledged event over a kill in the middle of a burst, and three processes end with the same log', async () => {
    const prefix = freshPrefix();
    const logs = [await open(prefix), await open(prefix), await open(prefix)];
    const tails = await Promise.all(logs.map((log) => follow(log)));
    const outcomes: string[] = [];
    const acknowledged = new Map<number, string>();
    const answers = Array.from({ length: 3000 }, async (_, n) => {
      // Each begins when the one 100 before it is in, so that the kill comes in the middle.
      await until(() => n < 100 || acknowledged.has(n - 100));
      acknowledged.set(n, await insist(logs[n % 3] as EventLog<Fact>, { who: `p${n}`, n }, outcomes));
    });
    for (const count of [500, 1500]) {
      await until(() => acknowledged.size >= count);
      await redis.kill();
      await until(() => logs.every((log) => !log.health().ok));
      await redis.restart();
    }
    await Promise.all(answers);
    const last = await (logs[0] as EventLog<Fact>).append('r', { who: 'last', n: -1 });
    await until(() => tails.every((seen) => seen.at(-1)?.off === last.off));
    const [first, ...others] = tails as [Stored<Fact>[], ...Stored<Fact>[][]];
    for (const seen of others) expect(seen).toEqual(first);
    const placeOf = new Map(first.map(({ off, event }) => [off, event.n]));
    expect(placeOf.size).toBe(first.length);
    expect([...acknowledged].filter(([n, off]) => placeOf.get(off) !== n)).toEqual([]);
    // Twice only what was sent twice because nobody knew.
    const doubled = first.length - new Set(numbers(first)).size;
    expect(doubled).toBeLessThanOrEqual(outcomes.filter((outcome) => outcome === 'unknown').length);
    expect(outcomes.length).toBeGreaterThan(0);
  });

  it('says within the deadline that it does not know, and writes again once Redis does', async () => {
    const prefix = freshPrefix();
    const [left, right] = [await open(prefix), await open(prefix)];
    const [one, two] = [await follow(left), await follow(right)];
    await left.append('r', { who: 'a', n: 0 });
    redis.freeze();
    const began = performance.now();
    const [sent, waiting] = await Promise.allSettled([
      left.append('r', { who: 'a', n: 1 }, { deadlineMs: 300 }),
      Promise.resolve().then(() => left.append('r', { who: 'a', n: 2 }, { deadlineMs: 300 })),
    ]);
    expect(performance.now() - began).toBeLessThan(2500);
    expect(sent).toMatchObject({ status: 'rejected', reason: { outcome: 'unknown' } });
    expect(waiting).toMatchObject({ status: 'rejected', reason: { outcome: 'not-written' } });
    await until(() => !left.health().ok && !right.health().ok);
    redis.thaw();
    const outcomes: string[] = [];
    await insist(right, { who: 'a', n: 3 }, outcomes);
    await insist(left, { who: 'a', n: 4 }, outcomes);
    await until(() => [one, two].every((seen) => numbers(seen).includes(4) && numbers(seen).includes(3)));
    expect(one).toEqual(two);
    expect(numbers(one).filter((n) => n === 1).length).toBeLessThanOrEqual(1);
    expect(numbers(one)).not.toContain(2);
    await until(() => left.health().ok && right.health().ok);
    expect(left.health().pending).toBe(0);
  });

  it('goes on hearing other processes after each of many restarts', async () => {
    const prefix = freshPrefix();
    const [left, right] = [await open(prefix), await open(prefix)];
    const heard = await follow(left);
    for (let n = 0; n < 6; n += 1) {
      await redis.kill();
      await redis.restart();
      await insist(right, { who: 'a', n }, []);
      await until(() => numbers(heard).includes(n));
    }
  });

  it('refuses what it could not even send, and takes it back for good', async () => {
    const log = await open(freshPrefix());
    await redis.kill();
    await until(() => !log.health().ok);
    const refusal = () =>
      log.append('r', { who: 'a', n: 1 }, { deadlineMs: 50 }).then(
        () => 'written',
        ({ outcome }: LogUnavailable) => outcome,
      );
    // Which of its two connections hears of the kill first is chance; what is written before both have is unknown.
    let refused = await refusal();
    while (refused === 'unknown') refused = await refusal();
    expect(refused).toBe('not-written');
    await expect(log.tail('r', null, () => {})).rejects.toThrow(LogUnavailable);
    const patient = log.append('r', { who: 'a', n: 2 });
    await redis.restart();
    await patient;
    expect(numbers(await follow(log))).toEqual([2]);
  });
});

describe('a Redis that is not as it should be', () => {
  it.each(['localhost:6379', 'http://127.0.0.1', ''])('is refused for an address that is none: "%s"', async (url) => {
    await expect(openRedisLog({ url })).rejects.toThrow(/write an address like redis:\/\/127\.0\.0\.1:6379/);
  });

  it('is named in one sentence when nobody answers there, without the password', async () => {
    const url = `redis://user:secret@127.0.0.1:${await freePort()}`;
    const fault = await openRedisLog({ url }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UserError);
    expect(String(fault)).toContain('cannot be reached');
    expect(String(fault)).not.toContain('secret');
  });

  it.each([
    [['--appendonly', 'no'], 'does not write its changes to disk'],
    [['--appendonly', 'yes', '--appendfsync', 'everysec'], 'a power cut loses the last second'],
    [
      ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'],
      'may throw rooms away',
    ],
  ])('is warned of when it may lose answers: %j', async (settings, warning) => {
    const weak = await startRedis(settings);
    const said: string[] = [];
    await (await openRedisLog({ url: weak.url, warn: (sentence) => said.push(sentence) })).close();
    await weak.end();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(warning);
  });

  it('that is far ahead of a tail is caught up with before an append resolves', async () => {
    const prefix = freshPrefix();
    const log = await open(prefix);
    const seen = await follow(log);
    const other = new Redis(redis.url);
    const many = other.multi();
    for (let n = 0; n < 1000; n += 1) many.xadd(`${prefix}r`, '*', 'e', JSON.stringify([{ who: 'b', n }]));
    await many.exec();
    const own = await log.append('r', { who: 'a', n: 1000 });
    other.disconnect();
    expect(seen.at(-1)).toEqual(own);
    expect(numbers(seen)).toEqual(Array.from({ length: 1001 }, (_, n) => n));
  });

  it('may hold what others wrote: entries that are not ours are passed over', async () => {
    const prefix = freshPrefix();
    const log = await open(prefix);
    const seen = await follow(log);
    const stranger = new Redis(redis.url);
    await log.append('r', { who: 'a', n: 1 });
    await stranger.xadd(`${prefix}r`, '*', 'bird', 'duck');
    await log.append('r', { who: 'a', n: 2 });
    stranger.disconnect();
    expect(numbers(seen)).toEqual([1, 2]);
    expect(numbers(await follow(log))).toEqual([1, 2]);
  });
});
