/**
 * A live room under load: the server in a process of its own (or three on one Redis), the players in this one. CPU per answer,
 * messages per player, gaps and lost answers are gates (exit code 1); wall times are reported, since machines vary. The baseline of
 * CPU is Node alone with the same requests, measured in the same run: machines vary in what a write to a socket costs.
 * Run: node tools/run.mjs bench/live.ts [--players 1000] [--redis [--down 10000]]. 10,000 players need `ulimit -n 20000`.
 * `--down`: Redis is killed in mid-burst and stays away for so many ms, and until every server has said so.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startRedis } from '../src/server/event-log/redis-server.fixture.ts';
import { freePort, ServerProcess } from '../tests/live/process.fixture.ts';
import { bareCpu } from './live-load/bare.ts';
import { answerThroughOutage } from './live-load/redis-down.ts';
import { LoadedRoom, type spread } from './live-load/room.ts';

const MOST_PUSHES = 3;
/** kB of a process per player, streams and seats: 20 wanted, a tenth for when the collector last came by. A small room is lost in it. */
const MOST_KB = 22;
const ENOUGH_FOR_MEMORY = 5_000;
const CONNECTIONS = 256;

const { values } = parseArgs({
  options: {
    players: { type: 'string', default: '1000' },
    redis: { type: 'boolean', default: false },
    cpu: { type: 'string', default: '2.5' },
    down: { type: 'string' },
    ready: { type: 'string', default: '1000' },
  },
});
const players = Number(values.players);
/** An answer of a burst may cost so many times what Node alone needs for it. */
const mostTimes = Number(values.cpu);
const faults: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'drydock-load-'));
const redis = values.redis ? await startRedis() : undefined;
const env = redis ? { REDIS_URL: redis.url } : { DRYDOCK_DATA: join(folder, 'rooms.sqlite') };
const servers: ServerProcess[] = [];
for (let n = 0; n < (redis ? 3 : 1); n++) {
  const server = new ServerProcess(await freePort(), env);
  await server.start();
  servers.push(server);
}
let bareUs = 0;
try {
  bareUs = await bareCpu(players, CONNECTIONS);
  await measure();
} finally {
  await Promise.all(servers.map((server) => server.kill()));
  await redis?.end();
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.log(`✗ ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function measure(): Promise<void> {
  const room = await LoadedRoom.open(servers, players);
  const idle = await memory();
  await room.join(players);
  const connectMs = await room.connect();
  const kB = ((await memory()) - idle) / players / 1000;
  console.log(`${players} players on ${redis ? 'three servers and Redis' : 'one server and SQLite'}`);
  console.log(`Node alone: ${bareUs.toFixed(0)} µs of CPU for a request like an answer`);
  console.log(`connected in ${connectMs.toFixed(0)} ms; ${kB.toFixed(1)} kB of memory per player`);
  gate(
    players < ENOUGH_FOR_MEMORY || kB <= MOST_KB * servers.length,
    `${kB.toFixed(1)} kB per player, at most ${MOST_KB} a server wanted`,
  );

  const before = room.pages.map(({ frames }) => frames);
  print('question opened, at every page', await room.broadcast({ do: 'open', seconds: null }));
  await answers(room, 0, 2000);
  print('closed, at every page', await room.broadcast({ do: 'close' }));
  print('revealed with own results, at every page', await room.broadcast({ do: 'reveal' }));
  const pushes = Math.max(...room.pages.map(({ frames }, n) => frames - (before[n] ?? 0)));
  console.log(`pushes to a player for this question: ${pushes}`);
  gate(pushes <= MOST_PUSHES, `${pushes} pushes to a player, at most ${MOST_PUSHES} wanted`);

  await room.broadcast({ do: 'open', seconds: null });
  await answers(room, 1, 0);
  room.cut();
  console.log(`storm: all pages back in ${(await room.connect()).toFixed(0)} ms`);
  await room.broadcast({ do: 'close' });
  const asked = 2 + (await outage(room));
  const gaps = room.pages.reduce((sum, { backwards }) => sum + backwards, 0);
  gate(gaps === 0, `${gaps} frames were older than one before them`);

  const results = await room.results();
  gate(
    results.every(({ answers: counted }) => counted === asked * players),
    `answers counted: ${results.map((one) => one.answers)}`,
  );
  gate(new Set(results.map(({ state }) => state)).size === 1, `states differ: ${results.map((one) => one.state)}`);
  console.log(`answers counted ${results[0]?.answers}, state ${results.map(({ state }) => state).join(' = ')}`);
  room.close();
}

/** A third question through a Redis that dies; how many questions that were. */
async function outage(room: LoadedRoom): Promise<number> {
  if (redis === undefined || values.down === undefined) return 0;
  await room.broadcast({ do: 'open', seconds: null });
  const { refused, readyMs } = await answerThroughOutage(room, redis, Number(values.down));
  console.log(`Redis away in mid-burst: ${refused} refusals; ready ${readyMs.toFixed(0)} ms after it is back`);
  gate(readyMs < Number(values.ready), `ready after ${readyMs.toFixed(0)} ms, less than ${values.ready} wanted`);
  await room.broadcast({ do: 'close' });
  return 1;
}

async function answers(room: LoadedRoom, question: number, overMs: number): Promise<void> {
  const before = await cpu();
  const { perSecond, times } = await room.answer(question, overMs);
  const each = ((await cpu()) - before) / players;
  print(overMs > 0 ? `answers over ${overMs / 1000} s, acknowledged` : 'answers all at once, acknowledged', times);
  console.log(
    `  ${perSecond.toFixed(0)} a second durable, ${each.toFixed(0)} µs of CPU each, ${(each / bareUs).toFixed(1)} times Node alone`,
  );
  // Spread out, small batches are written one after the other and the machine has time: what counts is the burst.
  // Every server folds every answer.
  const most = mostTimes * bareUs * servers.length;
  gate(overMs > 0 || each <= most, `${each.toFixed(0)} µs of CPU per answer, at most ${most.toFixed(0)} wanted`);
}

async function cpu(): Promise<number> {
  const all = await Promise.all(servers.map((server) => server.used()));
  return all.reduce((sum, { cpu: { user, system } }) => sum + user + system, 0);
}

async function memory(): Promise<number> {
  const all = await Promise.all(servers.map((server) => server.used()));
  return all.reduce((sum, one) => sum + one.memory, 0);
}

function print(what: string, { p50, p99, most }: ReturnType<typeof spread>): void {
  console.log(`${what}: p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, last ${most.toFixed(1)} ms`);
}

function gate(holds: boolean, fault: string): void {
  if (!holds) faults.push(fault);
}
