import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WORLD_INVARIANTS } from '../src/simulator/whole-world/world-invariants.fixture.ts';

it('the rules say of every invariant of whole worlds what is checked, and where', () => {
  const rules = readFileSync(new URL('../docs/simulator-rules.md', import.meta.url), 'utf8');
  const rows = [...rules.matchAll(/^\| (world\/\d+) \| (.+?) \| `(.+?)` \|$/gm)].map(([, id, says, file]) => {
    const code = readFileSync(new URL(`../src/simulator/whole-world/${file}`, import.meta.url), 'utf8');
    expect(code, `${id} in ${file}`).toContain(id);
    return { id, says };
  });
  expect(rows.slice(0, WORLD_INVARIANTS.length)).toEqual(
    [...WORLD_INVARIANTS]
      .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
      .map(({ id, says }) => ({ id, says })),
  );
  expect(rows.slice(WORLD_INVARIANTS.length).map(({ id }) => id)).toEqual([
    'world/14',
    'world/15',
    'world/16',
    'world/17',
    'world/18',
  ]);
});
