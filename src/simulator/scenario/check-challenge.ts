import type { StoreyForm } from '../storey.ts';
import type { Challenge, Change, Reading } from './challenge-schema.ts';
import { type Fault, list, nearest } from './fault.ts';
import { hasMetric, metricsOf } from './metrics.ts';
import { duplicates, unknownName } from './names.ts';
import { parsePointer, readPointer } from './pointer.ts';
import type { Scenario } from './scenario-schema.ts';
import type { World } from './world-schema.ts';

/** A challenge names metrics, paths and goals that exist, and asks for what can be asked. */
export function checkChallenge(forms: readonly StoreyForm[], { world, challenge }: Scenario): Fault[] {
  if (challenge === undefined) return [];
  const faults: Fault[] = [];
  const check = (reading: Reading, path: (string | number)[]) => checkReading(reading, path, { world, forms, faults });
  checkIds(challenge, faults);
  for (const [i, goal] of challenge.goals.entries()) {
    check(goal, ['challenge', 'goals', i]);
    if ('between' in goal.is && goal.is.between[0] > goal.is.between[1]) {
      faults.push({
        path: ['challenge', 'goals', i, 'is', 'between'],
        message: 'the low end is above the high end; swap them',
      });
    }
  }
  for (const [i, prediction] of (challenge.predict ?? []).entries()) {
    check(prediction, ['challenge', 'predict', i]);
  }
  for (const [i, change] of (challenge.change ?? []).entries()) checkChange(change, i, world, faults);
  if (challenge.hints !== undefined && challenge.hints.length !== 3) {
    const message = `there are ${challenge.hints.length}; write a ladder of three, the last shows the way and never the answer`;
    faults.push({ path: ['challenge', 'hints'], message });
  }
  checkAnswers(challenge, faults);
  return faults;
}

function checkIds(challenge: Challenge, faults: Fault[]): void {
  const check = (key: string, names: readonly string[], field: string, what: string) =>
    faults.push(...duplicates(names, (i) => ['challenge', key, i, field], what));
  check(
    'goals',
    challenge.goals.map(({ id }) => id),
    'id',
    'goal',
  );
  check(
    'predict',
    (challenge.predict ?? []).map(({ id }) => id),
    'id',
    'prediction',
  );
  check(
    'solutions',
    (challenge.solutions ?? []).map(({ name }) => name),
    'name',
    'solution',
  );
  check(
    'mistakes',
    (challenge.mistakes ?? []).map(({ name }) => name),
    'name',
    'mistake',
  );
  check(
    'change',
    (challenge.change ?? []).map(({ path }) => path),
    'path',
    'path',
  );
}

type Context = { world: World; forms: readonly StoreyForm[]; faults: Fault[] };

function checkReading({ metric, over }: Reading, path: (string | number)[], { world, forms, faults }: Context): void {
  if (!hasMetric(world, metric, forms)) {
    const near = nearest(metric, metricsOf(world, forms));
    const hint = near === undefined ? 'list them with: npm run --silent drydock -- metrics' : `did you mean ${near}?`;
    faults.push({ path: [...path, 'metric'], message: `there is no metric ${metric} in this world; ${hint}` });
  }
  if (typeof over === 'object' && over.from > over.to) {
    faults.push({ path: [...path, 'over'], message: 'the window ends before it begins; swap from and to' });
  }
}

function checkChange({ path, min, max, choices }: Change, i: number, world: World, faults: Fault[]): void {
  const at = ['challenge', 'change', i];
  const parent = `/${(parsePointer(path) ?? []).slice(0, -1).map(escapeKey).join('/')}`;
  const exists = readPointer(world, path) !== undefined;
  const parentValue = parent === '/' ? world : readPointer(world, parent);
  const canBeAdded = typeof parentValue === 'object' && parentValue !== null && !Array.isArray(parentValue);
  if (!exists && !canBeAdded) {
    faults.push({
      path: [...at, 'path'],
      message: `${path} leads nowhere in the world; write the path of a value that is there`,
    });
  }
  if (min !== undefined && max !== undefined && min > max) {
    faults.push({ path: [...at, 'min'], message: `min ${min} is above max ${max}; swap them` });
  }
  if (choices !== undefined && (min !== undefined || max !== undefined)) {
    faults.push({ path: [...at, 'choices'], message: 'choices and a range are given both; write one of them' });
  }
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Solutions and mistakes set only what a learner may set, and mistakes miss goals that exist. */
function checkAnswers({ change = [], goals, solutions = [], mistakes = [] }: Challenge, faults: Fault[]): void {
  const paths = change.map(({ path }) => path);
  const ids = goals.map(({ id }) => id);
  for (const [key, answers] of Object.entries({ solutions, mistakes })) {
    for (const [i, { set }] of answers.entries()) {
      for (const pointer of Object.keys(set)) {
        if (paths.includes(pointer)) continue;
        const near = nearest(pointer, paths);
        const hint = near === undefined ? `write ${list(paths, 'or')}` : `did you mean ${near}?`;
        const message = `is not a path of challenge.change; ${paths.length === 0 ? 'there is none' : hint}`;
        faults.push({ path: ['challenge', key, i, 'set', pointer], message });
      }
    }
  }
  for (const [i, { fails }] of mistakes.entries()) {
    for (const [f, id] of fails.entries()) {
      if (ids.includes(id)) continue;
      faults.push({ path: ['challenge', 'mistakes', i, 'fails', f], message: unknownName('goal', id, ids) });
    }
  }
}
