import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Door } from '../../src/live/commands.ts';
import { openMemoryLog } from '../../src/server/event-log/event-log-memory.ts';
import { HTTP_LIMITS, listen, listenerOf, makeServer } from '../../src/server/http-server.ts';
import { ask, type Serving, serveLive, TestHost, TestPlayer, testClock } from './live-server.fixture.ts';
import { freePort } from './process.fixture.ts';

const HOUR_MS = 3_600_000;

describe('slow-loris', () => {
  it('a head and a body that come drop by drop are cut off', async () => {
    expect(HTTP_LIMITS.headersTimeout).toBeLessThanOrEqual(15_000);
    expect(HTTP_LIMITS.requestTimeout).toBeLessThanOrEqual(30_000);
    expect(HTTP_LIMITS.keepAliveTimeout).toBeGreaterThanOrEqual(60_000);
    const app = new Hono().post('/', async (context) => context.text(await context.req.text().catch(() => '')));
    const limits = { ...HTTP_LIMITS, headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 };
    const server = makeServer(Promise.resolve(listenerOf(app)), limits);
    const port = await freePort();
    await listen(server, port, '127.0.0.1');
    for (const begun of ['POST / HT', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\na']) {
      const socket = connect(port, '127.0.0.1');
      let said = '';
      socket.on('data', (bytes) => {
        said += bytes;
      });
      socket.on('error', () => undefined);
      socket.write(begun);
      await new Promise((resolve) => socket.on('close', resolve));
      expect(said === '' || said.includes('408')).toBe(true);
    }
    server.close();
    server.closeAllConnections();
  });
});

describe('a room that goes on', () => {
  let serving: Serving;
  const clock = testClock();
  beforeAll(async () => {
    serving = await serveLive({ clock });
  });
  afterAll(() => serving.stop());

  it('tells a phone that comes later the time that is left then', async () => {
    const host = await TestHost.open(serving.origin);
    const [first, second] = [
      await TestPlayer.join(serving.origin, host.opened.code),
      await TestPlayer.join(serving.origin, host.opened.code),
    ];
    const phone = await first.watch();
    await host.command({ do: 'open', seconds: 60 });
    expect((await phone.until(({ phase }) => phase === 'open')).leftMs).toBeGreaterThan(50_000);
    clock.aheadMs += 20_000;
    const later = await second.watch();
    expect((await later.until(() => true)).leftMs).toBeLessThanOrEqual(40_000);
    for (const stream of [phone, later]) stream.close();
  });

  it('is deleted a day after its end, some weeks later when it was exported, and after an idle week when it never ended, but not before its deadline', async () => {
    const homework = { pace: 'self', openMs: 10 * 24 * HOUR_MS } as const;
    const [ended, kept, idle, quiet] = [
      await TestHost.open(serving.origin),
      await TestHost.open(serving.origin),
      await TestHost.open(serving.origin),
      await TestHost.open(serving.origin, { settings: homework }),
    ];
    for (const host of [ended, kept]) await host.command({ do: 'end' });
    expect((await kept.export('csv')).status).toBe(200);
    const left = async (hours: number) => {
      clock.aheadMs += hours * HOUR_MS;
      await serving.live.rooms.sweep();
      const rooms = await serving.log.rooms();
      return [ended, kept, idle, quiet].map(({ room }) => rooms.includes(room));
    };
    expect(await left(23)).toEqual([true, true, true, true]);
    expect(await left(2)).toEqual([false, true, true, true]);
    expect(await left(6 * 24)).toEqual([false, true, false, true]);
    expect(await left(30 * 24)).toEqual([false, false, false, false]);
    expect((await ended.export('csv')).status).toBe(404);
  });

  it('a room says at its door which teams it has, how full each is, and nothing else', async () => {
    const host = await TestHost.open(serving.origin, {
      settings: { teams: ['Quay', ' Quay', 'Pi\u202eer', '\u200b'] },
    });
    const door = () => ask<Door>(serving.origin, `/codes/${host.opened.code}`);
    expect((await door()).body).toEqual({
      title: 'Class',
      teams: [
        { name: 'Quay', seats: 0 },
        { name: 'Pier', seats: 0 },
      ],
    });
    const own = await TestPlayer.join(serving.origin, host.opened.code, { team: 1 });
    await TestPlayer.join(serving.origin, host.opened.code);
    await TestPlayer.join(serving.origin, host.opened.code);
    expect((await door()).body.teams.map(({ seats }) => seats)).toEqual([2, 1]);
    const phone = await own.watch();
    expect((await phone.until(() => true)).me.team).toBe(1);
    expect((await host.command({ do: 'move', seat: own.joined.seat, team: 0 })).status).toBe(200);
    await phone.until(({ me }) => me.team === 0);
    expect((await host.command({ do: 'move', seat: own.joined.seat, team: 2 })).body.why).toBe('no-team');
    phone.close();
    expect((await ask(serving.origin, '/codes/KRTWBX')).body.why).toBe('wrong-code');
  });

  it('an assignment ends by itself at its deadline, and can be prolonged', async () => {
    const host = await TestHost.open(serving.origin, {
      settings: { pace: 'self', openMs: 3_600_000, changeable: true },
    });
    const player = await TestPlayer.join(serving.origin, host.opened.code);
    const phone = await player.watch();
    expect((await phone.until(() => true)).assignment).toHaveLength(3);
    expect((await player.answer({ question: 2, response: 424242 })).status).toBe(200);
    expect((await host.command({ do: 'extend', seconds: 60 })).status).toBe(200);
    const { deadlineInMs } = await phone.until((frame) => (frame.deadlineInMs ?? 0) > 3_600_000);
    expect(deadlineInMs).toBeLessThanOrEqual(3_660_000);
    await host.command({ do: 'end' });
    const over = await phone.until(({ phase }) => phase === 'ended');
    expect(over.me.results?.[2]?.verdict.correct).toBe(true);
    phone.close();
  });
});

describe('two processes on one log', () => {
  it('answer for each other’s rooms, and no page that changes between them goes back in time', async () => {
    const log = await openMemoryLog<unknown>({ now: Date.now });
    const [one, two] = [await serveLive({ log }), await serveLive({ log })];
    const host = await TestHost.open(one.origin);
    const player = await TestPlayer.join(two.origin, host.opened.code);
    const phone = await player.watch();
    await host.command({ do: 'open', seconds: null });
    await phone.until(({ phase }) => phase === 'open');
    expect((await player.answer()).status).toBe(200);
    const there = new TestPlayer(one.origin, player.joined);
    const moved = await there.watch(phone.offsets.at(-1));
    expect((await moved.until(() => true)).me.answer).toEqual({ response: ['a'], seq: 1 });
    const ticket = await ask<{ ticket: string }>(one.origin, `/rooms/${host.room}/ticket`, {
      token: player.joined.token,
      method: 'POST',
    });
    const taken = await fetch(`${two.origin}/api/live/rooms/${host.room}/stream?ticket=${ticket.body.ticket}`);
    expect(taken.status).toBe(200);
    await taken.body?.cancel();
    for (const stream of [phone, moved]) stream.close();
    await one.stop();
    await two.stop();
  });
});
