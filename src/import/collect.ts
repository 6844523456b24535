import { list } from '../simulator/scenario/fault.ts';
import { KINDS, type Kind, LISTS, type Things } from './kinds.ts';
import { readOutput } from './read-output.ts';
import { readShape } from './read-shape.ts';
import type { Described, ImportFault, Path, SourceFile } from './source.ts';

/** Everything that the files describe, and what is to be said of them. */
export type Collected = Things & {
  /** `aws ecs describe-services` of each kind that was found, in the order of KINDS. */
  commands: string[];
  notSimulated: string[];
  notes: string[];
  faults: ImportFault[];
};

/** Reads every file, in the order of their names, so that the order on the command line does not matter. */
export function collect(files: readonly SourceFile[]): Collected {
  const collected: Collected = {
    services: [],
    taskDefinitions: [],
    instances: [],
    tasks: [],
    targetGroups: [],
    attributes: [],
    subnets: [],
    scalableTargets: [],
    scalingPolicies: [],
    scheduledActions: [],
    capacityProviders: [],
    autoScalingGroups: [],
    commands: [],
    notSimulated: [],
    notes: [],
    faults: [],
  };
  const found = new Set<string>();
  const notSimulated = new Set<string>();
  for (const source of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const { value, fault } = readOutput(source);
    if (fault) collected.faults.push(fault);
    else readFile(source.file, value, { collected, found, notSimulated });
  }
  collected.commands = KINDS.map(({ command }) => command).filter((command) => found.has(command));
  collected.notSimulated = [...notSimulated].sort();
  return collected;
}

type Collecting = { collected: Collected; found: Set<string>; notSimulated: Set<string> };

function readFile(file: string, value: unknown, into: Collecting): void {
  const { collected } = into;
  const items = itemsOf(value);
  if (items === undefined) {
    collected.faults.push({ file, path: [], message: whatInstead(value) });
    return;
  }
  into.found.add(items.kind.command);
  collected.notes.push(...failuresOf(value).map((what) => `${file}: AWS did not describe ${what}`));
  for (const { item, path } of items.items) {
    const shaped = readShape(items.kind.schema, item, { file, path });
    collected.faults.push(...shaped.faults);
    for (const field of shaped.notSimulated) into.notSimulated.add(field);
    if (shaped.value === undefined) continue;
    (collected[items.kind.into] as Described<unknown>[]).push({ value: shaped.value, file, path });
  }
}

type Items = { kind: Kind; items: { item: unknown; path: Path }[] };

function itemsOf(value: unknown): Items | undefined {
  const entries = (of: unknown, path: Path) =>
    Array.isArray(of) ? of.map((item, i) => ({ item, path: [...path, i] })) : [{ item: of, path }];
  if (Array.isArray(value)) {
    const kind = value.length > 0 ? KINDS.find(({ mark }) => value.every((item) => has(item, mark))) : undefined;
    return kind && { kind, items: entries(value, []) };
  }
  // A service has a field taskDefinition of its own, so what one thing is comes before what an output holds.
  const bare = KINDS.find(({ mark }) => has(value, mark));
  if (bare) return { kind: bare, items: [{ item: value, path: [] }] };
  for (const kind of KINDS) {
    for (const key of kind.keys) if (has(value, key)) return { kind, items: entries(value[key], [key]) };
  }
  return undefined;
}

function has(value: unknown, key: string): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

/** `failures` of the AWS API: what was asked for and not found. */
function failuresOf(value: unknown): string[] {
  if (!has(value, 'failures') || !Array.isArray(value.failures)) return [];
  return value.failures.map((failure: unknown) => {
    const { arn, reason } = (failure ?? {}) as { arn?: unknown; reason?: unknown };
    return `${String(arn ?? 'something')}: ${String(reason ?? 'no reason given')}`;
  });
}

function whatInstead(value: unknown): string {
  const listed = Object.entries(LISTS).find(([key]) => has(value, key));
  if (listed) return `this only lists names; run: ${listed[1]}`;
  const commands = list(
    KINDS.map(({ command }) => command),
    'or',
  );
  return `this is not the output of a command that the import reads; give that of ${commands}`;
}
