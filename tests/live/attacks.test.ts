import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIN } from '../../src/islands/lab/scenario.fixture.ts';
import type { Joined } from '../../src/live/commands.ts';
import type { PlayerFrame } from '../../src/live/frames.ts';
import type { Response as Answered } from '../../src/quiz-engine/grade.ts';
import { openMemoryLog } from '../../src/server/event-log/event-log-memory.ts';
import {
  ask,
  type Serving,
  Stream,
  serveLive,
  stoppedClock,
  TestHost,
  TestPlayer,
  testClock,
} from './live-server.fixture.ts';
import { SECRETS } from './small-bank.fixture.ts';

/** What somebody could try against a room over HTTP; each test is named after the attempt. */

const clock = stoppedClock();
let serving: Serving;
let origin = '';
beforeAll(async () => {
  serving = await serveLive({ clock, trustProxy: true });
  origin = serving.origin;
});
afterAll(() => serving.stop());

/** As a proxy says where a request comes from. */
const from = (address: string) => ({ 'X-Forwarded-For': address });

describe('lobby flood', () => {
  it('5,000 joins in 10 s from one address: 300 honest ones who join meanwhile all get a seat, and keep it', async () => {
    const clock = stoppedClock();
    const serving = await serveLive({ clock, trustProxy: true });
    const { origin } = serving;
    const host = await TestHost.open(origin);
    const { code, room } = host.opened;
    const join = async (address: string) => {
      const { status, body } = await ask<Joined>(origin, `/codes/${code}/join`, {
        body: { lang: 'en' },
        headers: from(address),
      });
      return status === 201 ? body : undefined;
    };
    const honest = new Map<number, Joined>();
    let flooded = 0;
    for (let second = 0; second < 10 || honest.size < 300; second++) {
      expect(second).toBeLessThan(15);
      clock.aheadMs += 1000;
      const flood = second < 10 ? Array.from({ length: 500 }, () => join('203.0.113.66')) : [];
      const arrived = Math.min(300, 30 * (second + 1));
      const tries = Array.from({ length: arrived }, (_, n) => n).filter((n) => !honest.has(n));
      const given = await Promise.all(tries.map((n) => join(`198.51.100.${n % 250}`)));
      for (const [i, joined] of given.entries()) if (joined !== undefined) honest.set(tries[i] ?? -1, joined);
      flooded += (await Promise.all(flood)).filter((joined) => joined !== undefined).length;
    }
    // Half of the seats are free whatever it does.
    expect(flooded).toBeLessThan(1000);
    const pages = await Promise.all([...honest.values()].map((joined) => new TestPlayer(origin, joined).watch()));
    await Promise.all(pages.map((page) => page.until(() => true)));
    clock.aheadMs += 31_000;
    const running = await serving.live.rooms.find(room);
    await running?.lapse();
    expect(running?.state.seats.size).toBe(300);
    for (const page of pages) page.close();
    await serving.stop();
  });

  it('a flood that got in is barred at once, with whoever else it sends later from there', async () => {
    const host = await TestHost.open(origin);
    for (let n = 0; n < 20; n++) await TestPlayer.join(origin, host.opened.code, { headers: from('203.0.113.7') });
    const honest = await TestPlayer.join(origin, host.opened.code, { headers: from('198.51.100.7'), name: 'Ada' });
    const view = await host.watch();
    const { seats } = await view.until((frame) => frame.seats.length === 21);
    expect((await host.command({ do: 'bar-like', seats: [seats[3]?.seat ?? ''] })).status).toBe(200);
    const after = await view.until((frame) => frame.seats.filter(({ status }) => status === 'barred').length === 20);
    expect(after.seats.find(({ seat }) => seat === honest.joined.seat)?.status).toBe('in');
    expect((await host.command({ do: 'lock', locked: true })).status).toBe(200);
    const late = await ask(origin, `/codes/${host.opened.code}/join`, {
      body: { lang: 'ko' },
      headers: { 'Accept-Language': 'ko' },
    });
    expect([late.status, late.body.why, late.body.error]).toEqual([
      423,
      'locked',
      '지금은 진행자가 아무도 더 들이지 않아요.',
    ]);
    view.close();
  });
});

