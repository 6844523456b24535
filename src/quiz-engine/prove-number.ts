import { readScenario, type Scenario } from '../simulator/scenario/scenario-schema.ts';
import { applySet } from '../simulator/scenario/set.ts';
import { simulate } from '../simulator/simulate.ts';
import type { NumberQuestion } from './kinds/number-schema.ts';
import { type RunScenario, simulatedWith, variantAt } from './variants.ts';

/** Runs a scenario of the bank or one that a question holds itself; undefined when it or the set is refused. */
export function scenarioRunner(find: (id: string) => Scenario | undefined): RunScenario {
  return (source, set) => {
    const scenario = typeof source === 'string' ? find(source) : readScenario(source).scenario;
    const applied = scenario && applySet(scenario, set, 'world').scenario;
    return applied && simulate(applied);
  };
}

/** How many drawings a build looks at: enough to meet each value of each draw. */
const DRAWINGS = 8;

/** What is wrong with a drawn question, as a sentence; empty when its drawings give a key that its proof gives too, and options that differ. */
export function proveNumber(question: NumberQuestion, find: (id: string) => Scenario | undefined): string {
  const { simulate: asked, proof, tolerance = 0 } = question.answer;
  const scenario = (asked ?? proof)?.scenario;
  if (typeof scenario === 'string' && find(scenario) === undefined) {
    return `there is no scenario "${scenario}" to compute its key with; write the id of one`;
  }
  const run = scenarioRunner(find);
  for (let seed = 1; seed <= (question.draws ? DRAWINGS : 1); seed++) {
    const variant = variantAt(question, seed, 0, run)?.variant;
    if (variant === undefined) {
      return 'no drawing of it gives a key and wrong values that all differ; change draws or distractors';
    }
    const proved = proof && simulatedWith(proof, variant.values, run);
    if (proof && (proved === undefined || Math.abs(proved - variant.key) > tolerance)) {
      const drawn = Object.entries(variant.values).map(([name, value]) => `${name} ${value}`);
      const where = drawn.length === 0 ? '' : ` with ${drawn.join(', ')}`;
      return `its key${where} is ${variant.key}, but by simulation it is ${proved ?? 'nothing'}; correct the key or the proof`;
    }
  }
  return '';
}
