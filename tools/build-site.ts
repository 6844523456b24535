import { accessSync, constants, existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageScript, ROOT, runNode } from './steps.ts';

/** Whatever the site is made from. */
const SOURCES = ['src', 'scenarios', 'diagrams', 'public', 'astro.config.mjs', 'package.json'];
/** Its time is the time at which the build began. */
const MARK = join(ROOT, 'dist', '.built');

/** True when dist/ is missing or older than anything it is made from. */
export function isStale(): boolean {
  if (!existsSync(MARK)) return true;
  const built = statSync(MARK).mtimeMs;
  return SOURCES.some((source) => newest(join(ROOT, source)) > built);
}

function newest(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Checks the content and builds; prints progress, returns the exit code. Never leaves a half-built site marked as whole. */
export async function buildSite(): Promise<number> {
  const began = new Date();
  try {
    accessSync(ROOT, constants.W_OK);
    if (existsSync(join(ROOT, 'dist'))) accessSync(join(ROOT, 'dist'), constants.W_OK);
  } catch {
    console.error(
      `Drydock cannot write to ${ROOT}: give yourself write permission there, or copy the project to a folder of your own.`,
    );
    return 1;
  }
  console.log('Checking lessons, questions and scenarios …');
  const check = await runNode(['src/cli/main.ts', 'check'], { echo: false });
  if (check.code !== 0) {
    console.error(check.output.trim());
    return 1;
  }
  console.log('Building the site …');
  const build = await runNode([packageScript('astro'), 'build', '--silent'], {
    echo: false,
    env: { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (build.code !== 0) {
    console.error(build.output.trim());
    return 1;
  }
  writeFileSync(MARK, '');
  utimesSync(MARK, began, began);
  console.log(`Built in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s.`);
  return 0;
}
