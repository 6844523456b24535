import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveLive, TestHost, TestPlayer } from './live-server.fixture.ts';

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
});
