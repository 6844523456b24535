import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { list, nearest } from '../simulator/scenario/fault.ts';
import { sayUserFault, UserError } from '../simulator/scenario/user-error.ts';
import { agreeCommand } from './agree.ts';
import { checkCommand } from './check.ts';
import type { Command, Outside } from './command.ts';
import { entriesCommand } from './entries.ts';
import { gradeCommand } from './grade.ts';
import { importCommand } from './import.ts';
import { metricsCommand } from './metrics.ts';
import { playCommand } from './play.ts';
import { quizCommand } from './quiz.ts';
import { replayCommand } from './replay.ts';
import { simulateCommand } from './simulate.ts';
import { statsCommand } from './stats.ts';

const COMMANDS: readonly Command[] = [
  simulateCommand,
  gradeCommand,
  importCommand,
  playCommand,
  quizCommand,
  checkCommand,
  agreeCommand,
  statsCommand,
  replayCommand,
  metricsCommand,
  entriesCommand,
];

// npm runs scripts in the project's folder and keeps the caller's in INIT_CWD.
const folder = process.env.INIT_CWD ?? process.cwd();

/** How long an address may take to answer. */
const PATIENCE_MS = 10_000;

const outside: Outside = {
  folder,
  print: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
  async reach(url) {
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await fetch(url, { method: 'HEAD', redirect: 'follow', signal });
      return answer.status;
    } catch {
      return undefined;
    }
  },
  lines: () => createInterface({ input: process.stdin, terminal: false })[Symbol.asyncIterator](),
  write(path, text) {
    try {
      writeFileSync(resolve(folder, path), text);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const why = { ENOENT: 'its folder does not exist', EISDIR: 'it is a folder', EACCES: 'it may not be written' };
      const what = why[code as keyof typeof why] ?? 'it cannot be written';
      throw new UserError([{ file: path, line: 0, column: 0, path: '', message: `${what}; name another file` }]);
    }
  },
  read(path) {
    try {
      return readFileSync(path === '-' ? 0 : resolve(folder, path), 'utf8');
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const why = { ENOENT: 'does not exist', EISDIR: 'is a folder', EACCES: 'may not be read' }[code ?? ''];
      const message = `this file ${why ?? 'cannot be read'}; name a file, or - for standard input`;
      throw new UserError([{ file: path, line: 0, column: 0, path: '', message }]);
    }
  },
};

function usage(commands: readonly Command[]): string {
  const rows = commands.map(({ name, usage, does }) => `  ${name} ${usage}\n      ${does}\n`);
  return `usage: npm run --silent drydock -- <command>\n\n${rows.join('')}`;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    outside.print(usage(COMMANDS));
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command && args.includes('--help')) {
    outside.print(usage([command]));
    return 0;
  }
  if (command) return command.run(args, outside);
  const names = COMMANDS.map((candidate) => candidate.name);
  const near = nearest(name, names);
  throw new UserError(
    `unknown command ${name}; ${near === undefined ? `write ${list(names, 'or')}` : `did you mean ${near}?`}`,
  );
}

// A reader that closes early (| head) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  if (process.argv.includes('--json')) outside.print(`${JSON.stringify({ errors: error.faults })}\n`);
  else process.stderr.write(`${error.faults.map(sayUserFault).join('\n')}\n`);
  process.exitCode = error.exitCode;
}
