import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadYaml } from '../src/disk/load-yaml.ts';
import { importScenario } from '../src/import/import-scenario.ts';
import { writeYaml } from '../src/import/write-yaml.ts';
import { readScenario } from '../src/simulator/scenario/scenario-schema.ts';
import { simulate } from '../src/simulator/simulate.ts';

/** Each folder holds what the AWS CLI printed about one real kind of service, and the scenario that it becomes. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), 'import');

function filesOf(folder: string) {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.json'))
    .map((file) => ({ file, text: readFileSync(join(ROOT, folder, file), 'utf8') }));
}

function imported(folder: string, { strip = false, backwards = false } = {}) {
  const files = filesOf(folder);
  const result = importScenario(backwards ? files.reverse() : files, { strip });
  if (result.imported === undefined) throw new Error(JSON.stringify(result.faults));
  const { scenario: value, header, remarks, notes } = result.imported;
  return { text: writeYaml({ value, header, remarks }), value, notes };
}

const folders = readdirSync(ROOT);

describe.each(folders)('the output of the AWS CLI in tests/import/%s', (folder) => {
  test('becomes the scenario beside it, and its notes', async () => {
    const { text, notes } = imported(folder);
    const said = notes.map((note) => `# ${note}\n`).join('');
    await expect(`${text}\n# Told on standard error:\n${said}`).toMatchFileSnapshot(
      join(ROOT, folder, 'scenario.yaml'),
    );
  });

  test('is read in any order of files', () => {
    expect(imported(folder, { backwards: true })).toEqual(imported(folder));
  });

  test('reads back from YAML as what was built, and simulates its deployment to an end', () => {
    const { text, value } = imported(folder);
    const loaded = loadYaml(text, 'scenario.yaml');
    expect([loaded.faults, loaded.value]).toEqual([[], value]);
    const { scenario, faults } = readScenario(loaded.value);
    expect(faults).toBeUndefined();
    const run = simulate(scenario as NonNullable<typeof scenario>);
    expect(run.stopped).not.toBe('event-limit');
    const types = new Set(run.entries.map(({ type }) => type));
    expect([
      types.has('deployment-started'),
      types.has('deployment-completed') || types.has('deployment-blocked'),
    ]).toEqual([true, true]);
  });

  test('has no account number, ARN or id of a resource left with --strip, and runs the same', () => {
    const { text, value, notes } = imported(folder, { strip: true });
    const all = text + notes.join('\n');
    expect(all.match(/\d{12}|arn:aws|\b(?:i|subnet|sg|vpc)-[0-9a-f]{8,}/g)).toBeNull();
    const seconds = (of: unknown) => {
      const { scenario } = readScenario(of);
      const { entries, stopped } = simulate(scenario as NonNullable<typeof scenario>);
      return [stopped, entries.map(({ at, type, task }) => [at, type, task])];
    };
    expect(seconds(value)).toEqual(seconds(imported(folder).value));
  });
});

test('nothing of the environment, the secrets and the commands of containers is copied', () => {
  const { text } = imported('ec2-bridge');
  expect(text).not.toMatch(/DATABASE|secretsmanager|curl|db\.internal/);
});

/** The value with something else at one place of it, chosen by a number. */
function spoilt(value: unknown, at: number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const chosen = at % (entries.length + 1);
  if (chosen === entries.length) return other;
  const changed = entries.map(([key, item], i): [string, unknown] =>
    i === chosen ? [key, spoilt(item, Math.floor(at / (entries.length + 1)), other)] : [key, item],
  );
  return Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed);
}

test('real output with anything at all in one place becomes a scenario or sentences', () => {
  fc.assert(
    fc.property(fc.constantFrom(...folders), fc.nat(20), fc.nat(), fc.jsonValue(), (folder, which, at, other) => {
      const files = filesOf(folder).map((file, i, all) =>
        i === which % all.length ? { ...file, text: JSON.stringify(spoilt(JSON.parse(file.text), at, other)) } : file,
      );
      const { imported: made, faults = [] } = importScenario(files, { strip: at % 2 === 0 });
      expect(made === undefined).toBe(faults.length > 0);
      for (const { message } of faults) expect(message).toMatch(/^[^\n]{10,}$/);
    }),
    { numRuns: 200 },
  );
});
