import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SearchDocument } from '../../search/documents.ts';
import { buildSearchFile, openSearch, type SearchFile } from '../../search/search-index.ts';
import { groupsFor } from './search-model.ts';

const lesson = (n: number): SearchDocument => ({
  kind: 'lesson',
  url: `/lessons/x/#s${n}`,
  page: 'Placement',
  heading: `Spread ${n}`,
  text: `Spread number ${n} over zones.`,
});
const question: SearchDocument = {
  kind: 'question',
  url: '/lessons/x/#q-a',
  page: 'Placement',
  heading: 'What does spread do?',
  text: 'What does spread do?',
};
const file: SearchFile = buildSearchFile([...Array.from({ length: 9 }, (_, n) => lesson(n)), question], []);

describe('results of the dialog', () => {
  const groups = groupsFor(openSearch(file), 'spread', 'en');

  it('come by kind, so that no kind buries another', () => {
    expect(groups.map(({ kind, hits }) => [kind, hits.length])).toEqual([
      ['lesson', 6],
      ['question', 1],
    ]);
  });

  it('mark the match in heading and text, and do not repeat the heading below itself', () => {
    const [first] = groups[0]?.hits ?? [];
    expect(first?.heading[0]).toEqual({ text: 'Spread', marked: true });
    expect(first?.snippet.some(({ marked }) => marked)).toBe(true);
    expect(groups[1]?.hits[0]?.snippet).toEqual([]);
  });
});

describe('loading the index', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });
  const answer = (value: unknown, ok = true) =>
    vi.fn(async () => ({ ok, status: ok ? 200 : 503, json: async () => value }));

  it('happens once for two openings', async () => {
    const { loadSearch } = await import('./search-model.ts');
    const fetched = answer(file);
    vi.stubGlobal('fetch', fetched);
    await Promise.all([loadSearch('en'), loadSearch('en')]);
    expect(fetched.mock.calls).toEqual([['/data/en/search.json']]);
  });

  it('is tried again after a failure', async () => {
    const { loadSearch } = await import('./search-model.ts');
    vi.stubGlobal('fetch', answer(undefined, false));
    await expect(loadSearch('en')).rejects.toMatchObject({ reason: 'failed' });
    vi.stubGlobal('fetch', answer(file));
    expect((await loadSearch('en')).find('spread', 1).length).toBe(1);
  });

  it('refuses an index of another version of the site, and says that it is that', async () => {
    const { loadSearch } = await import('./search-model.ts');
    vi.stubGlobal('fetch', answer({ ...file, tokenizer: 'other' }));
    await expect(loadSearch('ko')).rejects.toMatchObject({ reason: 'mismatch' });
  });
});
