import type { Response, Verdict } from '../../../quiz-engine/grade.ts';
import type { AnswerSet } from '../../../simulator/run.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { isAnswerSet } from '../../lab/answer-fragment.ts';
import { beginLab, type LabState } from '../../lab/lab-model.ts';

/** Where a scenario stands in a question: which one, and in which language. */
export type ScenarioAbout = {
  lang: 'en' | 'ko';
  /** `<topic>/<file>` */
  id: string;
  source: Scenario;
  /** Which drawing of it; 0, as it is written, by default. */
  draw?: number;
};

/** What a response sets; a response of any other shape sets nothing. */
export function setOf(response: Response | null): AnswerSet {
  return isAnswerSet(response) ? response : {};
}

/** The lab's state without what only drawing needs, which the lab itself does better. */
export function beginAnswer({ id, source }: ScenarioAbout, answer: AnswerSet = {}): LabState {
  const yard = { availabilityZones: [], instances: [], taskDefinitions: {}, focus: [] };
  return { ...beginLab({ id, source, yard, still: [] }), answer };
}

/** Right when all goals are met; the share of them is the credit. */
export function verdictOf(goals: readonly { id: string; met: boolean }[]): Verdict {
  const met = goals.filter((goal) => goal.met).length;
  return {
    correct: met === goals.length,
    credit: goals.length === 0 ? 0 : met / goals.length,
    items: goals.map(({ id, met: right }) => ({ id, chosen: true, right })),
  };
}

/** AWS refuses what was set, so that nothing ran and no goal is met. */
export function refusedVerdict(source: Scenario, faults: readonly { message: string }[]): Verdict {
  const goals = source.challenge?.goals ?? [];
  return {
    correct: false,
    credit: 0,
    items: goals.map(({ id }) => ({ id, chosen: true, right: false })),
    refused: faults.map(({ message }) => message),
  };
}
