import type { AnswerSet, Json } from '../../simulator/run.ts';
import type { Challenge, Change, Goal, Prediction } from '../../simulator/scenario/scenario-schema.ts';
import type { Proof } from '../simulation/protocol.ts';
import type { Draft } from './draft.ts';
import { runnable } from './draft.ts';

/**
 * A challenge as it is written, field by field: every list is there, every text is a text, though it may be empty. It has
 * the shape of the file, so that what is not there yet is told by the reader of scenarios, at its field.
 */
export type ChallengeForm = Required<Omit<Challenge, 'goals'>> & { goals: Goal[] };

export type Text = { en: string; ko: string };

export const NO_TEXT: Text = { en: '', ko: '' };

type Raw = Record<string, unknown>;

const recordOf = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(recordOf) : []);
const stringOf = (value: unknown, other = ''): string => (typeof value === 'string' ? value : other);
const textOf = (value: unknown): Text => ({ en: stringOf(recordOf(value).en), ko: stringOf(recordOf(value).ko) });
const setOf = (value: unknown): AnswerSet => recordOf(value) as AnswerSet;

/** Only what is there: a key without a value is no key of a file. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

/** Whatever a draft holds as its challenge, as a form. Never throws. */
export function challengeFrom(value: unknown): ChallengeForm {
  const raw = recordOf(value);
  const hints = listOf(raw.hints).map(textOf);
  return {
    brief: textOf(raw.brief),
    change: listOf(raw.change).map(changeFrom),
    goals: listOf(raw.goals).map(goalFrom),
    hints: [0, 1, 2].map((i) => hints[i] ?? { en: '', ko: '' }),
    solutions: listOf(raw.solutions).map(({ name, set }) => ({ name: stringOf(name), set: setOf(set) })),
    mistakes: listOf(raw.mistakes).map(({ name, set, fails, why, belief }) =>
      defined({
        name: stringOf(name),
        set: setOf(set),
        fails: Array.isArray(fails) ? fails.filter((id) => typeof id === 'string') : [],
        why: textOf(why),
        belief: typeof belief === 'string' ? belief : undefined,
      }),
    ),
    predict: listOf(raw.predict).map(predictionFrom),
  };
}

function changeFrom({ path, label, min, max, step, choices }: Raw): Change {
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return defined({
    path: stringOf(path),
    label: textOf(label),
    min: number(min),
    max: number(max),
    step: number(step),
    choices: choicesFrom(choices),
  });
}

/** A bare value is its own label; fewer than two are no choice. */
function choicesFrom(value: unknown): Change['choices'] {
  if (!Array.isArray(value)) return undefined;
  const choices = value.flatMap((each) => {
    const { label, value: chosen } = recordOf(each);
    if (chosen !== undefined) return [{ label: textOf(label), value: chosen as Json }];
    return ['string', 'number', 'boolean'].includes(typeof each)
      ? [{ label: { en: String(each), ko: String(each) }, value: each as Json }]
      : [];
  });
  return choices.length < 2 ? undefined : choices;
}

const WINDOWS = ['always', 'deployment', 'final'] as const;
export const TAKES = ['min', 'max', 'last', 'mean', 'total'] as const;
export const TESTS = ['atLeast', 'atMost', 'equals'] as const;

function readingFrom({ metric, over, take }: Raw): Pick<Goal, 'metric' | 'over' | 'take'> {
  const { from, to } = recordOf(over);
  const window =
    WINDOWS.find((each) => each === over) ??
    (typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined);
  return defined({ metric: stringOf(metric), over: window, take: TAKES.find((each) => each === take) });
}

function goalFrom(raw: Raw): Goal {
  const is = recordOf(raw.is);
  const test = TESTS.find((each) => typeof is[each] === 'number');
  const pair = Array.isArray(is.between) && is.between.every((each) => typeof each === 'number') ? is.between : [];
  const [low, high] = pair as number[];
  return {
    id: stringOf(raw.id),
    ...readingFrom(raw),
    is:
      low !== undefined && high !== undefined && test === undefined
        ? { between: [low, high] }
        : ({ [test ?? 'atLeast']: test ? is[test] : 1 } as Goal['is']),
    say: textOf(raw.say),
  };
}

function predictionFrom(raw: Raw): Prediction {
  return { id: stringOf(raw.id), ask: textOf(raw.ask), ...readingFrom(raw) };
}

export function withChallenge(draft: Draft, challenge: ChallengeForm): Draft {
  return { ...draft, challenge };
}

/** The list with one item changed; undefined takes it away. */
export function replaced<T>(list: readonly T[], index: number, item: T | undefined): T[] {
  return list.flatMap((each, i) => (i === index ? (item === undefined ? [] : [item]) : [each]));
}

/** `a`, `a-2`, `a-3` …: the first that is not taken. */
export function freshId(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let n = 2;
  while (taken.includes(`${name}-${n}`)) n++;
  return `${name}-${n}`;
}

const SAID: Text = { en: '…', ko: '…' };

/**
 * What can be run of a challenge that is half written: its controls, goals and answers, with words in place of those that
 * are missing, so that the verdict stands beside the form from the first goal on.
 */
export function trialOf(draft: Draft): Draft {
  const { change, goals, solutions, mistakes } = challengeFrom(draft.challenge);
  const ids = goals.map(({ id }, i) => (id === '' ? `goal-${i + 1}` : id));
  const trial = {
    change: change.filter(({ path }) => path !== '').map((each) => ({ ...each, label: SAID })),
    goals: goals.map((goal, i) => ({ ...goal, id: ids[i] as string, say: SAID })),
    solutions: solutions.map(({ set }, i) => ({ name: `solution-${i + 1}`, set })),
    mistakes: mistakes.map(({ set }, i) => ({ name: `mistake-${i + 1}`, set, fails: ids.slice(0, 1), why: SAID })),
  };
  return { ...runnable(draft), ...(goals.length > 0 ? { challenge: trial } : {}) };
}

/** The paths of a world that a learner may be given: every number, text and switch in it. */
export function pathsOf(draft: Draft): string[] {
  const paths: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value))
        walk(child, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    } else if (value !== undefined) paths.push(path);
  };
  walk(draft.world, '');
  const rank = (path: string) => ORDER.findIndex((begin) => path.startsWith(begin));
  return paths.filter((path) => rank(path) !== -1).toSorted((a, b) => rank(a) - rank(b));
}

/** What a task is usually about comes first; names of zones and images are no controls. */
const ORDER = [
  '/services',
  '/scalableTargets',
  '/capacityProviders',
  '/autoScalingGroups',
  '/taskDefinitions',
  '/containerInstances',
  '/targetGroups',
  '/queues',
];

/** Bounds that suit a path, to begin with. */
export function freshChange(path: string, value: Json | undefined): Change {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const label = { en: name, ko: name };
  if (typeof value !== 'number') return { path, label };
  if (name === 'minimumHealthyPercent') return { path, label, min: 0, max: 100, step: 1 };
  if (name === 'maximumPercent') return { path, label, min: 100, max: 200, step: 1 };
  return { path, label, min: 0, max: Math.max(10, value * 3) };
}

/** A solution misses nothing; a mistake misses just the goals that it names. */
export function endsAsSaid(form: ChallengeForm, { key, index, missed, faults }: Proof['answers'][number]): boolean {
  const said = key === 'mistakes' ? (form.mistakes[index]?.fails ?? []) : [];
  return faults.length === 0 && [...said].sort().join() === [...missed].sort().join();
}