describe('key in any player frame before the reveal', () => {
  const RIGHT: [string, Answered, Answered][] = [
    ['one', ['a'], ['b']],
    ['several', ['a', 'b'], ['a', 'c']],
    ['count', 424242, 424243],
    ['steps', ['c', 'a', 'b'], ['a', 'b', 'c']],
    ['pairs', { a: 'x', b: 'y', c: 'x' }, { a: 'y', b: 'x', c: 'y' }],
    ['task', { [MIN]: 50 }, { [MIN]: 91 }],
    ['hidden', ['a'], ['b']],
  ];

  it.each(RIGHT)(
    '%s: no byte of key or reason reaches a player or the wall, and the acknowledgement is as long for right as for wrong',
    async (id, right, wrong) => {
      const host = await TestHost.open(origin, { questions: { ids: [id] } });
      const [first, second] = [
        await TestPlayer.join(origin, host.opened.code),
        await TestPlayer.join(origin, host.opened.code),
      ];
      const [phone, other, wall] = [await first.watch(), await second.watch(), await host.project()];
      await host.command({ do: 'open', seconds: null });
      await phone.until(({ phase }) => phase === 'open');
      const [one, two] = [await first.answer({ response: right }), await second.answer({ response: wrong })];
      expect([one.status, two.status]).toEqual([200, 200]);
      // Its place in the log is the only thing that tells two acknowledgements apart.
      const withoutPlace = (text: string) => text.replace(/"off":"[^"]*"/, '');
      expect(withoutPlace(one.text)).toBe(withoutPlace(two.text));
      await host.command({ do: 'close' });
      await phone.until(({ phase }) => phase === 'closed');
      await other.until(({ phase }) => phase === 'closed');
      await wall.until(({ phase }) => phase === 'closed');
      for (const text of [wall.text, phone.text, other.text, one.text, two.text]) {
        for (const secret of SECRETS) expect(text).not.toContain(secret);
        expect(text).not.toMatch(/"(correct|verdict|outcome|grading|told|points|right)":(?!\[)/);
      }
      expect(wall.text + other.text).not.toContain('424242');
      await host.command({ do: 'reveal' });
      const [revealed, failed] = await Promise.all([
        phone.until(({ phase }) => phase === 'revealed'),
        other.until(({ phase }) => phase === 'revealed'),
      ]);
      expect(revealed.told?.key.version).toBe('KEYWORD-VERSION');
      expect([revealed.me.result?.verdict.correct, failed.me.result?.verdict.correct]).toEqual([true, false]);
      for (const stream of [phone, other, wall]) stream.close();
    },
  );

  it('a player is sent three frames a question, however many answer', async () => {
    const host = await TestHost.open(origin);
    const players = await Promise.all(Array.from({ length: 20 }, () => TestPlayer.join(origin, host.opened.code)));
    const phone = await (players[0] as TestPlayer).watch();
    await phone.until(() => true);
    await host.command({ do: 'open', seconds: null });
    await phone.until(({ phase }) => phase === 'open');
    await Promise.all(players.map((player) => player.answer()));
    await host.command({ do: 'close' });
    await phone.until(({ phase }) => phase === 'closed');
    await host.command({ do: 'reveal' });
    await phone.until(({ phase }) => phase === 'revealed');
    expect(phone.frames.map(({ phase }) => phase)).toEqual(['lobby', 'open', 'closed', 'revealed']);
    phone.close();
  });
});

describe('player as host', () => {
  it('is refused at everything that is the host’s, and nothing happens', async () => {
    const host = await TestHost.open(origin);
    const player = await TestPlayer.join(origin, host.opened.code);
    const stranger = await TestHost.open(origin);
    const { room } = host;
    for (const [token, status] of [
      [player.joined.token, 403],
      [host.opened.screenToken, 403],
      [stranger.opened.hostToken, 401],
      [player.joined.seat, 401],
    ] as const) {
      const said = [
        await ask(origin, `/rooms/${room}/command`, { token, body: { do: 'end' } }),
        await ask(origin, `/rooms/${room}/export?as=json`, { token }),
        await ask(origin, `/rooms/${room}`, { token, method: 'DELETE' }),
      ];
      expect(said.map((one) => one.status)).toEqual([status, status, status]);
    }
    const phone = await player.watch();
    expect(await phone.until(() => true)).toMatchObject({ phase: 'lobby', to: 'player' });
    phone.close();
  });
});

describe('a guard that does not guard', () => {
  it('every address that needs a token refuses none, a wrong one, a cut one, a doubled one and one in another place', async () => {
    const host = await TestHost.open(origin);
    const { room, hostToken } = host.opened;
    const places: [string, string, unknown][] = [
      [`/rooms/${room}/ticket`, 'POST', {}],
      [`/rooms/${room}/answer`, 'POST', { question: 0, round: 0, response: ['a'], seq: 1 }],
      [`/rooms/${room}/command`, 'POST', { do: 'end' }],
      [`/rooms/${room}/export?as=log`, 'GET', undefined],
      [`/rooms/${room}`, 'DELETE', undefined],
    ];
    const wrong = [
      '',
      'x',
      hostToken.slice(0, 21),
      hostToken + hostToken,
      `${hostToken.slice(0, 21)}!`,
      'A'.repeat(22),
    ];
    for (const [path, method, body] of places) {
      for (const token of wrong) {
        expect([path, (await ask(origin, path, { method, token, ...(body ? { body } : {}) })).status]).toEqual([
          path,
          401,
        ]);
      }
      const inQuery = `${path}${path.includes('?') ? '&' : '?'}token=${hostToken}`;
      expect((await ask(origin, inQuery, { method, ...(body ? { body } : {}) })).status).toBe(401);
      const elsewhere = path.replace(room, 'A'.repeat(22));
      expect((await ask(origin, elsewhere, { method, token: hostToken, ...(body ? { body } : {}) })).status).toBe(404);
    }
    for (const ticket of ['', 'x', 'host..99999999999999.x.y'])
      expect((await ask(origin, `/rooms/${room}/stream?ticket=${ticket}`)).status).toBe(401);
    expect((await ask(origin, '/rooms/index/stream')).status).toBe(404);
  });
});

describe('double, reordered, concurrent answers', () => {
  it('nine copies with three different choices at once are one answer, and all are told the same place', async () => {
    const host = await TestHost.open(origin, { settings: { changeable: false } });
    const player = await TestPlayer.join(origin, host.opened.code);
    await host.command({ do: 'open', seconds: null });
    const said = await Promise.all(
      Array.from({ length: 9 }, (_, n) => player.answer({ response: [['a', 'b', 'c'][n % 3] ?? ''] })),
    );
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(said.map(({ body }) => body.off)).size).toBe(1);
    const phone = await player.watch();
    const { me } = await phone.until(() => true);
    expect(me.answer).toEqual({ response: ['a'], seq: 1 });
    expect((await player.answer({ response: ['c'], seq: 2 })).body.why).toBe('final');
    phone.close();
  });

  it('where answers may be changed, a late retry of an old choice never undoes a newer one', async () => {
    const host = await TestHost.open(origin, { settings: { changeable: true } });
    const player = await TestPlayer.join(origin, host.opened.code);
    await host.command({ do: 'open', seconds: null });
    expect((await player.answer({ response: ['b'], seq: 3 })).body.seq).toBe(3);
    expect((await player.answer({ response: ['a'], seq: 2 })).body).toMatchObject({ received: true, seq: 3 });
    const phone = await player.watch();
    expect((await phone.until(() => true)).me.answer).toEqual({ response: ['b'], seq: 3 });
    phone.close();
  });
});

