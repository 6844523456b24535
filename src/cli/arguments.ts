import { list, nearest } from '../simulator/scenario/fault.ts';
import { UserError } from '../simulator/scenario/user-error.ts';

export type Arguments = { positional: string[]; flags: Set<string>; values: Map<string, string> };

/** Reads `--flag`, `--name value`, `--name=value` and the rest; anything unknown is wrong usage. */
export function readArguments(
  args: readonly string[],
  known: { flags: readonly string[]; values: readonly string[] },
): Arguments {
  const result: Arguments = { positional: [], flags: new Set(), values: new Map() };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('--')) {
      result.positional.push(arg);
      continue;
    }
    const [name = '', inline] = splitOnce(arg, '=');
    if (known.flags.includes(name) && inline === undefined) result.flags.add(name);
    else if (known.values.includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined) throw new UserError(`${name} needs a value`);
      if (result.values.has(name)) throw new UserError(`${name} is given twice; give it once`);
      result.values.set(name, value);
    } else throw new UserError(unknownOption(name, [...known.flags, ...known.values]));
  }
  return result;
}

/** The whole number that an option was given, both ends included; undefined when it was not given. */
export function wholeNumber(
  values: ReadonlyMap<string, string>,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const value = values.get(name);
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UserError(`${name} ${value} is no whole number from ${least} to ${most}; write one`);
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function unknownOption(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `unknown option ${name}; did you mean ${near}?`;
  return `unknown option ${name}; ${known.length > 0 ? `the options are ${list(known, 'and')}` : 'this command has none'}`;
}
