// Grader mutants: in a run that meets every goal one requirement at a time is broken, and the judge has to notice.
import { type Random, randomFrom } from '../../src/random/random.ts';
import type { Run, Series } from '../../src/simulator/run.ts';
import { gradeAnswer } from '../../src/simulator/scenario/grade.ts';
import { judge, windowOf } from '../../src/simulator/scenario/judge.ts';
import type { Goal, Scenario } from '../../src/simulator/scenario/scenario-schema.ts';
import { boundsOf } from './independent-check.ts';
import type { ScenarioFile } from './scenario-files.ts';

/** What is broken: the value a goal asks for, by what it measures; the metric; the deployment; the goal; the answer. */
export type MutantKind = 'bound' | 'placement' | 'time' | 'metric' | 'run' | 'goal' | 'answer';

export type MutantCount = { kinds: Record<MutantKind, { made: number; noticed: number }>; survivors: string[] };

type Mutant = { kind: MutantKind; what: string; noticed: boolean };

export function countMutants(files: readonly ScenarioFile[], seed: number): MutantCount {
  const none = () => ({ made: 0, noticed: 0 });
  const kinds = {
    bound: none(),
    placement: none(),
    time: none(),
    metric: none(),
    run: none(),
    goal: none(),
    answer: none(),
  };
  const count: MutantCount = { kinds, survivors: [] };
  for (const { id, scenario } of files) {
    for (const { kind, what, noticed } of mutantsOf(scenario, randomFrom('mutants', seed, id))) {
      kinds[kind].made++;
      if (noticed) kinds[kind].noticed++;
      else count.survivors.push(`${id}: ${kind}: ${what}`);
    }
  }
  return count;
}

function mutantsOf(scenario: Scenario, random: Random): Mutant[] {
  const goals = scenario.challenge?.goals ?? [];
  return (scenario.challenge?.solutions ?? []).flatMap(({ name, set }) => {
    const run = gradeAnswer(scenario, set).grade;
    if (run === undefined) throw new Error(`solution ${name} is refused`);
    const ofGoals = goals.flatMap((goal) => [
      ...brokenValues(run, goal, random),
      brokenMetric(run, goal),
      ...brokenRun(run, goal),
      ...brokenGoals(run, goal),
    ]);
    return [...ofGoals, ...brokenAnswers(scenario, name)];
  });
}

function misses(run: Run, goal: Goal): boolean {
  return judge(run, [goal]).some(({ met }) => !met);
}

function kindOf(metric: string): MutantKind {
  if (/At$/.test(metric)) return 'time';
  return /^instances\.|^cluster\.|\.zone\.|\.unplaced$/.test(metric) ? 'placement' : 'bound';
}

/**
 * The nearest value on each side that the goal does not allow, as late as its window lets it decide: for one second of
 * the window with min and max, at its end with last, all through it with mean.
 */
function brokenValues(run: Run, goal: Goal, random: Random): Mutant[] {
  const window = windowOf(run, goal);
  if (window === undefined) return [];
  const [low, high] = boundsOf(goal.is);
  const take = goal.take ?? 'last';
  // A minimum above the upper bound, or a maximum below the lower one, needs every second of the window.
  const whole = (side: 'low' | 'high') => take === 'mean' || take === (side === 'low' ? 'max' : 'min');
  const sides = [
    { side: 'low' as const, value: low - 1 },
    { side: 'high' as const, value: high + 1 },
  ].filter(({ value }) => Number.isFinite(value));
  return sides.map(({ side, value }) => {
    const second = take === 'last' ? window.to : window.from + random.below(window.to - window.from + 1);
    const [from, until] = whole(side) ? [window.from, window.to] : [second, second];
    const series = { ...run.series, [goal.metric]: overwrite(run.series[goal.metric] ?? [], from, until, value) };
    const what = `${goal.id}: ${goal.metric} is ${value} from ${from} s to ${until} s`;
    return { kind: kindOf(goal.metric), what, noticed: misses({ ...run, series }, goal) };
  });
}

/** The series with one value from a second to another, both included. */
function overwrite(series: Series, from: number, to: number, value: number): Series {
  const after = series.findLast(([second]) => second <= to + 1);
  return [
    ...series.filter(([second]) => second < from),
    [from, value],
    ...(after ? [[to + 1, after[1]] as [number, number]] : []),
    ...series.filter(([second]) => second > to + 1),
  ];
}

function brokenMetric(run: Run, goal: Goal): Mutant {
  const { [goal.metric]: _gone, ...series } = run.series;
  return { kind: 'metric', what: `${goal.id}: ${goal.metric} has no value`, noticed: misses({ ...run, series }, goal) };
}

/** No deployment began: a goal over the deployment has nothing to look at. */
function brokenRun(run: Run, goal: Goal): Mutant[] {
  if (goal.over !== 'deployment') return [];
  const series = Object.fromEntries(Object.entries(run.series).filter(([name]) => !name.endsWith('.startedAt')));
  return [{ kind: 'run', what: `${goal.id}: no deployment begins`, noticed: misses({ ...run, series }, goal) }];
}

/** The goal asks for more, less or something else than the run has. */
function brokenGoals(run: Run, goal: Goal): Mutant[] {
  const observed = judge(run, [goal])[0]?.observed;
  if (observed === null || observed === undefined) return [];
  const tests: Goal['is'][] = [
    { atLeast: observed + 1 },
    { atMost: observed - 1 },
    { equals: observed + 1 },
    { between: [observed + 1, observed + 2] },
  ];
  return tests.map((is) => {
    return { kind: 'goal', what: `${goal.id}: asks for ${JSON.stringify(is)}`, noticed: misses(run, { ...goal, is }) };
  });
}

/** One setting of a solution is left as the scenario has it. A solution needs each of its settings. */
function brokenAnswers(scenario: Scenario, name: string): Mutant[] {
  const set = scenario.challenge?.solutions?.find((solution) => solution.name === name)?.set ?? {};
  return Object.keys(set).map((path) => {
    const { [path]: _left, ...rest } = set;
    const { grade } = gradeAnswer(scenario, rest);
    const noticed = grade === undefined || grade.goals.some(({ met }) => !met);
    return { kind: 'answer', what: `solution ${name} without ${path}`, noticed };
  });
}

/** How many of a count were made and noticed, over all kinds. */
export function totalOf({ kinds }: MutantCount): { made: number; noticed: number } {
  const sum = (of: 'made' | 'noticed') => Object.values(kinds).reduce((total, kind) => total + kind[of], 0);
  return { made: sum('made'), noticed: sum('noticed') };
}