describe('answers before opening, after the bell, for another question', () => {
  it('do not count and say why; what reached the server before the bell counts', async () => {
    const host = await TestHost.open(origin);
    const [quick, slow] = [
      await TestPlayer.join(origin, host.opened.code),
      await TestPlayer.join(origin, host.opened.code),
    ];
    expect(await quick.answer()).toMatchObject({ status: 409, body: { why: 'not-open' } });
    await host.command({ do: 'open', seconds: 30 });
    expect((await quick.answer({ question: 1 })).body.why).toBe('other-question');
    expect((await quick.answer({ question: 99 })).body.why).toBe('other-question');
    expect((await quick.answer({ round: 1 })).body.why).toMatch(/not-open|late/);
    clock.aheadMs += 30_200;
    expect((await quick.answer()).status).toBe(200);
    clock.aheadMs += 100;
    expect((await slow.answer()).body.why).toBe('late');
    await host.command({ do: 'close' });
    expect((await slow.answer()).body.why).toBe('late');
    await host.command({ do: 'open', seconds: 30 });
    expect((await slow.answer({ question: 0 })).status).toBe(409);
    const view = await host.watch();
    expect((await view.until(() => true)).list.map(({ state }) => state)).toEqual(['closed', 'open', 'to-come']);
    view.close();
  });

  it('the bell rings by itself', async () => {
    const serving = await serveLive({ clock: testClock() });
    const { origin } = serving;
    const host = await TestHost.open(origin);
    const phone = await (await TestPlayer.join(origin, host.opened.code)).watch();
    await host.command({ do: 'open', seconds: 1 });
    await phone.until(({ phase }) => phase === 'open');
    const closed = await phone.until(({ phase }) => phase === 'closed');
    expect(closed.leftMs).toBeLessThanOrEqual(0);
    phone.close();
    await serving.stop();
  });
});

