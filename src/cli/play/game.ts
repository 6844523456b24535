import type { Attempt } from '../../quiz-engine/attempt.ts';
import type { AnswerSet, Grade, Json } from '../../simulator/run.ts';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import { type Measures, measuresOf, parOf } from '../../simulator/scenario/par.ts';
import { readPointer } from '../../simulator/scenario/pointer.ts';
import type { Change, Scenario } from '../../simulator/scenario/scenario-schema.ts';
import type { Drawn } from '../load-scenario.ts';

/** A scenario that is being played: the answer so far, and what has happened. Nothing here talks to anybody. */
export type Game = {
  id: string;
  scenario: Scenario;
  /** Which drawing of its values it is, where one was asked for. */
  drawn: Drawn | undefined;
  answer: AnswerSet;
  past: AnswerSet[];
  /** The last run, of the answer that it was made with. */
  last?: { grade: Grade; set: AnswerSet };
  hints: number;
  sawSolution: boolean;
  /** As the log of a learner would hold them, in order. */
  attempts: Extract<Attempt, { kind: 'scenario' }>[];
  par: Measures | undefined;
};

export function beginGame(id: string, scenario: Scenario, drawn?: Drawn): Game {
  const sets = (scenario.challenge?.solutions ?? []).map(({ set }) => set);
  const par = parOf(
    scenario.world,
    sets.map((set) => ({ set, grade: gradeAnswer(scenario, set).grade })),
  );
  return { id, scenario, drawn, answer: {}, past: [], hints: 0, sawSolution: false, attempts: [], par };
}

export function changesOf({ scenario }: Game): Change[] {
  return scenario.challenge?.change ?? [];
}

/** The value of a path now, in the answer or as the scenario has it. */
export function valueNow({ scenario, answer }: Game, path: string): Json | undefined {
  return path in answer ? answer[path] : readPointer(scenario.world, path);
}

/** The game with values set; what the scenario has itself is left out of the answer. */
export function withValues(game: Game, values: AnswerSet): Game {
  const answer = { ...game.answer };
  for (const [path, value] of Object.entries(values)) {
    if (JSON.stringify(readPointer(game.scenario.world, path)) === JSON.stringify(value)) delete answer[path];
    else answer[path] = value;
  }
  return { ...game, answer, past: [...game.past, game.answer] };
}

export function withAnswer(game: Game, answer: AnswerSet): Game {
  return { ...game, answer, past: [...game.past, game.answer] };
}

/** Undefined when there is nothing to undo. */
export function undone(game: Game): Game | undefined {
  const answer = game.past.at(-1);
  return answer && { ...game, answer, past: game.past.slice(0, -1) };
}

/** Runs the answer and judges it, or says why AWS or the scenario refuses it. */
export function ran(game: Game): { game: Game; faults?: undefined } | { game?: undefined; faults: Fault[] } {
  const { id, scenario, drawn, answer: set, hints, sawSolution } = game;
  const result = gradeAnswer(scenario, set, { id });
  if (result.faults) return { faults: result.faults };
  const { grade } = result;
  const { changes: _, ...took } = measuresOf(grade, set, scenario.world);
  const attempt = {
    kind: 'scenario' as const,
    id,
    set,
    met: grade.goals.every(({ met }) => met),
    goals: grade.goals.map((goal) => ({ id: goal.id, met: goal.met })),
    // Only their order counts.
    atMs: game.attempts.length,
    hints,
    sawSolution,
    ...(drawn && drawn.draw > 0 ? { seed: drawn.draw } : {}),
    ...took,
  };
  return { game: { ...game, last: { grade, set }, attempts: [...game.attempts, attempt] } };
}

/** The path that a word means: a number of the list, a whole path, or how a path ends. */
export function pathMeant(game: Game, word: string): { path: string } | { problem: 'none' | 'many' } {
  const paths = changesOf(game).map(({ path }) => path);
  const numbered = /^\d+$/.test(word) ? paths[Number(word) - 1] : undefined;
  if (numbered !== undefined) return { path: numbered };
  const fitting = paths.filter((path) => path === word || path.toLowerCase().endsWith(`/${word.toLowerCase()}`));
  const [path, ...more] = fitting;
  if (path === undefined) return { problem: 'none' };
  return more.length > 0 ? { problem: 'many' } : { path };
}

/** A value as it is typed: JSON where it is JSON, a percentage without its sign, else the text itself. */
export function valueTyped(text: string): Json {
  try {
    return JSON.parse(text.replace(/^(\d+)%$/, '$1')) as Json;
  } catch {
    return text;
  }
}
