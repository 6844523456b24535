import type { AnswerSet, Json } from '../run.ts';
import { parsePointer, readPointer } from '../scenario/pointer.ts';
import type { World } from '../scenario/scenario-schema.ts';
import { COMMAND_FORMS, type CommandForm, type FieldForm, type Thing, underRoot } from './command-forms.ts';
import { same, writeValue } from './field-words.ts';
import { quoteWord } from './shell-words.ts';

export type WrittenCommands = {
  /** One command each, over several lines. */
  commands: string[];
  /** Paths of the set that no call of AWS changes, or that a command line cannot say. */
  left: string[];
};

/**
 * The AWS CLI commands that bring a set into a cluster that is as the world says. Only what the set changes is written,
 * and what a call replaces as a whole.
 */
export function writeCommands(world: World, set: AnswerSet): WrittenCommands {
  const groups = new Map<string, Group>();
  const left: string[] = [];
  for (const path of Object.keys(set)) {
    const group = groupOf(world, path);
    if (group === undefined) {
      left.push(path);
      continue;
    }
    const known = groups.get(group.key) ?? group;
    known.paths.push(path);
    groups.set(group.key, known);
  }
  const after = withSet(world as unknown as Json, set);
  const commands: string[] = [];
  for (const group of groups.values()) {
    const lines = linesOf(group, world, after);
    if (lines === undefined) left.push(...group.paths);
    else commands.push([`aws ${group.form.command}`, ...lines].join(' \\\n  '));
  }
  return { commands, left };
}

type Group = { key: string; form: CommandForm; root: string; names: Record<string, string>; paths: string[] };

function groupOf(world: World, path: string): Group | undefined {
  const keys = parsePointer(path) ?? [];
  for (const form of COMMAND_FORMS) {
    const under = underRoot(form, keys);
    if (under === undefined) continue;
    const field = form.fields[under.rest[0] ?? ''];
    if (field?.as === 'option' && field.without?.includes(under.rest[1] ?? '')) continue;
    const root = `/${under.root.join('/')}`;
    const thing = readPointer(world, root);
    const names = isThing(thing) ? form.nameOf(thing, world, under.indexes) : undefined;
    if (names) return { key: `${form.command} ${root}`, form, root, names, paths: [] };
  }
  return undefined;
}

function linesOf({ form, root, names, paths }: Group, world: World, after: Json): string[] | undefined {
  const thing = readPointer(after, root) as Thing;
  const before = readPointer(world, root) as Thing;
  const depth = form.root.length;
  const changed = new Set(paths.map((path) => parsePointer(path)?.[depth] ?? ''));
  const wanted = Object.keys(form.fields).filter(
    (field) => changed.has(field) || (form.always?.includes(field) && thing[field] !== undefined),
  );
  const fixed = form.fixed.map(
    ([option, name]) => `${option} ${quoteWord(typeof name === 'string' ? (names[name] ?? '') : name.text)}`,
  );
  const lines = wanted.map((field) =>
    lineOf(form.fields[field] as FieldForm, thing[field] as Json, before[field] as Json | undefined),
  );
  if (lines.some((line) => line === undefined)) return undefined;
  const attributes = lines.filter((line) => line?.startsWith('Key='));
  const options = lines.filter((line): line is string => line !== undefined && !line.startsWith('Key='));
  return [...fixed, ...options, ...(attributes.length > 0 ? [`--attributes ${attributes.join(' ')}`] : [])];
}

function lineOf(field: FieldForm, value: Json, like: Json | undefined): string | undefined {
  if (field.as === 'option') {
    const words = writeValue(field, value, like);
    return words && `${field.option} ${words.join(' ')}`;
  }
  if (field.as === 'flag') return typeof value === 'boolean' ? `--${value ? '' : 'no-'}${field.option}` : undefined;
  if (!/^[A-Za-z0-9_.-]+$/.test(String(value)) || typeof value === 'object') return undefined;
  const isKept = typeof value === typeof like || (like === undefined && typeof value !== 'string') || isWord(value);
  if (!isKept) return undefined;
  return field.as === 'attribute' ? `Key=${field.key},Value=${value}` : `--name ${field.name} --value ${value}`;
}

/** A text that cannot be mistaken for a number, true or false. */
function isWord(value: Json): boolean {
  return typeof value === 'string' && /^[a-z]/.test(value) && value !== 'true' && value !== 'false';
}

export function isThing(value: Json | undefined): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy with every value of a set in its place; a path that leads nowhere changes nothing. */
export function withSet(world: Json, set: AnswerSet): Json {
  return Object.entries(set).reduce((value, [path, item]) => {
    const keys = parsePointer(path);
    return keys === undefined ? value : withValueAt(value, keys, item);
  }, world);
}

function withValueAt(value: Json, [key, ...rest]: readonly string[], item: Json): Json {
  if (key === undefined) return item;
  if (typeof value !== 'object' || value === null || key === '__proto__') return value;
  if (rest.length > 0 && !Object.hasOwn(value, key)) return value;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? withValueAt(each, rest, item) : each));
  const next = rest.length === 0 ? item : withValueAt(value[key] as Json, rest, item);
  return same(next, value[key]) ? value : { ...value, [key]: next };
}
