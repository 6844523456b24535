import { type Draws, drawnValues } from './draws.ts';
import { checkDraws, drawsSchema } from './draws-schema.ts';
import { readExpression, type Values } from './expression.ts';
import { type Fault, readWith } from './fault.ts';

/** A scenario file with one drawing in it: plain, as if its author had written these values. */
export type DrawnScenario = { plain: unknown; values: Values; faults?: undefined } | { faults: Fault[] };

/** The draws of a file that has any: everything in braces in its texts is arithmetic over them. */
export function drawsOf(file: unknown): Draws | undefined {
  const draws = typeof file === 'object' && file !== null ? (file as { draws?: unknown }).draws : undefined;
  return draws as Draws | undefined;
}

/**
 * Fills a file with the values of a drawing; 0 takes the first value of each draw. A text that is exactly `"{desired}"` or
 * `"{ceil(desired / 2)}"` becomes the number, inside a longer text it becomes its digits, in words of a language with a comma: 1,536. A file without `draws` is
 * returned as it is, braces and all. Faults stand at the path in the file.
 */
export function drawScenario(file: unknown, draw: number): DrawnScenario {
  if (drawsOf(file) === undefined) return { plain: file, values: {} };
  const { draws: given, ...rest } = file as Record<string, unknown>;
  const read = readWith<Draws>(drawsSchema, given);
  if (read.faults) return { faults: read.faults.map((fault) => ({ ...fault, path: ['draws', ...fault.path] })) };
  const bad = checkDraws(read.value);
  if (bad.length > 0) return { faults: bad };
  const values = drawnValues(read.value, draw);
  const filling: Filling = { values, used: new Set(), faults: [] };
  const plain = fill(rest, [], filling);
  const unused = Object.keys(values).filter((name) => !filling.used.has(name));
  const faults = [
    ...filling.faults,
    // A fault inside braces hides what it would have used.
    ...(filling.faults.length > 0 ? [] : unused).map((name) => ({
      path: ['draws', name],
      message: `is drawn and used nowhere; write "{${name}}" where its value belongs, or remove it`,
    })),
  ];
  return faults.length > 0 ? { faults } : { plain, values };
}

type Filling = { values: Values; used: Set<string>; faults: Fault[] };

function fill(value: unknown, path: (string | number)[], filling: Filling): unknown {
  if (typeof value === 'string') return fillText(value, path, filling);
  if (Array.isArray(value)) return value.map((item, i) => fill(item, [...path, i], filling));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, [...path, key], filling)]));
}

function fillText(text: string, path: (string | number)[], filling: Filling): string | number {
  const isProse = path.at(-1) === 'en' || path.at(-1) === 'ko';
  const whole = /^\{([^{}]*)\}$/.exec(text)?.[1];
  if (whole !== undefined && !isProse) return amountOf(whole, path, filling);
  return text.replace(/\{([^{}]*)\}/g, (_, inner: string) => {
    const amount = String(amountOf(inner, path, filling));
    return isProse ? amount.replace(/^-?\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',')) : amount;
  });
}

function amountOf(expression: string, path: (string | number)[], { values, used, faults }: Filling): number {
  const names = Object.keys(values);
  const { evaluate, fault } = readExpression(expression, names);
  if (fault) {
    faults.push({ path, message: `in {${expression}}, at column ${fault.column}: ${fault.message}` });
    return 0;
  }
  for (const [name] of expression.matchAll(/[A-Za-z][A-Za-z0-9]*/g)) if (names.includes(name)) used.add(name);
  // Decimals as an author would write them: 0.1 * 3 is 0.3.
  const amount = Math.round(evaluate(values) * 1e6) / 1e6;
  if (!Number.isFinite(amount))
    faults.push({ path, message: `{${expression}} is no number with ${sayValues(values)}` });
  return amount;
}

/** `desired 8, least 50` */
export function sayValues(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
