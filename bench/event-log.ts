/**
 * The log of live rooms: what a durable append costs, with 1, 10, 100 and 1,000 of them under way at once, in each store.
 * CPU time is that of this process with its threads (Redis's own is not in it) and gates; rates depend on the disk and are
 * reported. Medians of five. The baseline is what one writes first: a commit for each event, on the main thread.
 * Run: node tools/run.mjs bench/event-log.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventLog } from '../src/server/event-log/event-log.ts';
import { openMemoryLog } from '../src/server/event-log/event-log-memory.ts';
import { openRedisLog } from '../src/server/event-log/event-log-redis.ts';
import { openSqliteLog } from '../src/server/event-log/event-log-sqlite.ts';
import { startRedis } from '../src/server/event-log/redis-server.fixture.ts';
import { findRedis } from '../tools/find-redis.ts';

type Answer = { type: 'answered'; seat: string; question: number; choice: string[]; at: number };
type Measured = { cpuMicroseconds: number; perSecond: number };

const TIMES = 5;
const AT_ONCE = [1, 10, 100, 1000];
/** CPU of an append in microseconds with 1,000 at once: a class that answers in the same second. */
const BUDGET_MICROSECONDS: Record<string, number> = { memory: 15, 'SQLite, full': 30, 'Redis, always': 40 };
const TAILED = 'room';

const folder = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
const over: string[] = [];
try {
  console.log('store            at once   CPU µs/append   appends/s');
  await benchLog('memory', await openMemoryLog<Answer>({ now: Date.now }));
  for (const synchronous of ['full', 'normal'] as const) {
    const file = join(folder, `${synchronous}.sqlite`);
    await benchLog(`SQLite, ${synchronous}`, await openSqliteLog<Answer>({ file, now: Date.now, synchronous }));
  }
  benchBaseline(join(folder, 'baseline.sqlite'));
  await benchRedis();
  await benchRestart(join(folder, 'restart.sqlite'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;

async function benchLog(name: string, log: EventLog<Answer>): Promise<void> {
  let seen = 0;
  await log.tail(TAILED, null, () => {
    seen += 1;
  });
  for (const atOnce of AT_ONCE) {
    const count = atOnce === 1 ? 500 : 10_000;
    const runs: Measured[] = [];
    for (let run = 0; run < TIMES; run += 1) {
      seen = 0;
      runs.push(await measure(count, () => appendAll(log, count, atOnce)));
      if (seen !== count) throw new Error(`${name}: the tail saw ${seen} of ${count}.`);
    }
    say(name, atOnce, medianOf(runs));
  }
  await log.close();
}

/** Keeps `atOnce` appends under way until `count` are acknowledged. */
async function appendAll(log: EventLog<Answer>, count: number, atOnce: number): Promise<void> {
  let next = 0;
  const phone = async () => {
    while (next < count) {
      next += 1;
      await log.append(TAILED, answer(next), { deadlineMs: 60_000 });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, phone));
}

function benchBaseline(file: string): void {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (event TEXT)');
  const insert = db.prepare('INSERT INTO events VALUES (?)');
  const runs = Array.from({ length: TIMES }, () => {
    const cpu = process.cpuUsage();
    const began = performance.now();
    for (let n = 0; n < 500; n += 1) insert.run(JSON.stringify(answer(n)));
    return measured(500, cpu, began);
  });
  db.close();
  say('a commit each', 1, medianOf(runs));
}

async function benchRedis(): Promise<void> {
  if (findRedis() === undefined) return console.log('Redis: no redis-server is installed.');
  const redis = await startRedis();
  await benchLog('Redis, always', await openRedisLog<Answer>({ url: redis.url }));
  await redis.end();
}

/** From a closed file to a room that is folded again. */
async function benchRestart(file: string): Promise<void> {
  const count = 200_000;
  const writing = await openSqliteLog<Answer>({ file, now: Date.now, synchronous: 'normal' });
  await appendAll(writing, count, 4000);
  await writing.close();
  const began = performance.now();
  const log = await openSqliteLog<Answer>({ file, now: Date.now });
  let seen = 0;
  await log.tail(TAILED, null, () => {
    seen += 1;
  });
  const ms = performance.now() - began;
  await log.close();
  console.log(`restart with ${seen} events: ${ms.toFixed(0)} ms = ${((ms * 1000) / seen).toFixed(1)} µs an event`);
}

async function measure(count: number, run: () => Promise<void>): Promise<Measured> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await run();
  return measured(count, cpu, began);
}

function measured(count: number, before: NodeJS.CpuUsage, beganMs: number): Measured {
  const { user, system } = process.cpuUsage(before);
  return { cpuMicroseconds: (user + system) / count, perSecond: (count * 1000) / (performance.now() - beganMs) };
}

function medianOf(runs: readonly Measured[]): Measured {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return {
    cpuMicroseconds: middle(runs.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    perSecond: middle(runs.map(({ perSecond }) => perSecond)),
  };
}

function say(name: string, atOnce: number, { cpuMicroseconds, perSecond }: Measured): void {
  const columns = [name.padEnd(16), String(atOnce).padStart(7), cpuMicroseconds.toFixed(1).padStart(15)];
  console.log(`${columns.join(' ')} ${Math.round(perSecond).toLocaleString('en').padStart(11)}`);
  const budget = BUDGET_MICROSECONDS[name];
  if (atOnce === 1000 && budget !== undefined && cpuMicroseconds > budget)
    over.push(`${name}: ${cpuMicroseconds.toFixed(1)} µs an append is over the budget of ${budget} µs.`);
}

function answer(n: number): Answer {
  return {
    type: 'answered',
    seat: `seat-${n % 10_000}`,
    question: 1 + (n % 10),
    choice: ['b'],
    at: 1_795_000_000_000 + n,
  };
}
