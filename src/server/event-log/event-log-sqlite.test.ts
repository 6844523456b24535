import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../random/random.ts';
import { UserError } from '../../simulator/scenario/user-error.ts';
import { describeLaws, type Fact } from './event-log.laws.ts';
import type { Stored } from './event-log.ts';
import { openSqliteLog } from './event-log-sqlite.ts';

const KILLS = Number(process.env.CRASH_KILLS ?? 5);
const SEED = process.env.CRASH_SEED ?? '1';
const WRITER = fileURLToPath(new URL('./crash-writer.fixture.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'drydock-log-'));
let files = 0;
const freshFile = () => {
  files += 1;
  return join(folder, `${files}`, 'rooms.sqlite');
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clock = { ms: 1_000 };
const open = (file: string) => openSqliteLog<Fact>({ file, now: () => clock.ms });

describeLaws(
  {
    name: 'SQLite',
    keeps: true,
    shared: false,
    async place() {
      const file = freshFile();
      return { open: () => open(file) };
    },
  },
  clock,
);

describe('a SQLite file', () => {
  it('refuses a second server with one sentence, and lets it in when the first has gone', async () => {
    const file = freshFile();
    const first = await open(file);
    await first.append('r', { who: 'a', n: 1 });
    await expect(open(file)).rejects.toThrow(UserError);
    const { code, stderr } = await startWriter(file, 0, 1).ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`The file ${file} is in use by another server`);
    await first.append('r', { who: 'a', n: 2 });
    await first.close();
    const second = await open(file);
    const seen: Stored<Fact>[] = [];
    await second.tail('r', null, (stored) => seen.push(stored));
    expect(seen.map(({ event }) => event.n)).toEqual([1, 2]);
    await second.close();
  });

  it('is refused with a sentence when it is something else, and is not touched', async () => {
    const text = freshFile();
    mkdirSync(join(text, '..'), { recursive: true });
    writeFileSync(text, 'Dear diary, this is not a database. '.repeat(200));
    await expect(open(text)).rejects.toThrow('is no log of live rooms; give the log another file.');
    expect(readFileSync(text, 'utf8')).toMatch(/^Dear diary/);

    const other = join(text, '..', 'other.sqlite');
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE birds (name TEXT)');
    db.close();
    const before = readFileSync(other);
    await expect(open(other)).rejects.toThrow('is a database of another program');
    expect(readFileSync(other).equals(before)).toBe(true);

    const newer = freshFile();
    await (await open(newer)).close();
    const ours = new DatabaseSync(newer);
    ours.exec('PRAGMA user_version = 9');
    ours.close();
    await expect(open(newer)).rejects.toThrow('was written by a newer version of this program');
  });

  it.each(['/dev/null/rooms.sqlite', folder])(
    'is refused with a sentence where nothing can be written: %s',
    async (file) => {
      await expect(open(file)).rejects.toThrow(`The file ${file} cannot be written here`);
    },
  );

  it('holds nothing of a purged room, not even in its write-ahead log', async () => {
    const file = freshFile();
    const log = await open(file);
    for (let n = 0; n < 50; n += 1) await log.append('secret-room', { who: 'Kim-Very-Private', n });
    await log.append('other', { who: 'stays', n: 0 });
    await log.purge('secret-room');
    const bytes = () =>
      readdirSync(join(file, '..'))
        .map((name) => readFileSync(join(file, '..', name), 'latin1'))
        .join('');
    expect(bytes()).toContain('stays');
    expect(bytes()).not.toMatch(/Kim-Very-Private|secret-room/);
    await log.close();
    expect(bytes()).not.toMatch(/Kim-Very-Private|secret-room/);
  });

  it('that is full refuses what does not fit, keeps what it acknowledged, and can be opened again', async () => {
    const file = freshFile();
    // The limit of a file's size stands for a full disk; the signal that comes with it is left aside.
    const { code, acknowledged, stderr } = await startWriter(file, 0, 50, 'trap "" XFSZ; ulimit -f 1500;').ended;
    expect(code).toBe(1);
    expect(stderr).toContain('LogUnavailable: The log could not be written');
    expect(acknowledged.size).toBeGreaterThan(50);
    expect(missingFrom(await readAll(file), acknowledged)).toEqual([]);
  });
});

describe('a server that is killed in the middle of a burst', () => {
  it(`has every acknowledged event, once and in order, after ${KILLS} kills (seed ${SEED})`, async () => {
    const file = freshFile();
    const random = randomFrom('crash', SEED);
    const acknowledged = new Map<number, string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const writer = startWriter(file, kill * 1_000_000, 1 + random.below(400));
      await writer.acknowledgedAtLeast(1 + random.below(3000));
      writer.kill();
      const { signal, acknowledged: more } = await writer.ended;
      expect(signal).toBe('SIGKILL');
      for (const [n, off] of more) acknowledged.set(n, off);
    }
    const found = await readAll(file);
    expect(missingFrom(found, acknowledged)).toEqual([]);
    expect(new Set(found.map(({ event }) => event.n)).size).toBe(found.length);
    const inOrderOfOffset = [...found].sort((a, b) => Number(a.off) - Number(b.off)).map(({ event }) => event.n);
    expect(inOrderOfOffset).toEqual([...inOrderOfOffset].sort((a, b) => a - b));
    expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
  });
});

/** The appends that were acknowledged and are not at their place. */
function missingFrom(found: readonly Stored<Fact>[], acknowledged: ReadonlyMap<number, string>): number[] {
  const places = new Map(found.map(({ off, event }) => [event.n, off]));
  return [...acknowledged].flatMap(([n, off]) => (places.get(n) === off ? [] : [n]));
}

async function readAll(file: string): Promise<Stored<Fact>[]> {
  const log = await open(file);
  const found: Stored<Fact>[] = [];
  for (const room of await log.rooms()) {
    const own: number[] = [];
    await log.tail(room, null, (stored) => {
      found.push(stored);
      own.push(stored.event.n);
    });
    expect(own).toEqual([...own].sort((a, b) => a - b));
    expect(own.every((n) => `room ${n % 3}` === room)).toBe(true);
  }
  await log.close();
  return found;
}

function startWriter(file: string, first: number, atOnce: number, before = '') {
  const command = [process.execPath, WRITER, file, String(first), String(atOnce)];
  const child = spawn('sh', ['-c', `${before} exec "$@"`, 'sh', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged = new Map<number, string>();
  const waiting: { count: number; tell: () => void }[] = [];
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [n = '', off = ''] = line.split(' ');
    // A line that the kill cut off was not said.
    if (off !== '') acknowledged.set(Number(n), off);
    for (const { count, tell } of waiting) if (acknowledged.size >= count) tell();
  });
  return {
    kill: () => child.kill('SIGKILL'),
    acknowledgedAtLeast: (count: number) =>
      new Promise<void>((tell, refuse) => {
        waiting.push({ count, tell });
        child.once('exit', () => refuse(new Error(`The writer ended early: ${stderr}`)));
      }),
    ended: Promise.all([once(child, 'close'), once(lines, 'close')]).then(([[code, signal]]) => ({
      code: code as number | null,
      signal: signal as string | null,
      stderr,
      acknowledged,
    })),
  };
}
