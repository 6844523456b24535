import type { AnswerSet } from '../run.ts';
import type { Fault } from './fault.ts';
import { gradeAnswer } from './grade.ts';
import type { Scenario } from './scenario-schema.ts';

/** What of a scenario's answers is not as its file says: a solution that misses a goal, a mistake that misses other goals than it names. */
export function answersNotAsSaid(scenario: Scenario): Fault[] {
  const { solutions = [], mistakes = [] } = scenario.challenge ?? {};
  const all = [
    ...solutions.map((answer, i) => ({ ...answer, fails: [], path: ['challenge', 'solutions', i] })),
    ...mistakes.map((answer, i) => ({ ...answer, path: ['challenge', 'mistakes', i] })),
  ];
  return all.flatMap(({ name, set, fails, path }): Fault[] => {
    const missed = missedGoals(scenario, set);
    if (typeof missed === 'string') return [{ path, message: `"${name}" is refused: ${missed}` }];
    if (missed.join() === [...fails].sort().join()) return [];
    const [found, said] = [missed, fails].map((goals) => (goals.length === 0 ? 'no goal' : goals.join(' and ')));
    return [{ path, message: `"${name}" misses ${found}, and should miss ${said}` }];
  });
}

function missedGoals(scenario: Scenario, set: AnswerSet): string[] | string {
  const { grade, faults } = gradeAnswer(scenario, set);
  if (faults) return faults.map(({ message }) => message).join('; ');
  return grade.goals.flatMap(({ met, id }) => (met ? [] : [id])).sort();
}