describe('seat theft by name, id or another room’s token', () => {
  it('gives nothing: a name is taken once, a seat’s id is no token, and a token is of one room', async () => {
    const [host, other] = [await TestHost.open(origin), await TestHost.open(origin)];
    const ada = await TestPlayer.join(origin, host.opened.code, { name: 'Ada' });
    for (const name of ['Ada', 'ada', 'Аda', 'A\u200bda', 'Ａｄａ', 'Äda']) {
      const said = await ask(origin, `/codes/${host.opened.code}/join`, { body: { lang: 'en', name } });
      expect([name, said.status, said.body.why]).toEqual([name, 409, 'name-taken']);
    }
    const thief = await TestPlayer.join(origin, other.opened.code, { name: 'Ada' });
    for (const token of [ada.joined.seat, thief.joined.token]) {
      expect((await ask(origin, `/rooms/${host.room}/ticket`, { token, method: 'POST' })).status).toBe(401);
    }
    // With the seat in the body instead of the token: no field of that name is taken.
    const forged = await ask(origin, `/rooms/${other.room}/answer`, {
      token: thief.joined.token,
      body: { question: 0, round: 0, response: ['a'], seq: 1, seat: ada.joined.seat },
    });
    expect(forged.status).toBe(400);
  });
});

describe('client clock ± 30 s', () => {
  it('changes nothing: no body takes a time, and times in frames count from the frame', async () => {
    const host = await TestHost.open(origin);
    const player = await TestPlayer.join(origin, host.opened.code);
    await host.command({ do: 'open', seconds: 60 });
    for (const at of [clock.now() - 30_000, clock.now() + 30_000]) {
      const body = { question: 0, round: 0, response: ['a'], seq: 1, at };
      expect((await ask(origin, `/rooms/${host.room}/answer`, { token: player.joined.token, body })).status).toBe(400);
    }
    const headers = { Date: new Date(0).toUTCString() };
    const body = { question: 0, round: 0, response: ['a'], seq: 1 };
    expect(
      (await ask(origin, `/rooms/${host.room}/answer`, { token: player.joined.token, body, headers })).status,
    ).toBe(200);
    const phone = await player.watch();
    const frame = await phone.until(() => true);
    expect(frame.leftMs).toBeLessThanOrEqual(60_000);
    expect(frame.leftMs).toBeGreaterThan(40_000);
    phone.close();
  });
});

describe('guessing codes', () => {
  it('ends after ten wrong ones a minute, for the right one too; classmates of a guesser and everybody else get in', async () => {
    const host = await TestHost.open(origin);
    const guess = (code: string, address: string) =>
      ask(origin, `/codes/${code}/join`, { body: { lang: 'en' }, headers: from(address) });
    await TestPlayer.join(origin, host.opened.code, { headers: from('192.0.2.50') });
    for (const address of ['192.0.2.50', '192.0.2.51']) {
      for (let n = 0; n < 10; n++) expect((await guess('ZZZZZZ', address)).status).toBe(404);
      const limited = await guess('ZZZZZZ', address);
      expect([limited.status, Number(limited.headers.get('retry-after'))]).toEqual([429, 6]);
    }
    expect((await guess(host.opened.code, '192.0.2.51')).status).toBe(429);
    expect((await guess(host.opened.code, '192.0.2.50')).status).toBe(201);
    expect((await guess(host.opened.code.toLowerCase(), '192.0.2.52')).status).toBe(201);
  });
});

