import type { AnswerSet, Json } from '../run.ts';
import { parsePointer, readPointer } from '../scenario/pointer.ts';
import type { World } from '../scenario/scenario-schema.ts';
import { type CommandForm, type Thing, underRoot } from './command-forms.ts';
import { coerce, same } from './field-words.ts';
import { withSet } from './write-commands.ts';

/** What is wrong with a text, for the table of words; `offset` counts characters from 0. */
export type CommandFault = { offset: number } & (
  | { kind: 'empty' | 'open-quote' | 'not-json' }
  | { kind: 'not-plain' | 'not-aws' | 'unknown-command' | 'unknown-option' | 'no-value' | 'bad-value'; found: string }
  | { kind: 'missing'; option: string }
  | { kind: 'unknown-thing'; found: string; known: string[] }
  /** AWS would take it, but this scenario lets nobody change it. */
  | { kind: 'fixed'; path: string }
);

export type CommandReading =
  /** Every allowed path that the text speaks of, with the value it gives; also where that is the scenario's own. */
  { values: AnswerSet; fault?: undefined } | { values?: undefined; fault: CommandFault };

/** What a text is read against: the world as the scenario has it, and the paths that may be set. */
export type CommandGround = { world: World; paths: readonly string[] };

/** A thing of the world, and where it stands. */
export type Found = { root: string; value: Thing };

/** The allowed paths that an input gives a value; a fault where it changes anything else. */
export function settle(
  form: CommandForm,
  { root, value, input, offset }: Found & { input: Thing; offset: number },
  { paths, world }: CommandGround,
): CommandReading {
  const given: [path: string, value: Json][] = [];
  const under = paths
    .map((path) => ({ path, keys: parsePointer(path) ?? [] }))
    .filter(({ path, keys }) => path.startsWith(`${root}/`) && underRoot(form, keys))
    .sort((a, b) => b.keys.length - a.keys.length);
  let after: Json = value;
  for (const { path } of under) {
    const inThing = path.slice(root.length);
    const found = readPointer(input, inThing);
    if (found === undefined) continue;
    const item = sameKind(found, readPointer(world, path));
    // A deeper path has said it already.
    if (given.some(([deeper]) => deeper.startsWith(`${path}/`)) && agrees(item, readPointer(after, inThing))) continue;
    given.push([path, item]);
    after = withSet(after, { [inThing]: item });
  }
  const stray = strayOf(input, after, root);
  return stray === undefined
    ? { values: Object.fromEntries(given) }
    : { fault: { kind: 'fixed', path: stray, offset } };
}

/** AWS takes some amounts as text ("256"); a scenario holds numbers. */
function sameKind(value: Json, like: Json | undefined): Json {
  return typeof like === 'number' && typeof value === 'string' ? coerce(value, like) : value;
}

function agrees(value: Json, other: Json | undefined): boolean {
  return other !== undefined && strayOf(value, other, '') === undefined;
}

/** The first place where an input says something else than what would stand there; what it leaves out stays. */
function strayOf(input: Json, after: Json | undefined, path: string): string | undefined {
  if (after === undefined) return path;
  const isList = Array.isArray(input);
  if (typeof input !== 'object' || input === null || typeof after !== 'object' || after === null)
    return same(sameKind(input, after), after) ? undefined : path;
  if (isList !== Array.isArray(after) || (isList && input.length !== (after as Json[]).length)) return path;
  for (const [key, item] of Object.entries(input)) {
    const other = Object.hasOwn(after, key) ? (after as Record<string, Json>)[key] : undefined;
    const stray = strayOf(item, other, `${path}/${key}`);
    if (stray !== undefined) return stray;
  }
  return undefined;
}
