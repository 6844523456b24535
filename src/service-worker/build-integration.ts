import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { bytesOf, type CachingPlan, PARTS, type PlannedFile, planOf, urlOf } from './caching-plan.ts';

const WORKER = fileURLToPath(new URL('./service-worker.ts', import.meta.url));

/** After the build: lists every file of the site with its revision and size, and builds /sw.js around that list. */
export function offline(): AstroIntegration {
  return {
    name: 'drydock-offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const plan = planOf(await listFiles(site));
        await buildWorker(site, plan);
        const sizes = PARTS.map(
          (part) => `${part} ${plan[part].length} files, ${(bytesOf(plan[part]) / 1e6).toFixed(2)} MB`,
        );
        logger.info(`sw.js keeps ${sizes.join(' · ')}`);
      },
    },
  };
}

/** Twelve hex digits of SHA-256 tell the versions of one file apart. */
async function listFiles(site: string): Promise<PlannedFile[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path);
      const revision = createHash('sha256').update(content).digest('hex').slice(0, 12);
      const url = urlOf(path.slice(site.length).split(sep).join('/').replace(/^\//, ''));
      return { url, revision, bytes: content.length };
    }),
  );
}

async function buildWorker(site: string, plan: CachingPlan): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { CACHING_PLAN: JSON.stringify(plan) },
    build: {
      outDir: site,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: { input: WORKER, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}
