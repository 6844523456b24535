import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/live/commands.ts';
import { randomFrom } from '../../src/random/random.ts';
import { ask, TestHost, TestPlayer } from './live-server.fixture.ts';
import { freePort, ServerProcess } from './process.fixture.ts';

/** CI kills a few times; KILLS=100 is the whole figure. */
const KILLS = Number(process.env.KILLS ?? 3);
const PLAYERS = 60;

let folder = '';
let server: ServerProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drydock-rooms-'));
  server = new ServerProcess(await freePort(), { DRYDOCK_DATA: join(folder, 'rooms.sqlite') });
  await server.start();
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** As a phone does it: the same answer again until it is acknowledged. */
async function answerUntilTaken(player: TestPlayer, choice: string, onTaken: () => void): Promise<string> {
  for (;;) {
    const said = await player.answer({ response: [choice] }).catch(() => undefined);
    if (said?.status === 200) {
      onTaken();
      return said.body.off;
    }
    if (said !== undefined && said.status < 500) throw new Error(`The answer was refused: ${said.text}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('kill -9 of the server', () => {
  it.each(Array.from({ length: KILLS }, (_, seed) => seed))(
    'in the middle of a burst of answers loses none and doubles none, seed %i',
    async (seed) => {
      const random = randomFrom('kill', seed);
      const host = await TestHost.open(server.origin, { settings: { changeable: seed % 2 === 0 } });
      const players: TestPlayer[] = [];
      for (let n = 0; n < PLAYERS; n++) players.push(await TestPlayer.join(server.origin, host.opened.code));
      await host.command({ do: 'open', seconds: null });
      let taken = 0;
      const killAfter = 1 + random.below(PLAYERS - 10);
      let killed: Promise<void> | undefined;
      const onTaken = () => {
        taken += 1;
        if (taken !== killAfter) return;
        killed = server.kill().then(() => server.start());
      };
      const choices = players.map(() => ['a', 'b', 'c'][random.below(3)] ?? 'a');
      const places = await Promise.all(
        players.map((player, n) => answerUntilTaken(player, choices[n] ?? 'a', onTaken)),
      );
      await killed;
      expect(killed).toBeDefined();
      const { text } = await host.export('json');
      const { answers } = JSON.parse(text) as { answers: { name: string; answer: string }[] };
      expect(answers).toHaveLength(PLAYERS);
      expect(new Set(answers.map(({ name }) => name)).size).toBe(PLAYERS);
      // A retry is told the place of what counts.
      const again = await Promise.all(players.map((player, n) => player.answer({ response: [choices[n] ?? 'a'] })));
      expect(again.map(({ body }) => body.off)).toEqual(places);
    },
  );

  it('lost seat at any phase: everybody comes back to the same seat, answer and question, host and wall too', async () => {
    const host = await TestHost.open(server.origin);
    const player = await TestPlayer.join(server.origin, host.opened.code, { name: 'Ada' });
    const steps: [Command | undefined, string][] = [
      [undefined, 'lobby'],
      [{ do: 'open', seconds: 600 }, 'open'],
      [{ do: 'close' }, 'closed'],
      [{ do: 'reveal' }, 'revealed'],
      [{ do: 'end' }, 'ended'],
    ];
    for (const [command, phase] of steps) {
      if (command !== undefined) expect((await host.command(command)).status).toBe(200);
      if (phase === 'open') expect((await player.answer()).status).toBe(200);
      await server.kill();
      await server.start();
      const [phone, view, wall] = await Promise.all([player.watch(), host.watch(), host.project()]);
      const frame = await phone.until(() => true);
      expect([frame.phase, frame.me.name, frame.code]).toEqual([phase, 'Ada', host.opened.code]);
      if (phase !== 'lobby' && phase !== 'ended') expect(frame.me.answer).toEqual({ response: ['a'], seq: 1 });
      expect((await view.until(() => true)).phase).toBe(phase);
      expect((await wall.until(() => true)).phase).toBe(phase);
      for (const stream of [phone, view, wall]) stream.close();
    }
    expect((await ask(server.origin, `/codes/${host.opened.code}/join`, { body: { lang: 'en' } })).body.why).toBe(
      'ended',
    );
  });

  it('two servers on one SQLite file: the second says so in a sentence and ends with 1', async () => {
    const second = new ServerProcess(await freePort(), { DRYDOCK_DATA: join(folder, 'rooms.sqlite') });
    await expect(second.start()).rejects.toThrow('The server ended with 1.');
    const host = await TestHost.open(server.origin);
    expect(host.opened.code).toHaveLength(6);
  });
});
