import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerer,
  cacheKeyOf,
  missing,
  offlinePageFor,
  outdated,
  PARTS,
  partOf,
  planOf,
  urlOf,
} from './caching-plan.ts';

const file = (url: string, revision = 'aaa', bytes = 10) => ({ url, revision, bytes });
const SITE = [
  '/',
  '/lessons/ecs-rolling-updates/',
  '/ko/',
  '/ko/lessons/ecs-rolling-updates/',
  '/offline/',
  '/ko/offline/',
  '/data/en/search.json',
  '/data/ko/search.json',
  '/data/scenarios/placement/spread.json',
  '/_astro/Quiz.x1.js',
  '/fonts/head.woff2',
  '/404.html',
].map((url) => file(url));
const plan = planOf(SITE);

describe('the caching plan', () => {
  it.each([
    ['/', 'en'],
    ['/lessons/ecs-rolling-updates/', 'en'],
    ['/data/en/search.json', 'en'],
    ['/ko/', 'ko'],
    ['/ko/lab/placement/spread/', 'ko'],
    ['/data/ko/questions/x.json', 'ko'],
    ['/data/scenarios/placement/spread.json', 'app'],
    ['/_astro/Quiz.x1.js', 'app'],
    ['/favicon.svg', 'app'],
    ['/kobold.svg', 'app'],
    ['/offline/', 'app'],
    ['/ko/offline/', 'app'],
    ['/404.html', undefined],
    ['/ko/404/', undefined],
    ['/sw.js', undefined],
    ['/.built', undefined],
    ['/_astro/x.js.map', undefined],
  ])('puts %s into the part %s', (url, part) => {
    expect(partOf(url)).toBe(part);
  });

  it('names a page by the address at which it is asked for', () => {
    expect(urlOf('index.html')).toBe('/');
    expect(urlOf('ko/lab/index.html')).toBe('/ko/lab/');
    expect(urlOf('404.html')).toBe('/404.html');
    expect(urlOf('_astro/a.js')).toBe('/_astro/a.js');
  });

  it('is the same in whatever order the files were found, and loses none but the left-out ones', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SITE, { minLength: SITE.length }), (files) => {
        expect(planOf(files)).toEqual(plan);
      }),
    );
    expect(PARTS.flatMap((part) => plan[part]).length).toBe(SITE.length - 1);
  });

  it('fetches only what the cache lacks, in the parts that were asked for', () => {
    expect(missing(plan, ['app', 'ko'], new Set()).length).toBe(plan.app.length + plan.ko.length);
    const kept = new Set([...plan.app, ...plan.ko].map(cacheKeyOf));
    expect(missing(plan, ['app', 'ko'], kept)).toEqual([]);
    expect(missing(plan, ['en'], kept)).toEqual(plan.en);
  });

  it('fetches one changed page again and forgets its old revision', () => {
    const kept = new Set(SITE.map(cacheKeyOf));
    const next = planOf(SITE.map((old) => (old.url === '/ko/' ? file('/ko/', 'bbb') : old)));
    expect(missing(next, ['app', 'en', 'ko'], kept)).toEqual([file('/ko/', 'bbb')]);
    expect(outdated(next, kept)).toEqual(['/404.html?__rev=aaa', '/ko/?__rev=aaa'].sort().reverse());
  });

  it('forgets files that are gone, and nothing that is not a file of the site', () => {
    expect(outdated(planOf([]), ['/kept-languages', '/old/?__rev=1'])).toEqual(['/old/?__rev=1']);
  });
});

describe('a request', () => {
  const answer = answerer(plan);

  it('gets the file of its path', () => {
    expect(answer('/ko/')).toEqual({ file: file('/ko/') });
  });

  it('without its last slash is led to the page', () => {
    expect(answer('/lessons/ecs-rolling-updates')).toEqual({ redirect: '/lessons/ecs-rolling-updates/' });
    expect(answer('/ko')).toEqual({ redirect: '/ko/' });
  });

  it('for anything else is unknown', () => {
    for (const path of ['/lessons/none/', '/data/en/search', '/404.html', '/_astro/'])
      expect(answer(path)).toBe('unknown');
  });

  it('for a missing page gets the offline page of its language', () => {
    expect(offlinePageFor('/ko/lessons/x/')).toBe('/ko/offline/');
    expect(offlinePageFor('/ko')).toBe('/ko/offline/');
    expect(offlinePageFor('/korea/')).toBe('/offline/');
  });
});
