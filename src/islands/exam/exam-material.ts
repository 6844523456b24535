import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';
import { gradeAsked, type RunVerdicts } from '../../quiz-engine/asked/grade-asked.ts';
import type { Graded } from '../../quiz-engine/exam/results.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { loadQuestion } from '../quiz/load-question.ts';
import { loadScenario } from '../quiz/load-scenario.ts';
import { loadBank } from '../standing/load-bank.ts';

/**
 * The questions of a sitting as they are asked in it, one that was removed since is not in it; after handing in with what
 * the runs of its scenarios decided.
 */
export type Material = ReadonlyMap<string, Asking & { runs?: RunVerdicts }>;

/** Fetches everything that a sitting asks, so that it goes on without a network. Undefined when it cannot be had now. */
export async function loadMaterial(lang: Language, state: SittingState): Promise<Material | undefined> {
  const { questions, seed, answers, submitted } = state;
  const bank = await loadBank();
  if (bank === undefined) return undefined;
  const sets = new Map(bank.map(({ id, set }) => [id, set]));
  const asked = questions.filter((id) => sets.has(id));
  const loaded = await Promise.all(asked.map((id) => loadQuestion(lang, sets.get(id) ?? '', id, seed)));
  const material = new Map<string, Asking>();
  for (const [index, id] of asked.entries()) {
    const asking = loaded[index];
    if (asking === undefined) return undefined;
    material.set(id, asking);
  }
  if (!(await loadScenarios(material))) return undefined;
  return submitted === undefined ? material : withRuns(material, answers);
}

/** The material with the verdicts of its scenarios, for these answers. Undefined when a run cannot be had now. */
export async function withRuns(material: Material, answers: SittingState['answers']): Promise<Material | undefined> {
  if (scenarioNames(material).length === 0) return material;
  try {
    const [{ judgeRuns }, simulation] = await Promise.all([
      import('./judge-runs.ts'),
      import('../simulation/simulation-client.ts'),
    ]);
    return await judgeRuns(material, answers, () => simulation.openSimulation(simulation.makeSimulationWorker));
  } catch {
    return undefined;
  }
}

/** Worlds and controls too are here before the first question is shown. */
async function loadScenarios(material: Material): Promise<boolean> {
  const names = scenarioNames(material);
  if (names.length === 0) return true;
  try {
    const [loaded] = await Promise.all([
      Promise.all(names.map(loadScenario)),
      import('../quiz/scenario/scenario-views.ts'),
    ]);
    return loaded.every((scenario) => scenario !== undefined);
  } catch {
    return false;
  }
}

function scenarioNames(material: Material): string[] {
  const namesOf = (asked: AskedQuestion): string[] =>
    asked.kind === 'scenario' ? [asked.scenario] : asked.kind === 'case' ? asked.parts.flatMap(namesOf) : [];
  return [...material.values()].flatMap(({ asked }) => namesOf(asked));
}

/** How an answer stands in the bank as it is now. */
export function gradeWith(material: Material, id: string, response: Response): Graded | undefined {
  const asking = material.get(id);
  if (asking === undefined) return undefined;
  const { correct } = gradeAsked(asking.asked, asking.key, response, asking.runs ?? {});
  return { version: asking.key.version, correct };
}
