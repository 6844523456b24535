import type { AnswerSet, Json } from '../run.ts';
import type { StoreyForm } from '../storey.ts';
import { type Fault, list, nearest, quote } from './fault.ts';
import { child, parsePointer } from './pointer.ts';
import { type ReadOptions, type ReadResult, readScenarioWith, type Scenario } from './read-scenario.ts';

/** Which paths a set may touch: those the challenge lets a learner change, or any of the world. */
export type Allowed = 'change' | 'world';

/**
 * The scenario with an answer set into its world. Refused, with every reason, when a path is not allowed or leads
 * nowhere, or when AWS would not take the value. Fault paths begin with the JSON Pointer of the set.
 */
export function applySetWith(
  forms: readonly StoreyForm[],
  scenario: Scenario,
  set: AnswerSet,
  { allowed, ...options }: ReadOptions & { allowed: Allowed },
): ReadResult {
  const faults: Fault[] = [];
  const paths = (scenario.challenge?.change ?? []).map(({ path }) => path);
  const world = cloneJson(scenario.world as unknown as Json);
  for (const [pointer, value] of Object.entries(set)) {
    const message =
      allowed === 'change' && !paths.includes(pointer) ? forbidden(pointer, paths) : write(world, pointer, value);
    if (message !== undefined) faults.push({ path: [pointer], message });
  }
  if (faults.length > 0) return { faults };
  const result = readScenarioWith(forms, { ...scenario, world }, options);
  if (result.scenario) return result;
  return { faults: result.faults.map((fault) => atPointer(fault, Object.keys(set))) };
}

function forbidden(pointer: string, paths: readonly string[]): string {
  const near = nearest(pointer, paths);
  const hint = near === undefined ? `write ${list(paths, 'or')}` : `did you mean ${near}?`;
  return `is not a path that this challenge lets you change; ${paths.length === 0 ? 'it lets you change none' : hint}`;
}

/** Writes a value at a pointer; says what is wrong when it leads nowhere. Only the last key may be new. */
function write(world: Json, pointer: string, value: Json): string | undefined {
  const keys = parsePointer(pointer);
  const last = keys?.at(-1);
  if (keys === undefined || last === undefined)
    return 'is not a JSON Pointer into the world; write for example /services/0/desiredCount';
  let parent: Json | undefined = world;
  for (const key of keys.slice(0, -1)) parent = child(parent, key);
  if (Array.isArray(parent)) {
    if (!/^(0|[1-9]\d*)$/.test(last) || Number(last) >= parent.length)
      return `leads nowhere: the list has ${parent.length} items, counted from 0`;
    parent[Number(last)] = cloneJson(value);
    return undefined;
  }
  if (typeof parent !== 'object' || parent === null || last === '__proto__')
    return 'leads nowhere: its parent does not exist in the world';
  parent[last] = cloneJson(value);
  return undefined;
}

/** A world fault is told at the path the learner set; others keep theirs. */
function atPointer(fault: Fault, pointers: readonly string[]): Fault {
  const [root, ...rest] = fault.path.map(String);
  if (root !== 'world') return fault;
  const pointer = pointers.find((candidate) => {
    const keys = parsePointer(candidate) ?? [];
    const shorter = Math.min(keys.length, rest.length);
    return keys.slice(0, shorter).join('/') === rest.slice(0, shorter).join('/');
  });
  return pointer === undefined
    ? fault
    : { path: [pointer, ...rest.slice((parsePointer(pointer) ?? []).length)], message: fault.message };
}

/** Reads an answer that came from outside: a fragment, a file, the command line. */
export function readAnswerSet(
  value: unknown,
): { set: AnswerSet; faults?: undefined } | { set?: undefined; faults: Fault[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      faults: [{ path: [], message: `${quote(value)} is not an answer; write { "/services/0/desiredCount": 4 }` }],
    };
  }
  const bad = Object.entries(value).filter(
    ([pointer, item]) => parsePointer(pointer) === undefined || item === undefined,
  );
  if (bad.length === 0) return { set: value as AnswerSet };
  return {
    faults: bad.map(([pointer]) => ({
      path: [pointer],
      message: 'is not a JSON Pointer into the world; write for example /services/0/desiredCount',
    })),
  };
}

function cloneJson(value: Json): Json {
  if (Array.isArray(value)) return value.map(cloneJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cloneJson(item)]));
}
