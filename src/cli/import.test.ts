import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { sayUserFault, UserError } from '../simulator/scenario/user-error.ts';
import type { Outside } from './command.ts';
import { importCommand } from './import.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = mkdtempSync(join(tmpdir(), 'drydock-import-'));
const shapes = join(root, 'tests/import/ec2-bridge');
const files = readdirSync(shapes)
  .filter((name) => name.endsWith('.json'))
  .map((name) => join(shapes, name));

afterAll(() => rmSync(folder, { recursive: true }));

function drydock(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, stdout, stderr };
}

/** The command itself, with a world of files in place of the disk. */
function inside(args: readonly string[], texts: Record<string, string> = {}) {
  const result = { stdout: '', stderr: '', written: {} as Record<string, string> };
  const outside: Outside = {
    folder: '/',
    print: (text) => {
      result.stdout += text;
    },
    warn: (text) => {
      result.stderr += text;
    },
    reach: async () => undefined,
    lines: () => [][Symbol.iterator]() as never,
    read: (path) => texts[path] ?? readFileSync(path, 'utf8'),
    write: (path, text) => {
      result.written[path] = text;
    },
  };
  try {
    const status = importCommand.run(args, outside);
    return { ...result, status };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...result, status: error.exitCode, stderr: error.faults.map(sayUserFault).join('\n') };
  }
}

describe('import', { timeout: 120_000 }, () => {
  test('prints a scenario that simulate takes from standard input', () => {
    const { status, stdout, stderr } = drydock(['import', ...files]);
    expect([status, stderr]).toEqual([0, '']);
    const run = drydock(['simulate', '-'], stdout);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('deployment completed');
  });

  test('--out writes it to a file, and what is not simulated is told on standard error', () => {
    const services = JSON.parse(readFileSync(join(shapes, 'services.json'), 'utf8'));
    services.services[0].somethingNew = { enabled: true };
    const others = files.filter((file) => !file.endsWith('/services.json'));
    writeFileSync(join(folder, 'services.json'), JSON.stringify(services));
    const { status, stdout, stderr } = drydock(['import', 'services.json', ...others, '--out', 'what-if.yaml']);
    expect([status, stdout, stderr]).toEqual([0, '', 'not simulated: services[].somethingNew\n']);
    expect(readFileSync(join(folder, 'what-if.yaml'), 'utf8')).toContain('serviceName: web');
  });

  test('bad input is told on standard error, and with --json as a document; exit 2', () => {
    writeFileSync(join(folder, 'half.json'), '{\n  "services": [');
    const said = 'half.json:2:16  the JSON breaks off here, so half of it is missing; ';
    const plain = drydock(['import', 'half.json']);
    expect([plain.status, plain.stdout, plain.stderr.slice(0, said.length)]).toEqual([2, '', said]);
    const { status, stdout, stderr } = drydock(['import', 'half.json', '--json']);
    expect([status, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout).errors).toMatchObject([{ file: 'half.json', line: 2, column: 16, path: '' }]);
  });

  test('--help says what the command takes, exit 0', () => {
    const { status, stdout, stderr } = drydock(['import', '--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('import <describe-services.json> <describe-task-definition.json>');
    expect(stdout).not.toContain('simulate <file>');
  });

  test('a place that cannot be written is told', () => {
    const { status, stderr } = drydock(['import', ...files, '--out', 'no/such/folder.yaml']);
    expect([status, stderr]).toEqual([2, 'no/such/folder.yaml  its folder does not exist; name another file\n']);
  });
});

test('--json prints one document with the scenario and the notes', () => {
  const { status, stdout } = inside(['--json', '--strip', ...files]);
  expect(status).toBe(0);
  expect(Object.keys(JSON.parse(stdout))).toEqual(['scenario', 'notes']);
  expect(stdout).not.toMatch(/\d{12}|arn:aws/);
});

describe('something else than what import reads is told in one sentence, exit 2', () => {
  test.each<[string, string, string]>([
    ['nonsense', 'hello', 'x.json  this is not what the AWS CLI prints; '],
    ['half JSON', '{\n  "services": [', 'x.json:2:16  the JSON breaks off here, so half of it is missing; '],
    ['a slip in it', '{\n  "services": [}\n}', 'x.json:2:16  this is not JSON; '],
    ['a 10 MB file', `[${'0,'.repeat(5_000_000)}0]`, 'x.json  this file has 10.0 million characters'],
    ['YAML', 'services:\n- serviceName: web\n', 'x.json  this is YAML; run the same command with --output json'],
    ['--output text', 'SERVICES\tweb\n', 'x.json  this is --output text; run the same command with --output json'],
    [
      'output of another command',
      '{ "Buckets": [] }',
      'x.json  this is not the output of a command that the import reads',
    ],
    ['a list of names', '{ "serviceArns": [] }', 'x.json  this only lists names; run: aws ecs describe-services'],
    [
      'a wrong value',
      '{ "services": [\n { "serviceName": 7 } ] }',
      'x.json:2:19  services.0.serviceName: is the number 7; write a text',
    ],
  ])('%s', (_, text, start) => {
    const { status, stdout, stderr } = inside(['x.json'], { 'x.json': text });
    expect([status, stdout, stderr.slice(0, start.length)]).toEqual([2, '', start]);
    expect(stderr.split('\n')).toHaveLength(1);
  });

  test.each<[string[], string]>([
    [[], 'import takes files that the AWS CLI printed, at least:'],
    [['x.json', './x.json'], '/x.json is named twice; name each file once'],
    [['x.json', '--out', 'x.json'], '--out x.json is one of the files to read; name another'],
    [['x.json', '--stripp'], 'unknown option --stripp; did you mean --strip?'],
  ])('drydock import %j', (args, sentence) => {
    const { status, stderr } = inside(args, { 'x.json': '{}', './x.json': '{}' });
    expect([status, stderr.slice(0, sentence.length)]).toEqual([2, sentence]);
  });
});
