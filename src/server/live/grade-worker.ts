// Runs what players set in simulator tasks, beside the thread that answers requests.
import { parentPort } from 'node:worker_threads';
import type { Outcome } from '../../live/room-events.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import { readScenario, type Scenario } from '../../simulator/scenario/scenario-schema.ts';

export type GradeRequest = { id: number; name: string; scenario: unknown; set: AnswerSet };
export type GradeReply = { id: number; outcome: Outcome } | { id: number; fault: string };

/** The numbers that a scenario in a browser cannot pass either, so that a room and a lab agree. */
const LIMITS = { events: 50_000, instances: 1_000 };

const read = new Map<string, Scenario>();

function outcomeOf({ name, scenario: file, set }: GradeRequest): Outcome {
  const scenario = read.get(name) ?? readScenario(file, { limits: LIMITS }).scenario;
  if (scenario === undefined) throw new Error(`The scenario ${name} cannot be read; run the content check.`);
  read.set(name, scenario);
  const { grade, faults } = gradeAnswer(scenario, set, { id: name, limits: LIMITS });
  const goals = grade?.goals.map(({ id, met }) => ({ id, passed: met }));
  if (goals !== undefined) return { correct: goals.every(({ passed }) => passed), goals };
  return {
    correct: false,
    goals: (scenario.challenge?.goals ?? []).map(({ id }) => ({ id, passed: false })),
    refused: (faults ?? []).map(({ message }) => message),
  };
}

parentPort?.on('message', (request: GradeRequest) => {
  const reply = (): GradeReply => {
    try {
      return { id: request.id, outcome: outcomeOf(request) };
    } catch (error) {
      return { id: request.id, fault: error instanceof Error ? error.message : String(error) };
    }
  };
  parentPort?.postMessage(reply());
});
