import type { Text } from '../i18n/text.ts';
import type { Json, Run } from '../simulator/run.ts';
import { countOf, valuesAt } from '../simulator/scenario/draws.ts';
import { readExpression, type Values } from '../simulator/scenario/expression.ts';
import { observe, windowOf } from '../simulator/scenario/judge.ts';
import type { NumberQuestion, Simulated } from './kinds/number-schema.ts';

/** One drawing of a question: its values, its key, and the usual wrong values that differ from it and each other. */
export type Variant = {
  values: Values;
  key: number;
  distractors: { value: number; why: Text; belief?: string | undefined }[];
};

/** Runs a scenario with a set and returns the run; undefined when the set is refused. */
export type RunScenario = (scenario: string | Record<string, Json>, set: Record<string, Json>) => Run | undefined;

/** The variant of some values; undefined when its key cannot be computed or two of its options coincide: draw again. */
export function variantOf(question: NumberQuestion, values: Values, run: RunScenario): Variant | undefined {
  const key = keyOf(question, values, run);
  if (key === undefined) return undefined;
  const distractors = question.distractors.map(({ value, why, belief }) => ({
    value: amountOf(value, values),
    why: fillText(why, values),
    belief,
  }));
  const options = [key, ...distractors.map(({ value }) => value)];
  const usable = options.every(Number.isFinite) && new Set(options).size === options.length;
  return usable ? { values, key, distractors } : undefined;
}

/** The variant at a place, skipping drawings in which two options coincide; undefined when none is usable. */
export function variantAt(
  question: NumberQuestion,
  seed: number,
  place: number,
  run: RunScenario,
): { variant: Variant; place: number } | undefined {
  const draws = question.draws ?? {};
  const tries = Math.min(countOf(draws), 200);
  for (let skipped = 0; skipped < tries; skipped++) {
    const variant = variantOf(question, valuesAt(draws, seed, place + skipped), run);
    if (variant) return { variant, place: place + skipped };
  }
  return undefined;
}

function keyOf({ answer }: NumberQuestion, values: Values, run: RunScenario): number | undefined {
  if (answer.value !== undefined) return amountOf(answer.value, values);
  return answer.simulate && simulatedWith(answer.simulate, values, run);
}

/** What a run gives for drawn values; undefined when the set is refused or the metric has no value. */
export function simulatedWith(simulate: Simulated, values: Values, run: RunScenario): number | undefined {
  const set = fillJson(simulate.set ?? {}, values) as Record<string, Json>;
  const scenario = typeof simulate.scenario === 'string' ? simulate.scenario : fillJson(simulate.scenario, values);
  const made = run(scenario as string | Record<string, Json>, set);
  if (made === undefined) return undefined;
  const window = windowOf(made, simulate);
  return window && observe(made.series[simulate.metric], window, simulate.take)?.value;
}

function amountOf(value: number | string, values: Values): number {
  if (typeof value === 'number') return value;
  return readExpression(value, Object.keys(values)).evaluate?.(values) ?? Number.NaN;
}

/** `{name}` in a text becomes the drawn value. */
export function fillText(text: Text, values: Values): Text {
  return { en: fill(text.en, values), ko: fill(text.ko, values) };
}

function fill(text: string, values: Values): string {
  return text.replace(/\{([a-z][a-zA-Z0-9]*)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** A value that is exactly `"{name}"` becomes the number; inside longer texts it becomes its digits. */
function fillJson(value: Json, values: Values): Json {
  if (typeof value === 'string') {
    const only = /^\{([a-z][a-zA-Z0-9]*)\}$/.exec(value)?.[1];
    return only !== undefined && Object.hasOwn(values, only) ? (values[only] as number) : fill(value, values);
  }
  if (Array.isArray(value)) return value.map((item) => fillJson(item, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fillJson(item, values)]));
}
