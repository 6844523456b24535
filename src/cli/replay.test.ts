import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../live/room.ts';
import type { Stored } from '../live/room-events.ts';
import { roomHash } from '../live/room-hash.ts';
import { emptyRoom } from '../live/room-state.ts';
import { sayUserFault, UserError } from '../simulator/scenario/user-error.ts';
import type { Outside } from './command.ts';
import { replayCommand } from './replay.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Exported by the first Drydock that had rooms, with what it printed. Never changed: a later version gets files of its own. */
const FIRST = join(root, 'tests/rooms/version-1.ndjson');
const PRINTED = readFileSync(join(root, 'tests/rooms/version-1.txt'), 'utf8');
const LINES = readFileSync(FIRST, 'utf8').trimEnd().split('\n');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drydock-replay-'));
  const changed = (line: number, text: string) => LINES.with(line - 1, text).join('\n');
  writeFileSync(join(folder, 'cut.ndjson'), changed(55, (LINES[54] ?? '').slice(0, 40)));
  writeFileSync(join(folder, 'other.ndjson'), changed(3, '{"a":1}'));
  writeFileSync(
    join(folder, 'event.ndjson'),
    changed(4, '{"off":"4","at":1,"event":{"t":"opened","question":-1,"round":0,"ms":1}}'),
  );
  writeFileSync(join(folder, 'newer.ndjson'), (LINES[0] ?? '').replace('"v":1', '"v":2'));
  writeFileSync(join(folder, 'headless.ndjson'), LINES.slice(1).join('\n'));
  writeFileSync(join(folder, 'empty.ndjson'), '\n\n');
  writeFileSync(join(folder, 'windows.ndjson'), `\uFEFF${LINES.join('\r\n')}\r\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Result = { status: number; stdout: string; stderr: string };

/** The program itself, once; what it does is tried without a process of its own. */
function drydock(...args: string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'replay', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status: status ?? -1, stdout, stderr };
}

function replay(...args: string[]): Result {
  let stdout = '';
  const outside = {
    print: (text: string) => {
      stdout += text;
    },
    read: (path: string) => {
      const file = resolve(folder, path);
      if (!existsSync(file)) throw new UserError(`${path} is not there`);
      return readFileSync(file, 'utf8');
    },
  } as Partial<Outside> as Outside;
  try {
    return { status: replayCommand.run(args, outside) as number, stdout, stderr: '' };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { status: error.exitCode, stdout, stderr: `${error.faults.map(sayUserFault).join('\n')}\n` };
  }
}

describe('drydock replay', () => {
  test('gives the same bytes for the log of the first version, for ever', { timeout: 60_000 }, () => {
    expect(drydock(FIRST)).toEqual({ status: 0, stdout: PRINTED, stderr: '' });
    expect(replay('windows.ndjson').stdout).toBe(PRINTED);
  });

  test('comes to the same state as the room had when it was live', () => {
    const room = emptyRoom();
    // The log as it was exported lacks the hashes of tokens and addresses, which the live room had.
    for (const line of LINES) {
      const stored = JSON.parse(line) as Stored;
      const event = { ...stored.event, ...('from' in stored.event ? { from: 'somewhere' } : {}) };
      fold(room, { ...stored, event });
    }
    expect(PRINTED).toContain(`hash ${roomHash(room)}`);
  });

  test('--json is one document, --csv one table, in the language that is asked for', () => {
    const document = JSON.parse(replay(FIRST, '--json').stdout);
    expect(Object.keys(document)).toEqual(['code', 'title', 'hash', 'people', 'questions', 'choices', 'answers']);
    expect(document.people[0]).toMatchObject({ place: 1, name: 'Calm Otter', points: 460 });
    expect(replay(FIRST, '--csv', 'people', '--lang', 'ko').stdout).toMatch(
      /^순위,이름,팀,.*\r\n1,Calm Otter,Quay,en,460,/,
    );
    expect(replay(FIRST, '--lang', 'ko').stdout).toContain('이벤트 55개, 그중 6개는 효과 없음');
  });

  test.each([
    [['cut.ndjson'], 'cut.ndjson:55:1  this line is no JSON, perhaps it was cut; export the log again\n'],
    [
      ['other.ndjson'],
      'other.ndjson:3:1  this line is no entry of a log; one has off (text), at (milliseconds) and event\n',
    ],
    [['event.ndjson'], 'event.ndjson:4:1  event: question: -1 is too small; write at least 0\n'],
    [
      ['newer.ndjson'],
      'newer.ndjson:1:1  event: this room was written by a newer Drydock (version 2, this one reads 1); update it\n',
    ],
    [
      ['headless.ndjson'],
      'headless.ndjson  this log does not begin with the making of a room; name a log that a host exported\n',
    ],
    [['empty.ndjson'], 'empty.ndjson  this file is empty; name a log that a host exported\n'],
    [['gone.ndjson'], 'gone.ndjson is not there\n'],
    [[], 'replay takes one file: the log of a room, which its host saves with Export, Log; or - for standard input\n'],
    [[FIRST, '--csv', 'persons'], '--csv persons is unknown; write people, questions, choices or answers\n'],
    [
      [FIRST, FIRST],
      'replay takes one file: the log of a room, which its host saves with Export, Log; or - for standard input\n',
    ],
  ])('refuses in a sentence, with the line: %j', (args, sentence) => {
    expect(replay(...args)).toEqual({ status: 2, stdout: '', stderr: sentence });
  });
});
