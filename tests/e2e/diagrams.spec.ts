import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = dirname(dirname(import.meta.dirname));
const LESSON = 'src/content/lessons/en/ecs-launch-types.mdx';

test('a diagram with a syntax error is told with its file and line, and no drawing is lost', () => {
  const copy = mkdtempSync(join(tmpdir(), 'drydock-diagrams-'));
  try {
    for (const part of ['src', 'tools', 'diagrams', 'package.json'])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const drawn = readdirSync(join(copy, 'diagrams')).sort();
    const lines = readFileSync(join(copy, LESSON), 'utf8').split('\n').length;
    appendFileSync(
      join(copy, LESSON),
      '\n```mermaid\nflowchart TD\n  accTitle: T\n  accDescr: D\n  A[open --> B\n```\n',
    );
    const { status, stderr } = spawnSync(process.execPath, ['tools/diagrams.ts'], { cwd: copy, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('mermaid cannot read this diagram');
    const line = Number(new RegExp(`${LESSON}:(\\d+):1  mermaid:`).exec(stderr)?.[1]);
    expect(line).toBeGreaterThan(lines);
    expect(line).toBeLessThanOrEqual(lines + 6);
    expect(readdirSync(join(copy, 'diagrams')).sort()).toEqual(drawn);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
