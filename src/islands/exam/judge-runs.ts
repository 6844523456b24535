import type { AskedQuestion, AskedScenario } from '../../quiz-engine/asked/asked-question.ts';
import type { RunVerdicts } from '../../quiz-engine/asked/grade-asked.ts';
import { partOf } from '../../quiz-engine/asked/response-parts.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import type { Response, Verdict } from '../../quiz-engine/grade.ts';
import { loadScenario } from '../quiz/load-scenario.ts';
import { refusedVerdict, setOf, verdictOf } from '../quiz/scenario/scenario-answer.ts';
import type { SimulationClient } from '../simulation/simulation-client.ts';
import type { Material } from './exam-material.ts';

/** A scenario of an exam, alone or as a part of a case, and what was answered to it. */
type Open = { question: string; scenario: AskedScenario; response: Response | null };

/**
 * Runs what was answered to the scenarios of an exam, one after the other, and gives the material with their verdicts.
 * The same answer has the same verdict on every device. Undefined when a run cannot be had now.
 */
export async function judgeRuns(
  material: Material,
  answers: SittingState['answers'],
  open: () => SimulationClient,
): Promise<Material | undefined> {
  const scenarios = [...material].flatMap(([id, { asked }]) => scenariosOf(id, asked, answers[id]?.response ?? null));
  if (scenarios.length === 0) return material;
  const judged = new Map(material);
  const client = open();
  try {
    for (const { question, scenario, response } of scenarios) {
      const verdict = await judge(client, scenario, response);
      const asking = judged.get(question);
      if (verdict === undefined || asking === undefined) return undefined;
      const runs: RunVerdicts = { ...asking.runs, [scenario.id]: verdict };
      judged.set(question, { ...asking, runs });
    }
    return judged;
  } finally {
    client.close();
  }
}

/** Those that were answered; without an answer nothing has to be run. */
function scenariosOf(question: string, asked: AskedQuestion, response: Response | null): Open[] {
  if (response === null) return [];
  if (asked.kind === 'case') {
    return asked.parts.flatMap((part) => scenariosOf(question, part, partOf(response, part.id)));
  }
  return asked.kind === 'scenario' ? [{ question, scenario: asked, response }] : [];
}

async function judge(
  client: SimulationClient,
  { scenario: name }: AskedScenario,
  response: Response | null,
): Promise<Verdict | undefined> {
  const scenario = await loadScenario(name);
  if (scenario === undefined) return undefined;
  const outcome = await client.grade({ scenario, checked: true, name, set: setOf(response) });
  if (outcome.kind === 'graded') return verdictOf(outcome.graded.grade.goals);
  // A fault without a place is none of the answer: the worker could not be had.
  const isRefused = outcome.kind === 'faults' && outcome.faults.some(({ path }) => path !== '');
  return isRefused ? refusedVerdict(scenario, outcome.faults) : undefined;
}
