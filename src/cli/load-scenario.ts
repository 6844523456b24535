import { basename } from 'node:path';
import { type LoadedYaml, loadYaml, sayPath } from '../disk/load-yaml.ts';
import type { AnswerSet } from '../simulator/run.ts';
import type { Fault } from '../simulator/scenario/fault.ts';
import { readScenario, type Scenario } from '../simulator/scenario/scenario-schema.ts';
import { readAnswerSet } from '../simulator/scenario/set.ts';
import { UserError, type UserFault } from '../simulator/scenario/user-error.ts';
import type { Outside } from './command.ts';

export type LoadedScenario = { id: string; file: string; scenario: Scenario };

/** Reads and checks one scenario file, or throws every fault with its place. */
export function loadScenario(path: string, outside: Outside): LoadedScenario {
  const file = path === '-' ? 'stdin' : path;
  const loaded = loadYaml(outside.read(path), file);
  throwFaults(loaded.faults);
  const result = readScenario(loaded.value);
  if (result.faults) throw new UserError(result.faults.map((fault) => placed(loaded, fault)));
  return { id: idOf(path), file, scenario: result.scenario };
}

/** `--set`: JSON when it begins with `{`, otherwise a file. */
export function loadSet(argument: string | undefined, outside: Outside): AnswerSet {
  if (argument === undefined) return {};
  const isInline = argument.trimStart().startsWith('{');
  const loaded = loadYaml(isInline ? argument : outside.read(argument), isInline ? '--set' : argument);
  throwFaults(loaded.faults);
  const result = readAnswerSet(loaded.value);
  if (result.faults) throw new UserError(result.faults.map((fault) => placed(loaded, fault)));
  return result.set;
}

/** Faults of a set that was refused, told at the path that was set. */
export function refuseSet(faults: readonly Fault[]): UserError {
  return new UserError(
    faults.map(({ path, message }) => ({ file: '--set', line: 1, column: 1, path: sayPath(path), message })),
  );
}

function placed(loaded: LoadedYaml, fault: Fault): UserFault {
  const isKey = fault.message.startsWith('unknown key');
  return {
    file: loaded.file,
    ...loaded.place(fault.path, { key: isKey }),
    path: sayPath(fault.path),
    message: fault.message,
  };
}

function throwFaults(faults: readonly UserFault[]): void {
  if (faults.length > 0) throw new UserError(faults);
}

/** `<topic>/<id>` for a file of a scenarios folder, else the file's name. */
function idOf(path: string): string {
  if (path === '-') return 'stdin';
  const match = /(?:^|[\\/])scenarios[\\/]([^\\/]+)[\\/]([^\\/]+)\.ya?ml$/.exec(path);
  return match ? `${match[1]}/${match[2]}` : basename(path);
}