describe('offensive, look-alike, invisible, huge names', () => {
  it.each([
    ['\u200b\u200b', 400],
    ['\u202eadA', 201],
    ['x'.repeat(25), 400],
    ['x'.repeat(3000), 400],
    ['a'.repeat(5).concat('\u0301'.repeat(500)), 201],
    ['fuck', 400],
    ['\u0000', 400],
    ['<img src=x onerror=alert(1)>', 400],
    ['<b>Bob</b>', 201],
    ['=1+1', 201],
  ])('%j is %i', async (name, status) => {
    const host = await TestHost.open(origin);
    const said = await ask<Joined>(origin, `/codes/${host.opened.code}/join`, { body: { lang: 'en', name } });
    expect(said.status).toBe(status);
    if (status === 201) expect(said.body.name).not.toMatch(/\p{C}/u);
  });
});

describe('barred player back', () => {
  it('gets no question and no answer in with the old seat, at once and after coming again', async () => {
    const host = await TestHost.open(origin);
    const player = await TestPlayer.join(origin, host.opened.code);
    const phone = await player.watch();
    await host.command({ do: 'bar', seats: [player.joined.seat] });
    await phone.until(({ me }) => me.status === 'barred');
    await host.command({ do: 'open', seconds: null });
    const back = await player.watch();
    const frame = await back.until(() => true);
    expect([frame.me.status, frame.asked]).toEqual(['barred', undefined]);
    expect((await player.answer()).body.why).toBe('barred');
    expect(phone.text + back.text).not.toContain('Which one');
    for (const stream of [phone, back]) stream.close();
  });
});

describe('frames of another room', () => {
  it('are had with no ticket, token or Last-Event-ID of one’s own room, and a ticket is used once', async () => {
    const [mine, theirs] = [await TestHost.open(origin), await TestHost.open(origin)];
    const player = await TestPlayer.join(origin, mine.opened.code);
    const { body } = await ask<{ ticket: string }>(origin, `/rooms/${mine.room}/ticket`, {
      token: player.joined.token,
      method: 'POST',
    });
    expect((await ask(origin, `/rooms/${theirs.room}/stream?ticket=${body.ticket}`)).status).toBe(401);
    const stream = await Stream.withTicket<PlayerFrame>(origin, mine.room, { ticket: body.ticket, after: '999999' });
    expect((await ask(origin, `/rooms/${mine.room}/stream?ticket=${body.ticket}`)).status).toBe(401);
    expect(
      (await ask(origin, `/rooms/${theirs.room}/ticket`, { token: player.joined.token, method: 'POST' })).status,
    ).toBe(401);
    stream.close();
  });
});

