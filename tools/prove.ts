// npm run prove: the proofs of the simulator in full. npm test runs the same ones with small counts.
// usage: npm run prove [-- [seed] [part …]]; parts: mutants, answers, files, slips, oracles, worlds, runs

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countFalseRefusals } from '../tests/proof/false-refusals.ts';
import { fuzzFiles } from '../tests/proof/fuzz-files.ts';
import { countMutants, totalOf } from '../tests/proof/mutants.ts';
import { scenarioFiles } from '../tests/proof/scenario-files.ts';
import { packageScript, ROOT, runNode } from './steps.ts';

const COUNTS = { invariant: 1_000, oracle: 2_000, fuzz: 10_000, answers: 1_000 };
const MUTANTS_NOTICED = 0.95;
const given = process.argv.slice(2);
const seed = Number(given.find((argument) => /^\d/.test(argument)) ?? 20_261_121);

let failed = 0;

/** One line a proof, and what speaks against it below. */
function report(holds: boolean, what: string, against: readonly string[] = []): void {
  if (!holds) failed++;
  console.log(`${holds ? 'holds ' : 'FAILS '} ${what}`);
  for (const line of against) console.log(`         ${line}`);
}

type TestResult = { title: string; status: string; duration?: number };
type Report = { testResults: { assertionResults: TestResult[] }[] };

/** Properties live in the tests; here they get their full counts and one seed. */
async function properties(files: readonly string[], what: string, titles: RegExp): Promise<void> {
  const folder = join(ROOT, 'test-results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `prove-${process.pid}.json`);
  const args = [packageScript('vitest'), 'run', ...files, '--reporter=json', `--outputFile=${file}`];
  const env = {
    PROVE_INVARIANT: String(COUNTS.invariant),
    PROVE_ORACLE: String(COUNTS.oracle),
    PROVE_FUZZ: String(COUNTS.fuzz),
    PROVE_SEED: String(seed),
  };
  const { output } = await runNode([...args, '--testNamePattern', titles.source], { echo: false, env });
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const run = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status !== 'skipped' && status !== 'pending');
    if (run.length === 0) report(false, `${what}: no property ran`);
    for (const { title, status, duration = 0 } of run)
      report(status === 'passed', `${what}, ${Math.round(duration / 1000)} s: ${title}`);
    if (run.some(({ status }) => status !== 'passed')) console.log(output.trim());
  } catch {
    report(false, `${what}: the tests wrote no report`, [output.trim()]);
  }
}

const files = scenarioFiles();

/** The scenarios of the repository: one requirement broken at a time. */
function mutants(): void {
  const count = countMutants(files, seed);
  const { made, noticed } = totalOf(count);
  const share = noticed / made;
  const kinds = Object.entries(count.kinds).filter(([, kind]) => kind.made > 0);
  report(
    share >= MUTANTS_NOTICED,
    `grader mutants over ${files.length} scenarios: ${noticed} of ${made} noticed (${(share * 100).toFixed(1)} %; ${kinds.map(([name, kind]) => `${name} ${kind.noticed}/${kind.made}`).join(', ')}); survivors:`,
    count.survivors,
  );
}

/** Generated answers against an independent check of the goals. */
function answers(): void {
  const refusals = countFalseRefusals(files, COUNTS.answers, seed);
  report(
    refusals.falseRefusals.length === 0,
    `false refusals: ${refusals.falseRefusals.length} of ${refusals.good} good answers (${refusals.answers} different ones, up to ${COUNTS.answers} a scenario; ${refusals.refusedByAws} AWS would not take)`,
    refusals.falseRefusals,
  );
  report(
    refusals.falseAcceptances.length === 0,
    `false acceptances: ${refusals.falseAcceptances.length}`,
    refusals.falseAcceptances,
  );
}

/** Scenario files with slips of the keyboard. */
function fuzzedFiles(): void {
  const fuzz = fuzzFiles(files, COUNTS.fuzz, seed);
  report(
    fuzz.foreign.length === 0,
    `fuzzed scenario files: ${fuzz.files}, of them ${fuzz.run} ran, ${fuzz.foreign.length} threw; slowest ${Math.round(fuzz.slowestMs)} ms`,
    fuzz.foreign.slice(0, 20),
  );
}

const WORLDS = 'src/simulator/whole-world';
const ECS = 'src/simulator/ecs';

/** Scenarios as data, with something in the wrong place. */
async function slips(): Promise<void> {
  const places = ['src/simulator/scenario/broken-scenarios.test.ts', `${WORLDS}/whole-world-broken.test.ts`];
  await properties(places, `${COUNTS.fuzz} fuzzed scenarios`, /reading never throws/);
}

/** The same counted, placed or folded in the naive way. */
async function oracles(): Promise<void> {
  await properties(
    ['placement/candidate-index', 'placement/scale-in-oracle', 'queues/message-queue', 'cost/bill'].map(
      (name) => `${ECS}/${name}.test.ts`,
    ),
    `${COUNTS.oracle} cases against the naive model`,
    /naive|over random/,
  );
  await properties(
    [`${ECS}/traffic/traffic-properties.test.ts`],
    `${COUNTS.oracle} cases against every second looked at`,
    /passing over seconds/,
  );
}

/** Worlds with every controller at once. */
async function worlds(): Promise<void> {
  const places = ['whole-world', 'whole-world-bytes', 'whole-world-pairs'].map((name) => `${WORLDS}/${name}.test.ts`);
  await properties(places, `${COUNTS.invariant} worlds with every controller at once`, /whole worlds/);
}

/** Worlds of each part of the cluster. */
async function runs(): Promise<void> {
  await properties(
    [
      'src/simulator/invariants.test.ts',
      `${ECS}/placement/placement-properties.test.ts`,
      `${ECS}/events/events-of.test.ts`,
      `${ECS}/networking/awsvpc-properties.test.ts`,
      `${ECS}/deployment/shift-properties.test.ts`,
      `${ECS}/queues/queues-storey.test.ts`,
      ...['capacity/capacity', 'scaling/scaling', 'strategy/strategy', 'strategy/managed', 'traffic/traffic'].map(
        (name) => `${ECS}/${name}-properties.test.ts`,
      ),
    ],
    `${COUNTS.invariant} random runs`,
    /over random|awsvpc tasks|traffic|shift|hatever happens|in any run|managed termination|scales out while|tasks that wait are/,
  );
}

const PARTS: Record<string, () => void | Promise<void>> = {
  mutants,
  answers,
  files: fuzzedFiles,
  slips,
  oracles,
  worlds,
  runs,
};

const chosen = given.filter((argument) => !/^\d/.test(argument));
if (!Number.isSafeInteger(seed) || chosen.some((name) => !(name in PARTS))) {
  console.error(`usage: npm run prove [-- [seed] [part …]]; the parts are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}
console.log(`seed ${seed}\n`);
for (const [name, prove] of Object.entries(PARTS)) if (chosen.length === 0 || chosen.includes(name)) await prove();

console.log(failed === 0 ? '\nAll of it holds.' : `\n${failed} of it ${failed === 1 ? 'fails' : 'fail'}.`);
process.exitCode = failed === 0 ? 0 : 1;
