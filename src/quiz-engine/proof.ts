import type { AnswerSet } from '../simulator/run.ts';
import { gradeAnswer } from '../simulator/scenario/grade.ts';
import { readScenario, type Scenario } from '../simulator/scenario/scenario-schema.ts';
import { proveMatch } from './prove-match.ts';
import { proveNumber } from './prove-number.ts';
import { proveOrder } from './prove-order.ts';
import { choicesOf, type Proof, type Question } from './question-schema.ts';

/** What running one choice gave. */
export type ProvedChoice = {
  id: string;
  /** The choice meets every goal of the proof. */
  met: boolean;
  /** The first goal it fails, in the judge's words, or why its set was refused; empty when met. */
  because: string;
};

export type ProofResult = {
  /** The key is exactly the choices whose goals are met. */
  holds: boolean;
  choices: ProvedChoice[];
  /** One sentence that names the wrong key; empty when the proof holds. */
  message: string;
};

/**
 * Runs the simulator for each choice, step or pair of a question with a proof. A choice whose set AWS would refuse meets nothing.
 * `find` gives a scenario by id; a proof may set any path of the world.
 */
export function proveQuestion(question: Question, find: (id: string) => Scenario | undefined): ProofResult {
  if ('answer' in question) {
    const message = proveNumber(question, find);
    return { holds: message === '', choices: [], message };
  }
  if (question.kind === 'scenario') return proveScenario(question.scenario, find);
  if (question.kind === 'order' || question.kind === 'match') {
    const message = question.kind === 'order' ? proveOrder(question, find) : proveMatch(question, find);
    return { holds: message === '', choices: [], message };
  }
  const proof = 'proof' in question ? question.proof : undefined;
  if (proof === undefined) return { holds: true, choices: [], message: '' };
  const scenario = scenarioOf(proof, find);
  if (scenario === undefined) return failed('the scenario of its proof cannot be read; mend it first');
  const goals = scenario.challenge?.goals ?? [];
  const missing = proof.goals.filter((id) => !goals.some((goal) => goal.id === id));
  if (missing.length > 0) {
    return failed(
      `its scenario has no goal ${missing.join(', ')}; it has ${goals.map((goal) => goal.id).join(', ') || 'none'}`,
    );
  }
  const choices = choicesOf(question).map(({ id }) => proveChoice(id, proof, scenario));
  const key = choicesOf(question)
    .filter((choice) => choice.correct)
    .map((choice) => choice.id);
  const proved = choices.filter((choice) => choice.met).map((choice) => choice.id);
  if (key.join() === proved.join()) return { holds: true, choices, message: '' };
  const wrong = choices.find((choice) => choice.met !== key.includes(choice.id));
  const evidence = wrong === undefined || wrong.met ? '' : ` (${wrong.id}: ${wrong.because})`;
  const found = proved.length === 0 ? 'no choice' : proved.join(' and ');
  return {
    holds: false,
    choices,
    message: `its key is ${key.join(' and ')}, but by simulation ${found} meets ${proof.goals.join(' and ')}${evidence}; correct the key or the proof`,
  };
}

/** A scenario to be solved has a solution that meets every goal, and is not solved as it stands. */
function proveScenario(id: string, find: (id: string) => Scenario | undefined): ProofResult {
  const scenario = find(id);
  const solution = scenario?.challenge?.solutions?.[0];
  if (scenario === undefined) return failed(`there is no scenario "${id}"; write the id of one`);
  if (solution === undefined) return failed(`scenario "${id}" has no solution; write one under challenge.solutions`);
  const solved = missedGoal(scenario, solution.set);
  if (solved !== '')
    return failed(`scenario "${id}" is not solved by ${solution.name} (${solved}); correct the solution or the goals`);
  if (missedGoal(scenario, {}) === '') return failed(`scenario "${id}" is solved as it stands; ask for another`);
  return { holds: true, choices: [], message: '' };
}

/** Why a set does not solve a scenario: its first goal that is not met; empty when it does. */
function missedGoal(scenario: Scenario, set: AnswerSet): string {
  const { grade, faults } = gradeAnswer(scenario, set);
  if (faults) return faults.map(({ message }) => message).join('; ');
  const goal = grade.goals.find(({ met }) => !met);
  return goal === undefined ? '' : `${goal.id}: ${goal.because}`;
}

function failed(message: string): ProofResult {
  return { holds: false, choices: [], message };
}

function scenarioOf(proof: Proof, find: (id: string) => Scenario | undefined): Scenario | undefined {
  return typeof proof.scenario === 'string' ? find(proof.scenario) : readScenario(proof.scenario).scenario;
}

function proveChoice(id: string, proof: Proof, scenario: Scenario): ProvedChoice {
  const result = gradeAnswer(scenario, proof.each[id]?.set ?? {}, { allowed: 'world' });
  if (result.faults) return { id, met: false, because: result.faults.map((fault) => fault.message).join('; ') };
  const failing = result.grade.goals.find((goal) => proof.goals.includes(goal.id) && !goal.met);
  return { id, met: failing === undefined, because: failing?.because ?? '' };
}
