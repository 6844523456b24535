// npm test: everything a reviewer would run, in one command; the last line says how many tests passed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { findOrInstallBrowser, NO_BROWSER } from './find-browser.ts';
import { packageScript, ROOT, runNode } from './steps.ts';

type Count = { passed: number; failed: number };

const results = join(ROOT, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** A command that is one test: it passes or it fails. */
async function check(args: readonly string[]): Promise<Count> {
  const { code, output } = await runNode(args, { echo: false });
  if (code !== 0) console.log(output.trim());
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A test runner that writes its counts as JSON; a runner that dies or runs nothing has failed. */
async function suite(
  args: readonly string[],
  report: string,
  count: (json: never) => Count,
  env?: NodeJS.ProcessEnv,
): Promise<Count> {
  const file = join(results, report);
  const { code, output } = await runNode(args, { echo: false, env: { ...env, REPORT_FILE: file } });
  let counted: Count = { passed: 0, failed: 1 };
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')) as never);
  } catch {
    console.log('The runner wrote no report.');
  }
  if (code !== 0 || counted.passed === 0) {
    console.log(output.trim());
    return { passed: counted.passed, failed: Math.max(1, counted.failed) };
  }
  return counted;
}

const vitest = (config: string, report: string) =>
  suite(
    [
      packageScript('vitest'),
      'run',
      '--config',
      config,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, report)}`,
    ],
    report,
    (json: { numPassedTests: number; numFailedTests: number }) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
    }),
  );

async function browser(): Promise<Count> {
  const executable = await findOrInstallBrowser();
  if (executable === undefined) {
    console.log(NO_BROWSER);
    return { passed: 0, failed: 1 };
  }
  const report = join(results, 'browser.json');
  return suite(
    [packageScript('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    'browser.json',
    (json: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
      passed: json.stats.expected,
      failed: json.stats.unexpected + json.stats.flaky,
    }),
    { CHROMIUM_PATH: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
}

async function build(): Promise<Count> {
  return (await buildSite()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const typescript = packageScript('typescript', 'tsc');
const steps: [string, () => Promise<Count>][] = [
  ['Style (Biome)', () => check([packageScript('@biomejs/biome'), 'ci', '--colors=off', '.'])],
  ['Types of the core, without DOM and Node', () => check([typescript, '-p', 'tsconfig.core.json'])],
  ['Build, with the content check', build],
  ['Types of everything', () => check([packageScript('@astrojs/check', 'astro-check')])],
  ['Unit, property, scenario and content tests', () => vitest('vitest.config.ts', 'unit.json')],
  ['Tests of the built site and its budgets', () => vitest('vitest.site.config.ts', 'site.json')],
  ['Browser tests', browser],
];

const total: Count = { passed: 0, failed: 0 };
for (const [name, step] of steps) {
  const began = Date.now();
  console.log(`▸ ${name}`);
  const count = await step();
  total.passed += count.passed;
  total.failed += count.failed;
  console.log(
    `  ${count.failed === 0 ? '✓' : '✗'} ${count.passed} passed, ${count.failed} failed, ${((Date.now() - began) / 1000).toFixed(0)} s`,
  );
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
