/**
 * The site without a network. Answers every request for a file of the plan from the cache, so that pages never visited
 * before open too; keeps the plan's files, one language or both; never takes over from an older worker by itself.
 * Built into /sw.js by build-integration.ts, which writes the plan into it.
 */
import type { Language } from '../i18n/text.ts';
import {
  answerer,
  bytesOf,
  type CachingPlan,
  cacheKeyOf,
  missing,
  offlinePageFor,
  outdated,
  type Part,
  type PlannedFile,
} from './caching-plan.ts';
import type { PageMessage, PartState, WorkerMessage } from './worker-messages.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;
declare const CACHING_PLAN: CachingPlan;

const plan = CACHING_PLAN;
const answerFor = answerer(plan);
const CACHE = 'drydock';
/** Remembers the languages to keep, across versions; a worker has no other storage as simple. */
const KEPT_LANGUAGES = '/kept-languages';
const FETCHES_AT_ONCE = 6;
/** The key says all; which encoding a file came in does not matter afterwards. */
const AS_STORED = { ignoreVary: true };

self.addEventListener('install', (event) => {
  // A new version is whole before it may wait for its turn: all that the old one kept, it keeps.
  event.waitUntil(keptLanguages().then((languages) => fetchMissing(['app', ...languages], () => {})));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOutdated().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const message = event.data as PageMessage;
  if (message.type === 'take-over') event.waitUntil(self.skipWaiting());
  else if (message.type === 'keep') event.waitUntil(keep(message.language));
  else if (message.type === 'ask') event.waitUntil(tellState());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/api/') || url.pathname === '/sw.js') return;
  const answer = answerFor(url.pathname);
  if (answer === 'unknown') {
    if (request.mode === 'navigate') event.respondWith(networkOrOfflinePage(request, url.pathname));
  } else if ('redirect' in answer)
    event.respondWith(Promise.resolve(Response.redirect(answer.redirect + url.search, 301)));
  else event.respondWith(fromCache(answer.file, request, url.pathname));
});

async function fromCache(file: PlannedFile, request: Request, pathname: string): Promise<Response> {
  const cache = await self.caches.open(CACHE);
  const kept = await cache.match(cacheKeyOf(file), AS_STORED);
  if (kept) return kept;
  return request.mode === 'navigate' ? networkOrOfflinePage(request, pathname) : fetch(request);
}

async function networkOrOfflinePage(request: Request, pathname: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const answer = answerFor(offlinePageFor(pathname));
    const cache = await self.caches.open(CACHE);
    const page =
      typeof answer === 'object' && 'file' in answer
        ? await cache.match(cacheKeyOf(answer.file), AS_STORED)
        : undefined;
    if (page) return page;
    throw error;
  }
}

let keeping: Promise<void> = Promise.resolve();

/** One language after the other: two pages that ask at once must not fetch everything twice. */
function keep(language: Language): Promise<void> {
  keeping = keeping.then(() => keepNow(language));
  return keeping;
}

async function keepNow(language: Language): Promise<void> {
  try {
    const languages = await keptLanguages();
    if (!languages.includes(language)) await rememberLanguages([...languages, language]);
    const { totalBytes } = stateOf([...plan.app, ...plan[language]], new Set());
    await fetchMissing(['app', language], (missingBytes) =>
      tell({ type: 'saving', language, savedBytes: totalBytes - missingBytes, totalBytes }),
    );
    await tellState();
  } catch (error) {
    const noSpace = error instanceof Error && error.name === 'QuotaExceededError';
    await tell({ type: 'failed', language, reason: noSpace ? 'no-space' : 'no-connection' });
  }
}

/** Fetches what the cache lacks of these parts. Stops at the first failure; what was stored until then stays. */
async function fetchMissing(parts: Part[], onProgress: (missingBytes: number) => void): Promise<void> {
  const cache = await self.caches.open(CACHE);
  const queue = missing(plan, parts, await cachedKeys(cache));
  let missingBytes = bytesOf(queue);
  const fetchNext = async (): Promise<void> => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      // Past the browser's own cache without asking the server is how a stale file gets in.
      const response = await fetch(file.url, { cache: 'no-cache' });
      if (!response.ok || response.redirected) throw new Error(`${file.url}: HTTP ${response.status}`);
      await cache.put(cacheKeyOf(file), response);
      missingBytes -= file.bytes;
      onProgress(missingBytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, fetchNext));
  } finally {
    queue.length = 0;
  }
}

async function forgetOutdated(): Promise<void> {
  const cache = await self.caches.open(CACHE);
  await Promise.all(outdated(plan, await cachedKeys(cache)).map((key) => cache.delete(key)));
}

async function cachedKeys(cache: Cache): Promise<Set<string>> {
  const requests = await cache.keys();
  return new Set(requests.map(({ url }) => url.slice(self.location.origin.length)));
}

async function keptLanguages(): Promise<Language[]> {
  const cache = await self.caches.open(CACHE);
  const kept = await cache.match(KEPT_LANGUAGES);
  return kept ? ((await kept.json()) as Language[]) : [];
}

async function rememberLanguages(languages: Language[]): Promise<void> {
  const cache = await self.caches.open(CACHE);
  await cache.put(KEPT_LANGUAGES, Response.json(languages));
}

async function tellState(): Promise<void> {
  const keys = await cachedKeys(await self.caches.open(CACHE));
  const parts = { app: stateOf(plan.app, keys), en: stateOf(plan.en, keys), ko: stateOf(plan.ko, keys) };
  await tell({ type: 'saved', parts });
}

function stateOf(files: PlannedFile[], keys: ReadonlySet<string>): PartState {
  return { savedBytes: bytesOf(files.filter((file) => keys.has(cacheKeyOf(file)))), totalBytes: bytesOf(files) };
}

async function tell(message: WorkerMessage): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    client.postMessage(message);
}
