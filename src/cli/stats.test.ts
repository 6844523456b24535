import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
let folder = '';

/** One learner who answered two questions; the key makes the log theirs. */
function logOf(key: string, right: boolean): string {
  const answer = (id: string, correct: boolean) => ({
    kind: 'question',
    format: 2,
    key: `${key}-${id}`,
    id,
    version: 'v1',
    response: [correct ? 'a' : '=HYPERLINK("b")'],
    correct,
    atMs: 1,
    lang: 'en',
  });
  return JSON.stringify({
    drydock: 'log',
    version: 1,
    attempts: [answer('one', right), answer('two', true), { bad: 1 }],
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drydock-stats-'));
  writeFileSync(join(folder, 'a.json'), logOf('a', true));
  writeFileSync(join(folder, 'b.json'), `\uFEFF${logOf('b', false)}`);
  writeFileSync(join(folder, 'a-again.json'), logOf('a', true));
  writeFileSync(join(folder, 'nonsense.json'), 'x'.repeat(10_000_000));
  writeFileSync(join(folder, 'other.json'), '{"drydock":"room"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

function stats(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), 'stats', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, stdout, stderr };
}

describe('drydock stats', { timeout: 60_000 }, () => {
  test('--difficulties says that few learners say nothing sure, and goes alone', () => {
    const { status, stdout } = stats('a.json', 'b.json', '--difficulties');
    expect([status, stdout]).toEqual([
      0,
      'No question of this library was answered by 30 learners in these files; fewer say nothing sure.\n',
    ]);
    const both = stats('a.json', '--difficulties', '--csv');
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining('--difficulties goes with no other flag')]);
  });

  test('counts one file as one learner and prints every question with its n', () => {
    const { status, stdout, stderr } = stats('a.json', 'b.json');
    expect(status).toBe(0);
    expect(stdout).toContain('2 files, 2 learners, 4 attempts at questions');
    expect(stdout).toContain('one  version v1, not in this library  n 2');
    expect(stdout).toContain('right 0.50 [0.09, 0.91]');
    expect(stdout).toContain('too few');
    expect(stderr).toBe(
      'a.json  1 of its entries are no attempts and were left out\nb.json  1 of its entries are no attempts and were left out\n',
    );
  });

  test('takes two exports of one log as one learner', () => {
    const { stdout, stderr } = stats('a.json', 'a-again.json', 'b.json');
    expect(stdout).toContain('3 files, 2 learners');
    expect(stderr).toContain('files that share attempts count as one learner');
  });

  test('leaves bad files out, each with a sentence, and exits 1; with none left it exits 2', () => {
    const some = stats('a.json', 'nonsense.json', 'other.json', 'gone.json', '.');
    expect(some.status).toBe(1);
    expect(some.stdout).toContain('1 file, 1 learner');
    expect(some.stderr).toContain('nonsense.json  this file is no JSON; name one that was exported');
    expect(some.stderr).toContain('other.json  this is JSON, but no log of Drydock');
    expect(some.stderr).toContain('gone.json  this file does not exist');
    expect(some.stderr).toContain('.  this file is a folder');
    const none = stats('nonsense.json');
    expect([none.status, none.stdout]).toEqual([2, '']);
  });

  test('--json is one document; --csv is a table in which no answer is a formula', () => {
    const document = JSON.parse(stats('a.json', 'b.json', '--json').stdout);
    expect(document).toMatchObject({ files: 2, learners: 2, later: 0, errors: [], test: { k: 2, n: 2 } });
    expect(document.questions[0]).toMatchObject({ id: 'one', n: 2, facility: 0.5, wording: 'unknown' });
    const rows = stats('a.json', 'b.json', '--csv').stdout.split('\r\n');
    expect(rows[0]).toMatch(/^question,version,wording,n,facility,/);
    expect(rows[1]).toMatch(/^one,v1,unknown,2,0\.5,/);
    expect(rows).toHaveLength(4);
    expect(stats('b.json', '--csv', '--choices').stdout).toContain(
      'one,v1,1,"\'=HYPERLINK(""b"")",no,1,1,1,yes,yes,,no',
    );
  });

  test.each([
    [[], 'stats takes files that Drydock exported'],
    [['a.json', './a.json'], './a.json is named twice; name each file once'],
    [['a.json', '--json', '--csv'], 'stats prints either --json or --csv; leave one out'],
    [['a.json', '--cvs'], 'unknown option --cvs; the options are --csv, --choices, --json and --difficulties'],
  ])('refuses wrong usage: %j', (args, sentence) => {
    const { status, stdout, stderr } = stats(...args);
    expect([status, stdout + stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
