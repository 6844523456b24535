import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ASSUMPTIONS } from '../src/i18n/assumption-messages.ts';

it('every assumption of the register is said in a few words in both languages, and no other is', () => {
  const rules = readFileSync(new URL('../docs/simulator-rules.md', import.meta.url), 'utf8');
  const registered = [...rules.matchAll(/^\| (A\d+) \|/gm)].map(([, id]) => id ?? '');
  expect(Object.keys(ASSUMPTIONS).sort()).toEqual([...new Set(registered)].sort());
  for (const { en, ko } of Object.values(ASSUMPTIONS)) {
    expect(en.length).toBeLessThan(100);
    expect(ko).toMatch(/[가-힣]/);
  }
});
