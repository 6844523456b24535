// Generated answers to every scenario: what an independent check of the goals calls good must not be refused, and what
// it calls bad must not pass.
import { type Random, randomFrom } from '../../src/random/random.ts';
import type { AnswerSet, Json } from '../../src/simulator/run.ts';
import { gradeAnswer } from '../../src/simulator/scenario/grade.ts';
import { child, parsePointer } from '../../src/simulator/scenario/pointer.ts';
import type { Scenario } from '../../src/simulator/scenario/scenario-schema.ts';
import { isMet } from './independent-check.ts';
import type { ScenarioFile } from './scenario-files.ts';

export type RefusalCount = {
  /** Different answers that were graded. */
  answers: number;
  /** Those that AWS would not take. */
  refusedByAws: number;
  good: number;
  falseRefusals: string[];
  falseAcceptances: string[];
};

/** Up to `tries` generated answers for each scenario; fewer where there are not so many different ones. */
export function countFalseRefusals(files: readonly ScenarioFile[], tries: number, seed: number): RefusalCount {
  const count: RefusalCount = { answers: 0, refusedByAws: 0, good: 0, falseRefusals: [], falseAcceptances: [] };
  for (const { id, scenario } of files) {
    for (const set of answersTo(scenario, tries, randomFrom('answers', seed, id)))
      checkAnswer(id, scenario, set, count);
  }
  return count;
}

function checkAnswer(id: string, scenario: Scenario, set: AnswerSet, count: RefusalCount): void {
  count.answers++;
  const { grade } = gradeAnswer(scenario, set);
  if (grade === undefined) {
    count.refusedByAws++;
    return;
  }
  const good = (scenario.challenge?.goals ?? []).every((goal) => isMet(grade, goal));
  const passes = grade.goals.every(({ met }) => met);
  if (good) count.good++;
  if (good && !passes) count.falseRefusals.push(`${id} ${JSON.stringify(set)}`);
  if (!good && passes) count.falseAcceptances.push(`${id} ${JSON.stringify(set)}`);
}

/** Different answers, the solutions first; each control keeps its value or takes another that it offers. */
function answersTo(scenario: Scenario, tries: number, random: Random): AnswerSet[] {
  const changes = scenario.challenge?.change ?? [];
  const values = changes.map((change) => valuesOf(change, valueAt(scenario.world as unknown as Json, change.path)));
  const answers = new Map<string, AnswerSet>();
  const add = (set: AnswerSet) => answers.set(JSON.stringify(set), set);
  for (const { set } of scenario.challenge?.solutions ?? []) add(set);
  for (let i = 0; i < tries * 3 && answers.size < tries; i++) {
    const set: AnswerSet = {};
    for (const [c, { path }] of changes.entries()) {
      const offered = values[c] ?? [];
      if (offered.length === 0 || random.below(4) === 0) continue;
      set[path] = offered[random.below(offered.length)] as Json;
    }
    add(set);
  }
  return [...answers.values()];
}

type Change = NonNullable<NonNullable<Scenario['challenge']>['change']>[number];

/** Numbers without bounds go from 0 to twice what stands there, and beyond. */
function valuesOf({ choices, min, max, step = 1 }: Change, now: Json | undefined): Json[] {
  if (choices) return choices.map(({ value }) => value);
  if (typeof now === 'boolean') return [true, false];
  if (typeof now !== 'number' && min === undefined) return [];
  const from = min ?? 0;
  const to = max ?? Math.max(10, 2 * Number(now ?? 0));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

function valueAt(world: Json, pointer: string): Json | undefined {
  let at: Json | undefined = world;
  for (const key of parsePointer(pointer) ?? []) at = child(at, key);
  return at;
}
