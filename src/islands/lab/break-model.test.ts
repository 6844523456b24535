import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../../tests/proof/scenario-files.ts';
import type { Entry, GoalResult, Run, Series } from '../../simulator/run.ts';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import type { Goal } from '../../simulator/scenario/scenario-schema.ts';
import { breakOf } from './break-model.ts';

const say = { en: '', ko: '' };
const bounds = { desired: 5, minimumHealthyPercent: 50, maximumPercent: 200, floor: 3, cap: 10, healthy: 5, tasks: 5 };
const entries: Entry[] = [
  { at: 30, type: 'deployment-step', message: '', service: 'web', bounds },
  { at: 30, type: 'task-stopping', message: '', service: 'web', task: 'web-1' },
  { at: 60, type: 'task-stopping', message: '', service: 'web', task: 'web-2' },
];
const runWith = (metric: string, series: Series): Run =>
  ({ seconds: 300, entries, series: { [metric]: series }, final: { services: { web: {} } } }) as unknown as Run;
const goal = (over: Partial<Goal>): Goal => ({
  id: 'g',
  metric: 'services.web.healthy',
  say,
  is: { atLeast: 4 },
  ...over,
});
const result = (over: Partial<GoalResult> = {}): GoalResult => ({
  id: 'g',
  met: false,
  observed: 1,
  at: 90,
  because: '',
  expected: { atLeast: 4 },
  ...over,
});
const healthy = runWith('services.web.healthy', [
  [0, 5],
  [30, 3],
  [60, 1],
  [90, 5],
]);

describe('a goal that was not met', () => {
  it('broke at the first second below what it asks, not at the lowest', () => {
    expect(breakOf(healthy, goal({ take: 'min' }), result())).toMatchObject({
      at: 30,
      entry: 1,
      have: 3,
      gap: { by: 1, side: 'short' },
    });
  });

  it('names the floor that let it happen, and what it would have had to be', () => {
    expect(breakOf(healthy, goal({ take: 'min' }), result()).difference).toEqual({
      kind: 'floor',
      sum: 'ceil(5 × 50 / 100) = 3',
      need: 4,
    });
  });

  it('names the cap that let too many run', () => {
    const run = runWith('services.web.tasks', [
      [0, 5],
      [30, 8],
    ]);
    const broken = breakOf(run, goal({ metric: 'services.web.tasks', take: 'max', is: { atMost: 6 } }), result());
    expect(broken).toMatchObject({ at: 30, gap: { by: 2, side: 'over' }, difference: { kind: 'cap', need: 6 } });
  });

  it('broke in the second in which a total went over', () => {
    const run = runWith('services.web.requests.failed', [
      [0, 0],
      [100, 10],
      [200, 0],
    ]);
    const failed = goal({ metric: 'services.web.requests.failed', take: 'total', is: { atMost: 25 } });
    expect(breakOf(run, failed, result({ observed: 1000 }))).toMatchObject({ at: 102, have: 30, gap: { by: 5 } });
  });

  it('is late from its deadline on, whenever it comes', () => {
    const done = goal({ metric: 'services.web.deployment.completedAt', is: { atMost: 240 } });
    expect(breakOf(runWith('x', []), done, result({ observed: 290, at: 290 }))).toMatchObject({
      at: 240,
      have: 290,
      gap: { by: 50, side: 'late' },
    });
    expect(breakOf(runWith('x', []), done, result({ observed: null, at: 300 }))).toMatchObject({ at: 240, have: null });
  });

  it('is decided at the end where only the end counts', () => {
    expect(breakOf(healthy, goal({ take: 'last' }), result({ observed: 3, at: 250, entry: 2 }))).toMatchObject({
      at: 250,
      entry: 2,
      have: 3,
    });
  });
});

describe('every mistake of every scenario', () => {
  const mistakes = scenarioFiles().flatMap(({ id, scenario }) =>
    (scenario.challenge?.mistakes ?? []).map((mistake) => [`${id}: ${mistake.name}`, scenario, mistake] as const),
  );
  it.each(mistakes)('%s breaks at a moment of the run, no later than the judge saw it', (_, scenario, mistake) => {
    const graded = gradeAnswer(scenario, mistake.set);
    if (graded.faults) throw new Error(JSON.stringify(graded.faults));
    const grade = graded.grade;
    for (const goal of scenario.challenge?.goals ?? []) {
      const judged = grade.goals.find(({ id }) => id === goal.id);
      if (judged === undefined || judged.met) continue;
      const broken = breakOf(grade, goal, judged);
      expect(broken.at).toBeGreaterThanOrEqual(0);
      expect(broken.at).toBeLessThanOrEqual(Math.max(judged.at, grade.seconds));
      if (broken.entry !== undefined) expect(grade.entries[broken.entry]?.at).toBeLessThanOrEqual(broken.at);
    }
  });
});
