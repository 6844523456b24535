/**
 * Which files of the site are kept for offline use, in which part, and what a request gets from them. Pure: the build
 * makes the plan, the worker follows it.
 *
 * Three parts: `app` (scripts, styles, fonts, shared data, the offline pages) is kept at once; of `en` and `ko` (pages
 * and data of one language) the one in use is kept at once and the other on request.
 */

/** A file as it is requested. `revision` changes with its content; `bytes` as stored, not as sent. */
export type PlannedFile = { url: string; revision: string; bytes: number };

export const PARTS = ['app', 'en', 'ko'] as const;
export type Part = (typeof PARTS)[number];
export type CachingPlan = Record<Part, PlannedFile[]>;

/** Shown in place of a page that is not there; needed in both languages before either is in use. */
const OFFLINE_PAGES = ['/offline/', '/ko/offline/'];

/** The address of a file of the built site: `lessons/x/index.html` is `/lessons/x/`. `path` has forward slashes. */
export function urlOf(path: string): string {
  return `/${path}`.replace(/\/index\.html$/, '/');
}

/** The part a file belongs to; undefined for what is never needed offline. */
export function partOf(url: string): Part | undefined {
  const left = /(^|\/)\.|^\/(404\.html|ko\/404\/|404\/|sw\.js|robots\.txt)$|\.(map|xml)$/;
  if (left.test(url)) return undefined;
  if (OFFLINE_PAGES.includes(url)) return 'app';
  if (/^\/(ko|data\/ko)\//.test(url)) return 'ko';
  if (/^\/data\/en\//.test(url) || url.endsWith('/') || url.endsWith('.html')) return 'en';
  return 'app';
}

/** Sorted, so that the same site gives the same plan on every machine. */
export function planOf(files: readonly PlannedFile[]): CachingPlan {
  const plan: CachingPlan = { app: [], en: [], ko: [] };
  for (const file of [...files].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const part = partOf(file.url);
    if (part !== undefined) plan[part].push(file);
  }
  return plan;
}

/** Where a file lies in the cache: a new revision is a new place, and what did not change is not fetched again. */
export function cacheKeyOf(file: PlannedFile): string {
  return `${file.url}?__rev=${file.revision}`;
}

/** Files of these parts that the cache does not hold yet, in the order of the plan. */
export function missing(plan: CachingPlan, parts: readonly Part[], cachedKeys: ReadonlySet<string>): PlannedFile[] {
  return parts.flatMap((part) => plan[part]).filter((file) => !cachedKeys.has(cacheKeyOf(file)));
}

/** Keys of the cache that belong to no file of the plan: older revisions and pages that are gone. */
export function outdated(plan: CachingPlan, cachedKeys: Iterable<string>): string[] {
  const wanted = new Set(PARTS.flatMap((part) => plan[part]).map(cacheKeyOf));
  return [...cachedKeys].filter((key) => key.includes('?__rev=') && !wanted.has(key));
}

/** What the cache says about a path of this site. */
export type Answer = { file: PlannedFile } | { redirect: string } | 'unknown';

/** Answers by path alone; `/a/b` leads to `/a/b/` where only that exists, as on the server. */
export function answerer(plan: CachingPlan): (pathname: string) => Answer {
  const files = new Map(PARTS.flatMap((part) => plan[part]).map((file) => [file.url, file]));
  return (pathname) => {
    const file = files.get(pathname);
    if (file) return { file };
    return files.has(`${pathname}/`) ? { redirect: `${pathname}/` } : 'unknown';
  };
}

/** The offline page in the language of the path. */
export function offlinePageFor(pathname: string): string {
  return /^\/ko(\/|$)/.test(pathname) ? '/ko/offline/' : '/offline/';
}

export function bytesOf(files: readonly PlannedFile[]): number {
  return files.reduce((sum, file) => sum + file.bytes, 0);
}
