// npm run prove: the proofs of the simulator in full. npm test runs the same ones with small counts.
// usage: npm run prove [-- <seed>]

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countFalseRefusals } from '../tests/proof/false-refusals.ts';
import { fuzzFiles } from '../tests/proof/fuzz-files.ts';
import { countMutants, totalOf } from '../tests/proof/mutants.ts';
import { scenarioFiles } from '../tests/proof/scenario-files.ts';
import { packageScript, ROOT, runNode } from './steps.ts';

const COUNTS = { invariant: 1_000, oracle: 2_000, fuzz: 10_000, answers: 1_000 };
const MUTANTS_NOTICED = 0.95;
const seed = Number(process.argv[2] ?? 20_261_121);
if (!Number.isSafeInteger(seed)) {
  console.error('usage: npm run prove [-- <seed>]; the seed is a whole number');
  process.exit(2);
}

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
  const file = join(folder, 'prove.json');
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

console.log(`seed ${seed}\n`);
const files = scenarioFiles();

const mutants = countMutants(files, seed);
const { made, noticed } = totalOf(mutants);
const share = noticed / made;
const kinds = Object.entries(mutants.kinds).filter(([, kind]) => kind.made > 0);
report(
  share >= MUTANTS_NOTICED,
  `grader mutants over ${files.length} scenarios: ${noticed} of ${made} noticed (${(share * 100).toFixed(1)} %; ${kinds.map(([name, kind]) => `${name} ${kind.noticed}/${kind.made}`).join(', ')}); survivors:`,
  mutants.survivors,
);

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

const fuzz = fuzzFiles(files, COUNTS.fuzz, seed);
report(
  fuzz.foreign.length === 0,
  `fuzzed scenario files: ${fuzz.files}, of them ${fuzz.run} ran, ${fuzz.foreign.length} threw; slowest ${Math.round(fuzz.slowestMs)} ms`,
  fuzz.foreign.slice(0, 20),
);

await properties(
  ['src/simulator/scenario/broken-scenarios.test.ts'],
  `${COUNTS.fuzz} fuzzed scenarios`,
  /reading never throws/,
);
await properties(
  ['src/simulator/ecs/placement/candidate-index.test.ts'],
  `${COUNTS.oracle} cases against the naive model`,
  /naive model/,
);
await properties(
  [
    'src/simulator/invariants.test.ts',
    'src/simulator/ecs/placement/placement-properties.test.ts',
    'src/simulator/ecs/events/events-of.test.ts',
    'src/simulator/ecs/networking/awsvpc-properties.test.ts',
    'src/simulator/ecs/deployment/shift-properties.test.ts',
  ],
  `${COUNTS.invariant} random runs`,
  /over random|awsvpc tasks|traffic|shift/,
);

console.log(failed === 0 ? '\nAll of it holds.' : `\n${failed} of it ${failed === 1 ? 'fails' : 'fail'}.`);
process.exitCode = failed === 0 ? 0 : 1;
