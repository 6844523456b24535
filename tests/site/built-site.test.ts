import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compressed, DIST, firstLoad, htmlPages, islandScripts, readPage, staticImports } from './pages.ts';

const pages = htmlPages();
const lessons = pages.filter((page) => /^(ko\/)?lessons\/[^/]+\/index\.html$/.test(page));
const labs = pages.filter((page) => /^(ko\/)?lab\/[^/]+\/[^/]+\/index\.html$/.test(page));
const kB = 1000;
const sum = (files: readonly string[]) => files.reduce((total, file) => total + compressed(file), 0);

describe('the built site', () => {
  it('has every kind of page in both languages', () => {
    const kinds = [
      '',
      'lessons/',
      'lab/',
      'glossary/',
      'about/',
      'you/',
      'offline/',
      'live/',
      'live/play/',
      'live/screen/',
    ];
    const wanted = kinds.flatMap((kind) => [`${kind}index.html`, `ko/${kind}index.html`]);
    expect(wanted.filter((page) => !pages.includes(page))).toEqual([]);
    expect(lessons.length).toBeGreaterThanOrEqual(6);
    expect(labs.length).toBeGreaterThanOrEqual(12);
  });

  it('has the same pages in Korean as in English', () => {
    const english = pages.filter((page) => !page.startsWith('ko/') && page !== '404.html');
    const korean = pages
      .filter((page) => page.startsWith('ko/') && !page.startsWith('ko/404'))
      .map((page) => page.slice(3));
    expect(korean).toEqual(english);
  });

  it('links only to pages, files and anchors that exist', () => {
    const ids = new Map<string, Set<string>>();
    const idsOf = (page: string) => {
      const known =
        ids.get(page) ?? new Set([...readPage(page).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? ''));
      ids.set(page, known);
      return known;
    };
    const dead = pages.flatMap((page) =>
      [...readPage(page).matchAll(/\shref="([^"]*)"/g)].flatMap(([, raw = '']) => {
        const href = raw.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
        if (/^(https?:|mailto:|data:)/.test(href)) return [];
        const [path = '', fragment] = href.split('#');
        const file = path === '' ? page : path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
        if (!existsSync(join(DIST, file))) return [`${page} → ${href}`];
        if (!fragment || fragment.startsWith('v1;') || !file.endsWith('.html')) return [];
        // There the fragment is read by the island: what to practise, what to begin with.
        if (/^(ko\/)?(practice|review|exam|report|live)\//.test(file)) return [];
        return idsOf(file).has(decodeURIComponent(fragment)) ? [] : [`${page} → ${href}`];
      }),
    );
    expect([...new Set(dead)]).toEqual([]);
  });

  it('asks nothing of any other origin', () => {
    const foreign = pages.flatMap((page) =>
      [
        ...readPage(page).matchAll(
          /<(?:script|img|iframe|source|video|audio|embed|object)[^>]+(?:src|data)="(https?:)?\/\/[^"]+"/g,
        ),
      ].map(([tag]) => `${page}: ${tag}`),
    );
    const linked = pages.flatMap((page) =>
      [
        ...readPage(page).matchAll(
          /<link[^>]+rel="(?:stylesheet|modulepreload|preload|icon)"[^>]+href="https?:[^"]+"/g,
        ),
      ].map(([tag]) => `${page}: ${tag}`),
    );
    expect([...foreign, ...linked]).toEqual([]);
  });

  it('has a strict policy on every page: each inline script by its hash, no inline style', () => {
    const faults = pages.flatMap((page) => {
      const html = readPage(page);
      const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
      const unhashed = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
        .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
        .filter((hash) => !policy.includes(hash) && !policy.includes(hash.replaceAll("'", '&#39;')));
      const weak =
        /script-src[^;]*unsafe/.test(policy) ||
        !policy.includes('script-src') ||
        !policy.includes("default-src 'self'");
      const styles = /\sstyle="/.test(html.replace(/<style[\s\S]*?<\/style>/g, ''));
      return [
        ...unhashed.map((hash) => `${page}: inline script ${hash} is not in the policy`),
        ...(weak ? [`${page}: the policy is missing or weak`] : []),
        ...(styles ? [`${page}: has a style attribute`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('shows no key and no reason of a question before it is answered', () => {
    const html = lessons.map(readPage).join('');
    const sets = readdirSync(join(DIST, 'data/en/questions'));
    const reasons = sets.flatMap((set) => {
      const { questions } = JSON.parse(readFileSync(join(DIST, 'data/en/questions', set), 'utf8')) as {
        questions: Record<string, { whyHtml: Record<string, string> }>;
      };
      return Object.values(questions).flatMap((question) => Object.values(question.whyHtml));
    });
    expect(reasons.length).toBeGreaterThan(90);
    expect(reasons.filter((reason) => html.includes(reason))).toEqual([]);
  });
});

describe('budgets, gzip -9', () => {
  it.each(lessons)('%s: at most 60 kB at first load, at most 15 kB of it script', (page) => {
    const { html, css, scripts, fonts } = firstLoad(page);
    expect(sum(scripts)).toBeLessThanOrEqual(15 * kB);
    expect(sum([html, ...css, ...scripts, ...fonts])).toBeLessThanOrEqual(60 * kB);
  });

  it.each(lessons)('%s: its quiz island weighs at most 15 kB with all it brings', (page) => {
    const quiz = islandScripts(page).filter(({ island }) => island === 'Quiz' || island === 'uiz');
    expect(quiz.length).toBeGreaterThan(0);
    for (const { files } of quiz) expect(sum(files)).toBeLessThanOrEqual(15 * kB);
  });

  // Live rooms, presenter and paper share the views of questions: the same code lies in more, smaller files.
  it.each(lessons)('%s: a question of any other kind weighs at most 23 kB with all it brings', (page) => {
    const others = islandScripts(page).filter(({ island }) => /uizOfKinds$/.test(island));
    expect(others.length).toBeGreaterThan(0);
    for (const { files } of others) expect(sum(files)).toBeLessThanOrEqual(23 * kB);
  });

  /** Scripts with everything they import, at once or on demand. */
  const partsOf = (files: string[]): string[] => {
    const known = new Set(files);
    for (const file of known) {
      if (!existsSync(join(DIST, file))) continue;
      const text = readFileSync(join(DIST, file), 'utf8');
      for (const [, name] of text.matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) known.add(`_astro/${name}`);
    }
    return [...known];
  };

  /** What every island runs on; a visitor has it from the first page. */
  const FRAMEWORK = /\/(preact|hooks|jsxRuntime|client|rolldown-runtime|preload-helper)\./;
  /** The review's own views and words, beside the engine that it asks with. */
  const ROOM = /\/(ReviewRoom|review-messages|NotesButton|notes-messages)\./;
  /** A setting of FSRS: it stands in the chunk that holds ts-fsrs. */
  const isScheduler = (file: string) => readFileSync(join(DIST, file), 'utf8').includes('request_retention');

  it('the quiz engine with ts-fsrs, what /review/ loads to plan, ask, grade and keep, weighs at most 40 kB', () => {
    const answering = readdirSync(join(DIST, '_astro')).filter((name) => /^answering\./.test(name));
    expect(answering.length).toBe(1);
    const roots = islandScripts('review/index.html').flatMap(({ files }) => files);
    const all = new Set([...roots, ...answering.flatMap((name) => [...staticImports(`_astro/${name}`)])]);
    expect([...all].filter(isScheduler)).toHaveLength(1);
    const engine = [...all].filter((file) => !FRAMEWORK.test(file) && !ROOM.test(file));
    expect(engine.length).toBeGreaterThan(10);
    expect(sum(engine)).toBeLessThanOrEqual(40 * kB);
  });

  it('no lesson loads ts-fsrs, at once or on demand', () => {
    const scripts = lessons.flatMap((page) => [
      ...firstLoad(page).scripts,
      ...islandScripts(page).flatMap(({ files }) => files),
    ]);
    const reached = partsOf(scripts);
    expect(reached.length).toBeGreaterThan(new Set(scripts).size);
    expect(reached.filter((file) => existsSync(join(DIST, file)) && isScheduler(file))).toEqual([]);
  });

  it.each(labs)('%s: at most 60 kB of script at first load, without the worker', (page) => {
    const scripts = new Set([...firstLoad(page).scripts, ...islandScripts(page).flatMap(({ files }) => files)]);
    expect(sum([...scripts])).toBeLessThanOrEqual(60 * kB);
  });

  it.each(['live/play/index.html', 'ko/live/play/index.html'])(
    '%s: a phone in a class room loads at most 40 kB of script, without the QR code, the simulator and the yard',
    (page) => {
      const scripts = new Set([...firstLoad(page).scripts, ...islandScripts(page).flatMap(({ files }) => files)]);
      expect(islandScripts(page)).toHaveLength(1);
      expect(sum([...scripts])).toBeLessThanOrEqual(40 * kB);
    },
  );

  it.each([
    ['live/present/index.html', 30],
    ['live/present/paper/index.html', 30],
    ['live/host/index.html', 45],
  ])('%s: at most %i kB of script at first load', (page, most) => {
    const scripts = new Set([...firstLoad(page).scripts, ...islandScripts(page).flatMap(({ files }) => files)]);
    expect(sum([...scripts])).toBeLessThanOrEqual(most * kB);
  });

  const simulatorFiles = (pattern: RegExp) => {
    const files = readdirSync(join(DIST, '_astro')).filter((name) => pattern.test(name));
    expect(files.length).toBeGreaterThan(0);
    return files.map((name) => `_astro/${name}`);
  };

  it('the simulation worker weighs at most 60 kB, its checks at most 48 kB, everything that can run at most 110 kB', () => {
    const workers = simulatorFiles(/worker.*\.js$/);
    for (const worker of workers) expect(compressed(worker)).toBeLessThanOrEqual(60 * kB);
    const checks = simulatorFiles(/^read-request.*\.js$/);
    expect(sum(checks)).toBeLessThanOrEqual(48 * kB);
    const parts = partsOf(workers.filter((name) => /\/worker/.test(name)));
    expect(parts.length).toBeGreaterThan(10);
    // What the scenario builder asks the worker is a check too.
    const runs = parts.filter((name) => !checks.includes(name) && !/\/build-request/.test(name));
    expect(sum(runs)).toBeLessThanOrEqual(110 * kB);
  });
});
