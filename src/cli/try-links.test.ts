import { describe, expect, it } from 'vitest';
import type { Library } from '../library/library.ts';
import { tryLinks } from './try-links.ts';

const source = (id: string, index: number) => ({
  value: { id, title: id, url: `https://example.com/${id}`, checked: '2026-11-20', status: 'read' as const },
  origin: { file: 'src/content/sources.yaml', path: [index] },
});
const library = { sources: ['here', 'gone', 'moved', 'silent', 'refused'].map(source) } as unknown as Library;
const STATUS: Record<string, number> = { here: 200, gone: 404, moved: 410, refused: 403 };
const place = ({ file, path }: { file: string; path: readonly (string | number)[] }) => ({
  file,
  line: Number(path[0]),
  column: 1,
  path: path.join('.'),
  message: '',
});

describe('the links of sources', () => {
  it('are tried each once; a page that is gone is a fault at its address, one that refuses or is silent is none', async () => {
    const tried: string[] = [];
    const { faults, unreached } = await tryLinks(library, place, async (url) => {
      tried.push(url);
      return STATUS[url.split('/').at(-1) ?? ''];
    });
    expect(tried).toHaveLength(5);
    expect(unreached).toBe(1);
    expect(faults.map(({ path, level }) => [path, level])).toEqual([
      ['1.url', 'error'],
      ['2.url', 'error'],
    ]);
    expect(faults[0]?.message).toBe(
      'https://example.com/gone is gone (404); find the page that says it now, or take the source out',
    );
  });

  it('say nothing without a network', async () => {
    const { faults, unreached } = await tryLinks(library, place, async () => undefined);
    expect([faults, unreached]).toEqual([[], 5]);
  });
});
