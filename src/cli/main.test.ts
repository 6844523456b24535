import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const HALF = 'scenarios/rolling-update/half-the-fleet.yaml';
const SOLUTION = '{"/services/0/deploymentConfiguration/minimumHealthyPercent": 50}';

function drydock(args: readonly string[], input = '', folder = root) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/main.ts'), ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, stdout, stderr };
}

describe('grade', { timeout: 60_000 }, () => {
  test('exits 1 when a goal is not met and 0 when all are, and says why', () => {
    const before = drydock(['grade', HALF]);
    expect([before.status, before.stderr]).toEqual([1, '']);
    expect(before.stdout).toContain('NOT MET  done: services.web.deployment.completedAt never got a value');
    const after = drydock(['grade', HALF, '--set', SOLUTION]);
    expect(after.status).toBe(0);
    expect(after.stdout).toContain('All goals met.');
  });

  test('--json prints one document with the keys of the contract and nothing else', () => {
    const { status, stdout, stderr } = drydock(['grade', HALF, '--json', '--set', SOLUTION]);
    expect([status, stderr]).toEqual([0, '']);
    const keys = [
      'scenario',
      'seed',
      'stopped',
      'seconds',
      'entries',
      'series',
      'final',
      'assumptions',
      'goals',
      'predictions',
    ];
    const document = JSON.parse(stdout);
    expect(Object.keys(document)).toEqual(keys);
    expect(document.scenario).toBe('rolling-update/half-the-fleet');
    expect(document.entries.find((entry: { task?: string }) => entry.task === 'web-5').decision.chosen).toBe('a-1');
  });
});

describe('simulate --events', { timeout: 60_000 }, () => {
  test('prints one JSON object an entry, with service events and EventBridge events', () => {
    const { status, stdout, stderr } = drydock(['simulate', HALF, '--events', '--set', SOLUTION]);
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object.keys(lines[0])).toEqual(['entry', 'at', 'type', 'serviceEvents', 'events']);
    expect(lines.at(-1)).toMatchObject({
      at: 124,
      type: 'service-steady',
      serviceEvents: [{ createdAt: '2026-01-01T00:02:04Z', message: '(service web) has reached a steady state.' }],
      events: [{ region: 'ap-northeast-2', detail: { eventName: 'SERVICE_STEADY_STATE' } }],
    });
  });
});

describe('bad input exits 2 with its place', { timeout: 60_000 }, () => {
  test('a file is named with line and column', () => {
    const { status, stderr, stdout } = drydock(
      ['simulate', '-'],
      'model: ecs\nworld:\n  containerInstance: []\n  taskDefinitions: []\n',
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'stdin:3:3  world.containerInstance: unknown key "containerInstance"; did you mean "containerInstances"?',
    );
  });

  test('with --json the errors are a document on standard output', () => {
    const { status, stdout, stderr } = drydock(['grade', HALF, '--json', '--set', '{"/services/0/desiredCount": 1}']);
    expect([status, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout).errors[0]).toMatchObject({ file: '--set', path: '/services/0/desiredCount' });
    expect(Object.keys(JSON.parse(stdout).errors[0])).toEqual(['file', 'line', 'column', 'path', 'message']);
  });

  test.each<[string[], string]>([
    [['grade'], 'grade takes one scenario file'],
    [['grade', 'no-such.yaml'], 'no-such.yaml  this file does not exist'],
    [['grade', HALF, '--sett', '{}'], 'unknown option --sett; did you mean --set?'],
    [['simulate', HALF, '--events', '--explain'], '--events prints JSON lines and goes with no other flag'],
    [['grade', HALF, '--draw', 'two'], '--draw two is no whole number from 0 to 4294967295; write one'],
    [
      ['grade', 'scenarios/rolling-update/full-cluster.yaml', '--draw', '2'],
      'draws: is missing, so there is nothing to draw',
    ],
    [['grad', HALF], 'unknown command grad; did you mean grade?'],
    [['simulate', HALF, '--set', '{'], '--set:1:'],
  ])('drydock %j', (args, message) => {
    const { status, stderr } = drydock(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('--draw draws other values, says which, and draws the same ones again; without it the file is as it was', () => {
    const floor = '{"/services/0/deploymentConfiguration/minimumHealthyPercent": 50}';
    const { status, stdout } = drydock(['grade', HALF, '--draw', '4', '--set', floor, '--json']);
    const { draw, drawn, predictions } = JSON.parse(stdout);
    expect([status, draw, Object.keys(drawn)]).toEqual([0, 4, ['desired', 'pull']]);
    expect(predictions).toEqual([{ id: 'floor', value: drawn.desired / 2 }]);
    const story = drydock(['simulate', HALF, '--draw', '4']).stdout;
    expect(story).toContain(`seed 7 · draw 4 (desired ${drawn.desired}, pull ${drawn.pull})\n`);
    const [first, none] = [drydock(['simulate', HALF, '--draw', '0', '--json']), drydock(['simulate', HALF, '--json'])];
    const { draw: _, drawn: __, ...rest } = JSON.parse(first.stdout);
    expect(rest).toEqual(JSON.parse(none.stdout));
  });

  test('grade needs a challenge; simulate does not', () => {
    const bare = 'model: ecs\nworld: { containerInstances: [], taskDefinitions: [] }\n';
    expect(drydock(['grade', '-'], bare)).toMatchObject({ status: 2 });
    expect(drydock(['simulate', '-'], bare)).toMatchObject({ status: 0 });
  });
});

test('paths are resolved against the folder the command was called from', { timeout: 60_000 }, () => {
  const { status } = drydock(['simulate', 'half-the-fleet.yaml'], '', join(root, 'scenarios/rolling-update'));
  expect(status).toBe(0);
});

test('metrics and entries list what there is', { timeout: 60_000 }, () => {
  const metrics = JSON.parse(drydock(['metrics', '--json']).stdout).metrics;
  expect(metrics).toContainEqual({
    metric: 'services.<service>.desired',
    unit: 'tasks',
    meaning: 'Desired count of the service.',
  });
  const entries = JSON.parse(drydock(['entries', '--json']).stdout).entries;
  expect(entries.map(({ type }: { type: string }) => type)).toContain('deployment-blocked');
});
