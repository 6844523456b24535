import type { Test } from '../simulator/run.ts';
import { passes } from '../simulator/scenario/judge.ts';
import type { MatchProof, MatchQuestion } from './kinds/match-schema.ts';
import { type FindScenario, type ProofRuns, proofRunsOf, readRun } from './proof-runs.ts';

type Part = MatchProof['left'][string];

/** What is wrong with the pairs of a question that has a proof; empty when each left item is proved to go with its right one only. */
export function proveMatch({ left, right, pairs, proof }: MatchQuestion, find: FindScenario): string {
  if (proof === undefined) return '';
  const runs = proofRunsOf(proof.scenario, find);
  if (runs === undefined) return 'the scenario of its proof cannot be read; mend it first';
  for (const { id } of left) {
    const tried = right.map((other) => ({ id: other.id, ...tryPair(proof, [id, other.id], runs) }));
    const found = tried.filter(({ met }) => met).map((other) => other.id);
    const key = pairs[id] as string;
    if (found.join() === key) continue;
    const evidence = tried.find((other) => other.id === key)?.said ?? '';
    const which = found.length === 0 ? 'with nothing' : `with ${found.join(' and ')}`;
    return `its key pairs "${id}" with ${key}, but by simulation it goes ${which} (${evidence}); correct the key or the proof`;
  }
  return '';
}

function tryPair(proof: MatchProof, [left, right]: [string, string], runs: ProofRuns): { met: boolean; said: string } {
  const [one, other] = [proof.left[left] as Part, proof.right[right] as Part];
  const given = { ...proof, ...one, ...other };
  const { metric, is } = given;
  if (metric === undefined || is === undefined) return { met: false, said: 'nothing is asked of it' };
  const made = runs({ ...proof.set, ...one.set, ...other.set });
  if (made.refused !== undefined) return { met: false, said: made.refused };
  const value = readRun(made.run, { metric, over: given.over, take: given.take });
  const met = is === 'none' ? value === undefined : value !== undefined && passes(value, testOf(is));
  return { met, said: `${metric} ${value === undefined ? 'never gets a value' : `is ${value}`}` };
}

function testOf(is: number | Test): Test {
  return typeof is === 'number' ? { equals: is } : is;
}
