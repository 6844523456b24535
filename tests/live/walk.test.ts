import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIN } from '../../src/islands/lab/scenario.fixture.ts';
import type { Looked } from '../../src/live/commands.ts';
import { fold } from '../../src/live/room.ts';
import { readRoomEvent } from '../../src/live/room-event-schema.ts';
import type { Stored } from '../../src/live/room-events.ts';
import { roomHash } from '../../src/live/room-hash.ts';
import { emptyRoom } from '../../src/live/room-state.ts';
import { ask, type Serving, serveLive, TestHost, TestPlayer } from './live-server.fixture.ts';

let serving: Serving;
beforeAll(async () => {
  serving = await serveLive();
});
afterAll(() => serving.stop());

describe('a room over HTTP', () => {
  it('is opened, joined, asked, answered, closed, revealed and ended', async () => {
    const { origin } = serving;
    const host = await TestHost.open(origin);
    const [view, wall] = [await host.watch(), await host.project()];
    const player = await TestPlayer.join(origin, host.opened.code, { name: 'Ada' });
    const phone = await player.watch();
    expect(await phone.until(({ phase }) => phase === 'lobby')).toMatchObject({ to: 'player', me: { name: 'Ada' } });
    await view.until(({ seats }) => seats[0]?.connected === true);

    expect((await host.command({ do: 'open', seconds: 30 })).status).toBe(200);
    const asked = await phone.until(({ phase }) => phase === 'open');
    expect(asked).toMatchObject({ question: 0, round: 0, asked: { id: 'one' }, wholeMs: 30_000 });
    expect(asked.leftMs).toBeGreaterThan(25_000);
    const { status, body } = await player.answer();
    expect([status, body]).toMatchObject([200, { received: true, seq: 1 }]);
    await view.until(({ answered }) => answered === 1);
    await wall.until(({ answered }) => answered === 1);

    expect((await host.command({ do: 'close' })).status).toBe(200);
    expect((await host.command({ do: 'reveal' })).status).toBe(200);
    const revealed = await phone.until(({ phase }) => phase === 'revealed');
    expect(revealed.me.result?.verdict.correct).toBe(true);
    expect(revealed.told?.spread).toMatchObject({ answered: 1, right: 1 });
    expect((await host.command({ do: 'end' })).status).toBe(200);
    await phone.until(({ phase }) => phase === 'ended');
  });

  it('grades a simulator task inside a case by its run, and the log alone replays to the same', async () => {
    const { origin } = serving;
    const host = await TestHost.open(origin, { questions: { ids: ['rush'] }, settings: { teams: ['Quay', 'Pier'] } });
    const names = ['Both', 'Only the choice', 'Only the run'];
    const players = await Promise.all(names.map((name) => TestPlayer.join(origin, host.opened.code, { name })));
    const [both, choice, run] = players as [TestPlayer, TestPlayer, TestPlayer];
    await host.command({ do: 'open', seconds: 60 });
    const [solved, failed] = [{ [MIN]: 50 }, { [MIN]: 0 }];
    expect((await both.answer({ response: { why: ['a'], mend: solved } })).status).toBe(200);
    expect((await choice.answer({ response: { why: ['a'], mend: failed } })).status).toBe(200);
    expect((await run.answer({ response: { why: ['b'], mend: solved } })).status).toBe(200);
    await host.command({ do: 'move', seat: both.joined.seat, team: 1 });
    await host.command({ do: 'close' });
    await host.command({ do: 'reveal' });
    const phone = await run.watch();
    const { me, told } = await phone.until(({ phase }) => phase === 'revealed');
    expect(me.result?.verdict).toMatchObject({
      correct: false,
      credit: 0.5,
      items: [{ right: false }, { right: true }],
    });
    expect(told?.spread).toMatchObject({ answered: 3, right: 1 });
    phone.close();

    const exported = JSON.parse((await host.export('json')).text) as { state: string; people: object[] };
    expect(exported.people).toMatchObject([
      { name: 'Both', points: 100 },
      { name: 'Only the choice', points: 0 },
      { name: 'Only the run', points: 0 },
    ]);
    const room = emptyRoom();
    for (const line of (await host.export('log')).text.trim().split('\n')) {
      const stored = JSON.parse(line) as Stored;
      expect(readRoomEvent(stored.event)).toEqual({ event: stored.event });
      fold(room, stored);
    }
    expect(roomHash(room)).toBe(exported.state);
  });

  it('shows the host of an assignment how far everybody is, and one question as of now', async () => {
    const { origin } = serving;
    const host = await TestHost.open(origin, { settings: { pace: 'self', openMs: 60_000 } });
    const view = await host.watch();
    const player = await TestPlayer.join(origin, host.opened.code, { name: 'Ada' });
    await player.answer({ question: 1, response: ['b'] });
    const frame = await view.until(({ seats }) => seats[0]?.marks !== undefined);
    expect(frame.seats[0]?.marks).toBe('.w.');
    expect(frame.list.map(({ answers }) => answers?.answered)).toEqual([0, 1, 0]);
    expect(frame.deadlineInMs).toBeGreaterThan(50_000);
    const look = (place: string, token: string) =>
      ask<Looked>(origin, `/rooms/${host.room}/questions/${place}`, { token });
    const looked = (await look('1', host.opened.hostToken)).body;
    expect(looked.told.spread).toMatchObject({ answered: 1, right: 0, choices: { a: 0, b: 1 } });
    expect((await look('1', player.joined.token)).status).toBe(403);
    expect((await look('1', host.opened.screenToken)).status).toBe(403);
    for (const place of ['9', '-1', 'x', '0.5']) expect((await look(place, host.opened.hostToken)).status).toBe(409);
    view.close();
  });
});
