import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The bench in small. What it takes on a machine that does other things too is no gate here; messages, gaps and losses are. */
const bench = (...args: string[]) =>
  spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../bench/live.ts'), '--cpu', '100', '--ready', '10000', ...args],
    {
      encoding: 'utf8',
    },
  );

describe('a room under load', () => {
  it.each([
    ['one server', ['--players', '300']],
    ['three servers on a Redis that dies in mid-burst', ['--players', '120', '--redis', '--down', '0']],
  ])('%s: three pushes a question, no gap in a storm, no answer lost, equal states', (_, args) => {
    const { status, stdout, stderr } = bench(...args);
    expect([stderr, stdout.match(/✗.*/g)]).toEqual(['', null]);
    expect(stdout).toContain('pushes to a player for this question: 3');
    expect(status).toBe(0);
  });
});
