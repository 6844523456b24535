import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';

let site = '';
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'drydock-site-'));
  for (const folder of ['lessons/x', 'ko/404', '_astro']) mkdirSync(join(site, folder), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<h1>home</h1>');
  writeFileSync(join(site, 'lessons/x/index.html'), '<h1>lesson</h1>');
  writeFileSync(join(site, '404.html'), '<h1>not here</h1>');
  writeFileSync(join(site, 'ko/404/index.html'), '<h1>없어요</h1>');
  writeFileSync(join(site, '_astro/a.abc123.js'), 'export {}');
  writeFileSync(join(site, 'sw.js'), '0');
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

const ask = (path: string) => createApp({ site }).request(path);

describe('the server', () => {
  it('serves a page of the built site', async () => {
    const answer = await ask('/lessons/x/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<h1>lesson</h1>');
  });

  it('leads an address without its last slash to the page, and keeps the query', async () => {
    const answer = await ask('/lessons/x?a=1');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe('/lessons/x/?a=1');
  });

  it.each([
    ['/no-such-page/', '<h1>not here</h1>'],
    ['/ko/no-such-page/', '<h1>없어요</h1>'],
    ['/no-such-file.png', '<h1>not here</h1>'],
  ])('says 404 for %s in the language of the path', async (path, page) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe(page);
  });

  it.each(['/../package.json', '/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/%00', '/%'])(
    'gives nothing that lies outside the site: %s',
    async (path) => {
      const answer = await ask(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe('<h1>not here</h1>');
    },
  );

  it('forbids framing and sniffing on every answer', async () => {
    for (const path of ['/', '/nothing/', '/api/health']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('lets browsers keep hashed files for ever and ask again for everything else', async () => {
    expect((await ask('/_astro/a.abc123.js')).headers.get('cache-control')).toContain('immutable');
    for (const path of ['/', '/sw.js', '/nothing/'])
      expect((await ask(path)).headers.get('cache-control')).toBe('no-cache');
  });

  it('answers an unknown API address with JSON, not with a page', async () => {
    const answer = await ask('/api/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ error: 'There is nothing at this address.' });
  });
});
