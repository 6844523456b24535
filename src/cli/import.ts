import { resolve } from 'node:path';
import { loadYaml, sayPath } from '../disk/load-yaml.ts';
import { importScenario } from '../import/import-scenario.ts';
import type { ImportFault, SourceFile } from '../import/source.ts';
import { writeYaml } from '../import/write-yaml.ts';
import { UserError, type UserFault } from '../simulator/scenario/user-error.ts';
import { readArguments } from './arguments.ts';
import type { Command, Outside } from './command.ts';

/** Above this a fault is told without line and column: finding them would take longer than reading the file. */
const PLACED_UP_TO_CHARACTERS = 1_000_000;

const ASK = `import takes files that the AWS CLI printed, at least:
  aws ecs describe-services --cluster <name> --services <names> > services.json
  aws ecs describe-task-definition --task-definition <family:revision> > task-definition.json
  aws ecs describe-container-instances --cluster <name> --container-instances <ids> > instances.json   (not for Fargate)`;

export const importCommand: Command = {
  name: 'import',
  usage:
    '<describe-services.json> <describe-task-definition.json> <describe-container-instances.json> … [--out <file>] [--strip] [--json]',
  does: 'builds a scenario from what the AWS CLI printed, to try a deployment before doing it. --strip: no account numbers, ARNs and ids of resources',
  run(args, outside) {
    const { positional, flags, values } = readArguments(args, { flags: ['--strip', '--json'], values: ['--out'] });
    if (positional.length === 0) throw new UserError(ASK);
    const out = values.get('--out');
    refuseOverwriting(positional, out, outside);
    const files = positional.map(
      (path): SourceFile => ({ file: path === '-' ? 'stdin' : path, text: outside.read(path) }),
    );
    const { imported, faults } = importScenario(files, { strip: flags.has('--strip') });
    if (faults) throw new UserError(faults.map((fault) => placed(fault, files)));
    const { scenario, header, remarks, notes } = imported;
    const text = flags.has('--json')
      ? `${JSON.stringify({ scenario, notes })}\n`
      : writeYaml({ value: scenario, header, remarks });
    if (out === undefined) outside.print(text);
    else outside.write(out, text);
    for (const note of notes) outside.warn(`${note}\n`);
    return 0;
  },
};

function refuseOverwriting(files: readonly string[], out: string | undefined, { folder }: Outside): void {
  const named = new Set<string>();
  for (const path of files.map((file) => resolve(folder, file))) {
    if (named.has(path)) throw new UserError(`${path} is named twice; name each file once`);
    if (out !== undefined && path === resolve(folder, out))
      throw new UserError(`--out ${out} is one of the files to read; name another`);
    named.add(path);
  }
}

function placed({ file, path, message, at }: ImportFault, files: readonly SourceFile[]): UserFault {
  const text = files.find((source) => source.file === file)?.text;
  const fault = { file, path: sayPath(path), message };
  if (at) return { ...fault, ...at };
  const nowhere = { ...fault, line: 0, column: 0 };
  if (text === undefined || text.length > PLACED_UP_TO_CHARACTERS) return nowhere;
  const loaded = loadYaml(text.replace(/^\uFEFF/, ' '), file);
  if (path.length > 0) return { ...fault, ...loaded.place(path) };
  // JSON is YAML too, whose parser always knows where it stopped.
  const [broken] = /^\s*[[{]/.test(text) ? loaded.faults : [];
  return broken === undefined ? nowhere : { ...fault, line: broken.line, column: broken.column };
}
