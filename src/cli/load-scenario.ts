import { basename } from 'node:path';
import { type LoadedYaml, loadYaml, sayPath } from '../disk/load-yaml.ts';
import type { AnswerSet } from '../simulator/run.ts';
import { drawScenario, drawsOf } from '../simulator/scenario/draw-scenario.ts';
import type { Values } from '../simulator/scenario/expression.ts';
import type { Fault } from '../simulator/scenario/fault.ts';
import { readScenario, type Scenario } from '../simulator/scenario/scenario-schema.ts';
import { readAnswerSet } from '../simulator/scenario/set.ts';
import { UserError, type UserFault } from '../simulator/scenario/user-error.ts';
import type { Outside } from './command.ts';

/** `drawn`: which drawing it is, where one was asked for. */
export type LoadedScenario = { id: string; file: string; scenario: Scenario; drawn?: Drawn };

export type Drawn = { draw: number; values: Values };

/** Reads and checks one scenario file, in a drawing of its `draws` where one is given, or throws every fault with its place. */
export function loadScenario(path: string, outside: Outside, draw?: number): LoadedScenario {
  const file = path === '-' ? 'stdin' : path;
  const loaded = loadYaml(outside.read(path), file);
  throwFaults(loaded.faults);
  if (draw !== undefined && drawsOf(loaded.value) === undefined) {
    const message =
      'is missing, so there is nothing to draw; leave --draw out, or write what varies: { desired: [4, 6] }';
    throw new UserError([placed(loaded, { path: ['draws'], message })]);
  }
  const result = readScenario(loaded.value, draw === undefined ? {} : { draw });
  if (result.faults) throw new UserError(result.faults.map((fault) => placed(loaded, fault)));
  const loadedScenario = { id: idOf(path), file, scenario: result.scenario };
  const drawing = drawScenario(loaded.value, draw ?? 0);
  return draw === undefined || drawing.faults
    ? loadedScenario
    : { ...loadedScenario, drawn: { draw, values: drawing.values } };
}

/** An answer, and how its refusal is told: at the place where the path was written. */
export type LoadedSet = { set: AnswerSet; refuse(faults: readonly Fault[]): UserError };

/** `--set`: JSON when it begins with `{`, otherwise a file. */
export function loadSet(argument: string | undefined, outside: Outside): LoadedSet {
  if (argument === undefined) return loadSet('{}', outside);
  const isInline = argument.trimStart().startsWith('{');
  const loaded = loadYaml(isInline ? argument : outside.read(argument), isInline ? '--set' : argument);
  throwFaults(loaded.faults);
  const result = readAnswerSet(loaded.value);
  if (result.faults) throw new UserError(result.faults.map((fault) => placed(loaded, fault)));
  return { set: result.set, refuse: (refused) => new UserError(refused.map((fault) => placed(loaded, fault))) };
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
