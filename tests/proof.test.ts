import { describe, expect, test } from 'vitest';
import { countFalseRefusals } from './proof/false-refusals.ts';
import { fuzzFiles } from './proof/fuzz-files.ts';
import { countMutants, totalOf } from './proof/mutants.ts';
import { scenarioFiles } from './proof/scenario-files.ts';

/** Small and seeded; `npm run prove` takes the full counts. */
const SEED = 1;

describe('the grader, over all scenarios', { timeout: 120_000 }, () => {
  const files = scenarioFiles();

  test('notices at least 95 of 100 runs in which one requirement is broken', () => {
    const count = countMutants(files, SEED);
    const { made, noticed } = totalOf(count);
    expect(made).toBeGreaterThan(500);
    expect(noticed / made, count.survivors.join('\n')).toBeGreaterThanOrEqual(0.95);
    // A broken value, metric, deployment or goal is always seen; only an answer may do with one setting less.
    expect(count.survivors.filter((survivor) => !survivor.includes(': answer: '))).toEqual([]);
  });

  test('refuses no answer that an independent check of the goals calls good, and passes none that it calls bad', () => {
    const { falseRefusals, falseAcceptances, good } = countFalseRefusals(files, 8, SEED);
    expect({ falseRefusals, falseAcceptances }).toEqual({ falseRefusals: [], falseAcceptances: [] });
    expect(good).toBeGreaterThan(0);
  });

  test('a scenario file with slips of the keyboard is read, or refused, and runs to its end', () => {
    const { foreign, run } = fuzzFiles(files, 150, SEED);
    expect(foreign).toEqual([]);
    expect(run).toBeGreaterThan(0);
  });
});
