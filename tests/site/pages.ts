import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The built site. */
export const DIST = join(dirname(dirname(import.meta.dirname)), 'dist');

/** Every HTML page of the built site, as paths relative to dist/. */
export function htmlPages(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(sep).join('/'))
    .sort();
}

export function readPage(page: string): string {
  return readFileSync(join(DIST, page), 'utf8');
}

/** Bytes as a reader pays for them: gzip -9. Fonts are compressed already. */
export function compressed(file: string): number {
  const bytes = readFileSync(join(DIST, file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

/** A script and everything it imports at once, without what it imports on demand. */
export function staticImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(join(DIST, file))) return seen;
  seen.add(file);
  const text = readFileSync(join(DIST, file), 'utf8');
  const pattern = /(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+\.js)["']/g;
  for (const [, target = ''] of text.matchAll(pattern)) staticImports(resolveFrom(file, target), seen);
  return seen;
}

/** A site-absolute or relative reference of a file, as a path relative to dist/. */
export function resolveFrom(file: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  return relative(DIST, resolve(DIST, dirname(file), target))
    .split(sep)
    .join('/');
}

/** What a page loads by itself. */
export type FirstLoad = { html: string; css: string[]; scripts: string[]; fonts: string[] };

export function firstLoad(page: string): FirstLoad {
  const html = readPage(page);
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => (match[1] ?? '').slice(1));
  const css = all(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const roots = [...all(/<script[^>]+src="([^"]+)"/g), ...all(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g)];
  const inline = [...html.matchAll(/<script type="module"[^>]*>([\s\S]*?)<\/script>/g)].flatMap(([, text = '']) =>
    [...text.matchAll(/["'](\/_astro\/[^"']+\.js)["']/g)].map((match) => (match[1] ?? '').slice(1)),
  );
  const scripts = [...new Set([...roots, ...inline].flatMap((script) => [...staticImports(script)]))];
  const fonts = [...new Set(css.flatMap((file) => fontsOf(file)))];
  return { html: page, css, scripts, fonts };
}

function fontsOf(css: string): string[] {
  const text = readFileSync(join(DIST, css), 'utf8');
  return [...text.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map((match) => resolveFrom(css, match[1] ?? ''));
}

/** The scripts of the islands of a page: component and renderer, with what they import at once. */
export function islandScripts(page: string): { island: string; files: string[] }[] {
  return [...readPage(page).matchAll(/<astro-island[^>]*>/g)].map(([tag]) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1]?.slice(1);
    const roots = [attribute('component-url'), attribute('renderer-url')].flatMap((url) => url ?? []);
    return {
      island: attribute('component-export') ?? roots[0] ?? '',
      files: [...new Set(roots.flatMap((root) => [...staticImports(root)]))],
    };
  });
}
