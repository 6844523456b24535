import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { openSearch, type SearchFile } from '../../src/search/search-index.ts';
import { DIST } from './pages.ts';

const read = (path: string) => readFileSync(join(DIST, path), 'utf8');
const gz = (path: string) => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length;

describe.each(LANGUAGES)('the search file, %s', (language) => {
  const file: SearchFile = JSON.parse(read(`data/${language}/search.json`));

  it('opens and answers', () => {
    expect(openSearch(file).find('binpack', 1).length).toBe(1);
  });

  it('leads every result to an anchor that is on its page', () => {
    const dead = file.documents.filter(({ url }) => {
      const [path = '', anchor] = url.split('#');
      const page = join(path.slice(1), 'index.html');
      return !existsSync(join(DIST, page)) || (anchor !== undefined && !read(page).includes(`id="${anchor}"`));
    });
    expect(dead.map(({ url }) => url)).toEqual([]);
  });
});

describe('what search and offline use cost', () => {
  const scripts = readdirSync(join(DIST, '_astro'));
  const weigh = (pattern: RegExp) =>
    scripts.filter((name) => pattern.test(name)).reduce((sum, name) => sum + gz(join('_astro', name)), 0);

  it('is at most 12 kB of script for the search dialog with its engine, fetched when it opens', () => {
    const dialog = weigh(/^search-dialog.*\.js$/);
    expect(dialog).toBeGreaterThan(5_000);
    expect(dialog).toBeLessThanOrEqual(12_000);
  });

  it('is at most 3 kB of script on every page', () => {
    expect(weigh(/^(SearchSlot|OfflineSlot).*\.js$/)).toBeLessThanOrEqual(3_000);
  });
});

describe('the service worker', () => {
  const worker = read('sw.js');
  const listed = [...worker.matchAll(/url:[`"']([^`"']+)[`"']/g)].map((match) => match[1] ?? '');

  it('knows every page, data file and asset of the site', () => {
    const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(DIST.length).replaceAll('\\', '/').replace(/^\//, ''))
      .filter((path) => !/^(404\.html|ko\/404\/index\.html|sw\.js|robots\.txt|\.built)$|\.(map|xml)$/.test(path))
      .map((path) => `/${path}`.replace(/\/index\.html$/, '/'));
    expect(files.filter((path) => !listed.includes(path))).toEqual([]);
    expect(listed.length).toBe(new Set(listed).size);
  });

  it('keeps only what exists', () => {
    const gone = listed.filter((url) => !existsSync(join(DIST, url.endsWith('/') ? `${url}index.html` : url)));
    expect(gone).toEqual([]);
  });
});
