import { abovePar, bestOf, type Measure, type Measures } from '../simulator/scenario/par.ts';
import type { Attempt, ScenarioAttempt } from './attempt.ts';

/** What a learner has reached in a scenario: three stars, and the best of each measure so far. */
export type Stars = {
  /** It was run at least once. */
  tried: boolean;
  /** A run met every goal, without the solution having been looked at. */
  goals: boolean;
  /** Such runs have brought every measure to par, not necessarily one run all of them. */
  par: boolean;
  /** It was solved before any hint was opened. */
  unaided: boolean;
  /** Of the runs that met every goal, with the numbers of the par; undefined before one did. */
  best: Measures | undefined;
  /** The measures that are not at par yet. */
  above: Measure[];
};

/**
 * Folds a log to the stars of one scenario. Seeing the solution is not solving; a hint once seen stays seen. `draw` is the
 * drawing that the par is of: 0, the numbers as written, by default.
 */
export function starsOf(
  attempts: readonly Attempt[],
  id: string,
  { par, draw = 0 }: { par: Measures | undefined; draw?: number },
): Stars {
  const own = attempts
    .filter((attempt): attempt is ScenarioAttempt => attempt.kind === 'scenario' && attempt.id === id)
    .sort((a, b) => a.atMs - b.atMs);
  const solved = own.filter(({ met, sawSolution }) => met && !sawSolution);
  // Other numbers cost other amounts: only runs with the same ones compare with a par.
  const best = bestOf(solved.filter(({ seed = 0 }) => seed === draw).map(measuresOfAttempt));
  const aid = own.findIndex(({ hints = 0, sawSolution }) => hints > 0 || sawSolution);
  const before = aid === -1 ? own : own.slice(0, aid);
  const above = par === undefined || best === undefined ? [] : abovePar(best, par);
  return {
    tried: own.length > 0,
    goals: solved.length > 0,
    par: par !== undefined && best !== undefined && above.length === 0,
    unaided: before.some(({ met }) => met),
    best,
    above,
  };
}

export function countStars({ goals, par, unaided }: Stars): number {
  return [goals, par, unaided].filter(Boolean).length;
}

/** An attempt of before there was a par has only its changes. */
function measuresOfAttempt({ set, usd, seconds }: ScenarioAttempt): Measures {
  return {
    changes: Object.keys(set).length,
    ...(usd === undefined ? {} : { usd }),
    ...(seconds === undefined ? {} : { seconds }),
  };
}
