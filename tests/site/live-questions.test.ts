import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../src/disk/read-library.ts';
import { readQuestionBank } from '../../src/server/live/question-bank.ts';
import { dataOfFolder } from '../../src/server/live/question-source.ts';
import { DIST } from './pages.ts';

const root = join(DIST, '..');
const live = readLibrary(root).library.questions.filter(({ value }) => value.visibility === 'live');

describe('questions for live rooms alone', () => {
  it('stand in no file of the built site, by id or by word', () => {
    expect(live.length).toBeGreaterThan(0);
    const words = live.flatMap(({ value }) => [value.id, value.stem.en.slice(0, 60), value.stem.ko.slice(0, 40)]);
    const guilty = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(html|json|js|txt|xml)$/.test(name))
      .filter((name) => {
        const text = readFileSync(join(DIST, name), 'utf8');
        return words.some((word) => text.includes(word));
      });
    expect(guilty).toEqual([]);
  });

  it('can be asked in a room, with their key, and are known for what they are', async () => {
    const bank = await readQuestionBank(dataOfFolder(DIST, join(root, 'live-questions')));
    for (const { value } of live) {
      expect(bank.get(value.id)).toMatchObject({ isPublic: false });
      expect(bank.get(value.id)?.text.ko.key.version).toMatch(/^[0-9a-f]{12}$/);
    }
    expect([...bank.values()].filter(({ isPublic }) => isPublic).length).toBeGreaterThan(250);
  });
});
