import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { LiveApp } from './live/live.ts';

/** What the server may not find out for itself. */
export type ServerWorld = {
  /** The folder of the built site. */
  site: string;
  /** The API of live rooms. */
  live?: LiveApp;
};

/**
 * Site and API in one app: a request in, a response out, no socket needed to test it.
 * The content security policy is in each page; what a meta tag cannot say is said here.
 */
export function createApp({ site, live }: ServerWorld): Hono {
  const app = new Hono();
  // It sets the same headers by itself, which costs an answer half as much, and compression would hold frames back.
  if (live !== undefined) app.route('/api/live', live);
  app.use(
    secureHeaders({
      contentSecurityPolicy: { frameAncestors: ["'none'"] },
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
      crossOriginResourcePolicy: 'same-origin',
      // Plain HTTP on a class-room network is a supported way to run.
      strictTransportSecurity: false,
    }),
  );
  app.use(compress());
  app.get('/api/health', (context) => context.json({ ok: true }));
  app.all('/api/*', (context) => context.json({ error: 'There is nothing at this address.' }, 404));
  app.use('/_astro/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use('*', async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-cache');
  });
  app.use('*', async (context, next) => {
    const { path } = context.req;
    if (path.endsWith('/') || !(await isFile(site, `${path}/index.html`))) return next();
    const { search } = new URL(context.req.url);
    return context.redirect(`${path}/${search}`, 301);
  });
  app.use('*', serveStatic({ root: site }));
  app.notFound(async (context) => {
    const { path } = context.req;
    const page = path === '/ko' || path.startsWith('/ko/') ? 'ko/404/index.html' : '404.html';
    const body = await readFile(join(site, page), 'utf8').catch(
      () => '<!doctype html><title>404</title><p>Not found.</p>',
    );
    return context.html(body, 404);
  });
  app.onError((error, context) => {
    console.error(error);
    return context.text('Something went wrong on the server; nothing was changed. Try again.', 500);
  });
  return app;
}

/** True for a file inside the folder; a path that climbs out is never one. */
async function isFile(folder: string, path: string): Promise<boolean> {
  const root = resolve(folder);
  let file: string;
  try {
    file = resolve(root, `.${decodeURIComponent(path)}`);
  } catch {
    return false;
  }
  if (!file.startsWith(root + sep)) return false;
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}