describe('slow readers, huge bodies, slow-loris', () => {
  it('a reader who never reads holds up nobody, and at most one frame waits for it', async () => {
    const host = await TestHost.open(origin);
    const [lazy, quick] = [
      await TestPlayer.join(origin, host.opened.code),
      await TestPlayer.join(origin, host.opened.code),
    ];
    const { body } = await ask<{ ticket: string }>(origin, `/rooms/${host.room}/ticket`, {
      token: lazy.joined.token,
      method: 'POST',
    });
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.pause();
    socket.write(`GET /api/live/rooms/${host.room}/stream?ticket=${body.ticket} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const phone = await quick.watch();
    for (let n = 0; n < 100; n++) {
      await host.command(n === 0 ? { do: 'open', question: 0, seconds: null } : { do: 'revote', seconds: null });
      await host.command({ do: 'close' });
    }
    await phone.until(({ phase, round }) => phase === 'closed' && round === 99);
    socket.destroy();
    phone.close();
  });

  it('a body of more than 16 KiB, said or streamed, and one that is no JSON or too deep, are refused', async () => {
    const host = await TestHost.open(origin);
    const huge = JSON.stringify({ do: 'rename', seat: 'x', name: 'x'.repeat(17_000) });
    const path = `/rooms/${host.room}/command`;
    const token = host.opened.hostToken;
    expect((await ask(origin, path, { token, body: huge })).status).toBe(413);
    const streamed = await fetch(`${origin}/api/live${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: new Blob([huge]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await ask(origin, path, { token, body: '{"do":' })).body.why).toBe('no-json');
    const deep = `{"question":0,"round":0,"seq":1,"response":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const player = await TestPlayer.join(origin, host.opened.code);
    expect((await ask(origin, `/rooms/${host.room}/answer`, { token: player.joined.token, body: deep })).status).toBe(
      400,
    );
  });

  it('a phone that hangs up in mid-body, or before it is answered, harms nobody, and its whole answer counts', async () => {
    const host = await TestHost.open(origin);
    const [half, whole] = [
      await TestPlayer.join(origin, host.opened.code),
      await TestPlayer.join(origin, host.opened.code),
    ];
    await host.command({ do: 'open', seconds: null });
    const body = '{"question":0,"round":0,"response":["a"],"seq":1}';
    const head = (token: string) =>
      `POST /api/live/rooms/${host.room}/answer HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Length: ${body.length}\r\n\r\n`;
    for (const [player, sent] of [
      [half, body.slice(0, 20)],
      [whole, body],
    ] as const) {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1');
      await new Promise((resolve) => socket.write(head(player.joined.token) + sent, resolve));
      await new Promise((resolve) => socket.once('close', resolve).destroySoon());
    }
    const view = await host.watch();
    await view.until(({ answered }) => answered === 1);
    expect((await whole.answer({ seq: 0 })).body).toMatchObject({ received: true, seq: 1 });
    expect((await half.answer({ response: ['b'] })).body).toMatchObject({ received: true, seq: 1 });
    await view.until(({ answered }) => answered === 2);
    view.close();
  });

  it('an answer after the other from one seat is slowed down, not stored', async () => {
    const host = await TestHost.open(origin);
    const player = await TestPlayer.join(origin, host.opened.code);
    await host.command({ do: 'open', seconds: null });
    const said = await Promise.all(Array.from({ length: 60 }, (_, n) => player.answer({ seq: n + 1 })));
    const limited = said.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(10);
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });
});

describe('HTML in every text', () => {
  it('is text: answers are JSON that no browser sniffs, and names and titles come back as they were written', async () => {
    const html = '<script>alert(1)</script>';
    const host = await TestHost.open(origin, { title: html, settings: { teams: [html] } });
    const player = await TestPlayer.join(origin, host.opened.code, { name: '<i>Bob</i>' });
    const phone = await player.watch();
    expect(await phone.until(() => true)).toMatchObject({
      title: html,
      me: { name: '<i>Bob</i>' },
      settings: { teams: [html] },
    });
    const said = await ask(origin, `/codes/${host.opened.code}/join`, { body: { lang: 'en', name: html } });
    expect(said.headers.get('content-type')).toMatch(/^application\/json/);
    expect(said.headers.get('x-content-type-options')).toBe('nosniff');
    expect(said.headers.get('cache-control')).toBe('no-store');
    const nothing = await ask(origin, `/rooms/${encodeURIComponent(html)}/export`);
    expect(nothing.text).not.toContain('<script>');
    phone.close();
  });
});

describe('a log that does not take it', () => {
  it('is 503 with Retry-After; the retry counts once, whether the first was written or not', async () => {
    let fault: { outcome: 'not-written' } | { outcome: 'unknown'; written: boolean } | undefined;
    const log = await openMemoryLog<unknown>({ now: Date.now, fault: () => fault });
    const own = await serveLive({ log });
    const host = await TestHost.open(own.origin);
    const player = await TestPlayer.join(own.origin, host.opened.code);
    await host.command({ do: 'open', seconds: null });
    for (const one of [{ outcome: 'not-written' }, { outcome: 'unknown', written: true }] as const) {
      fault = one;
      const said = await player.answer({ seq: 1 });
      // An answer that was written after all is known by the time of the retry.
      expect([said.status, said.headers.get('retry-after')]).toEqual([503, '1']);
    }
    fault = undefined;
    const [first, second] = [await player.answer({ seq: 1 }), await player.answer({ seq: 1 })];
    expect([first.status, second.body]).toEqual([200, first.body]);
    const view = await host.watch();
    expect((await view.until(() => true)).answered).toBe(1);
    view.close();
    await own.stop();
  });
});
