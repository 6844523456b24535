import type { AnswerSet, Json } from '../../simulator/run.ts';
import type { Change, World } from '../../simulator/scenario/scenario-schema.ts';

/** How a path is changed: made from the scenario's `change` and the value that stands there. */
export type Control = {
  path: string;
  /** The scenario's own value; undefined where the world has none. */
  original: Json | undefined;
  change: Change;
} & (
  | { kind: 'number'; min: number; max: number; step: number }
  | { kind: 'integer'; min?: number | undefined; max?: number | undefined; step: number }
  | { kind: 'choices'; choices: { label: { en: string; ko: string }; value: Json }[] }
  | { kind: 'json' }
);

/** One control per path that a learner may set. */
export function controlsOf(world: World, changes: Change[]): Control[] {
  return changes.map((change) => {
    const original = valueAt(world, change.path);
    const about = { path: change.path, original, change };
    if (change.choices) return { ...about, kind: 'choices', choices: change.choices };
    const { min, max, step = 1 } = change;
    if (typeof original !== 'number' && min === undefined && max === undefined) return { ...about, kind: 'json' };
    if (min !== undefined && max !== undefined) return { ...about, kind: 'number', min, max, step };
    return { ...about, kind: 'integer', min, max, step };
  });
}

/** The value a control shows: the learner's, else the scenario's. */
export function shownValue(control: Control, answer: AnswerSet): Json | undefined {
  return control.path in answer ? answer[control.path] : control.original;
}

/** The value at a JSON Pointer, or undefined. */
export function valueAt(root: unknown, pointer: string): Json | undefined {
  let value: unknown = root;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value as Json | undefined;
}

/** A value in an answer that only repeats the scenario says nothing: it is left out. */
export function withValue(answer: AnswerSet, control: Control, value: Json): AnswerSet {
  const { [control.path]: _, ...rest } = answer;
  return sameJson(value, control.original) ? rest : { ...rest, [control.path]: value };
}

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** Keys in order, so that two spellings of one value are one text. */
function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export function sameAnswer(a: AnswerSet, b: AnswerSet): boolean {
  return sameJson(a, b);
}

/** The percentage of a rolling update worked out: what the floor or the cap becomes, and how. */
export type Sum = {
  name: 'floor' | 'cap';
  rounding: 'ceil' | 'floor';
  desired: number;
  percent: number;
  result: number;
};

const PERCENT = /^\/services\/(\d+)\/deploymentConfiguration\/(minimumHealthyPercent|maximumPercent)$/;

/** The arithmetic under a slider; undefined for paths without one. */
export function sumOf(control: Control, world: World, answer: AnswerSet): Sum | undefined {
  const match = PERCENT.exec(control.path);
  const percent = shownValue(control, answer);
  if (match === null || typeof percent !== 'number') return undefined;
  const desiredPath = `/services/${match[1]}/desiredCount`;
  const desired = desiredPath in answer ? answer[desiredPath] : valueAt(world, desiredPath);
  if (typeof desired !== 'number') return undefined;
  const product = desired * percent;
  return match[2] === 'minimumHealthyPercent'
    ? { name: 'floor', rounding: 'ceil', desired, percent, result: Math.ceil(product / 100) }
    : { name: 'cap', rounding: 'floor', desired, percent, result: Math.floor(product / 100) };
}

/** `floor = ceil(6 × 67 / 100) = 5`: the field's own notation, the same in both languages. */
export function writeSum(sum: Sum): string {
  return `${sum.name} = ${sum.rounding}(${sum.desired} × ${sum.percent} / 100) = ${sum.result}`;
}

/** The last part of a path, as the AWS field is called. */
export function fieldName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A number typed into a stepper: whole, and inside the bounds where there are any. */
export function readNumber(
  text: string,
  control: { min?: number | undefined; max?: number | undefined },
): number | undefined {
  if (!/^\s*-?\d{1,9}\s*$/.test(text)) return undefined;
  const value = Number(text);
  return Math.min(control.max ?? value, Math.max(control.min ?? value, value));
}
