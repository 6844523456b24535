import { resolve } from 'node:path';
import type { StoredAttempt } from '../quiz-engine/attempt.ts';
import { type ItemStatistics, itemStatistics } from '../quiz-engine/item-statistics/item-statistics.ts';
import { learnersOf } from '../quiz-engine/item-statistics/learners.ts';
import { choicesCsv, questionsCsv } from '../quiz-engine/item-statistics/statistics-csv.ts';
import { type LogFileFault, readLogFile } from '../quiz-engine/log-file.ts';
import { FEWEST_LEARNERS, pooledDifficulties } from '../quiz-engine/standing/pooled-difficulties.ts';
import { sayUserFault, UserError, type UserFault } from '../simulator/scenario/user-error.ts';
import { readArguments } from './arguments.ts';
import type { Command, Outside } from './command.ts';
import { knownQuestions, pooledItems } from './known-questions.ts';
import { printStatistics } from './print-statistics.ts';

const ASK = 'stats takes files that Drydock exported: on the page "Your data", Export. One file is one learner.';

const FLAGS = ['--csv', '--choices', '--json', '--difficulties'];

const FAULTS: Readonly<Record<LogFileFault, string>> = {
  'too-large': 'this file is larger than any log; export it again on the page "Your data"',
  'not-json': 'this file is no JSON; name one that was exported on the page "Your data"',
  'not-a-log': 'this is JSON, but no log of Drydock; name a file that was exported on the page "Your data"',
  newer: 'this log was written by a newer Drydock; update this one',
};

export const statsCommand: Command = {
  name: 'stats',
  usage: '<files…> [--csv] [--choices] [--json] [--difficulties]',
  does: 'item statistics of exported logs, one file a learner, no names needed. --csv: a row per question, with --choices per choice; --difficulties: how hard each is, to be written into its entry; exit 1 when some files were left out',
  run(args, outside) {
    const { positional, flags } = readArguments(args, { flags: FLAGS, values: [] });
    if (positional.length === 0) throw new UserError(ASK);
    if (flags.has('--json') && (flags.has('--csv') || flags.has('--choices'))) {
      throw new UserError('stats prints either --json or --csv; leave one out');
    }
    if (flags.has('--difficulties') && flags.size > 1) throw new UserError('--difficulties goes with no other flag');
    const { logs, faults, notes } = readLogs(positional, outside);
    if (logs.length === 0) throw new UserError(faults);
    if (flags.has('--difficulties')) {
      outside.print(printDifficulties(pooledDifficulties(learnersOf(logs), pooledItems())));
      for (const note of [...faults.map(sayUserFault), ...notes]) outside.warn(`${note}\n`);
      return faults.length > 0 ? 1 : 0;
    }
    const questions = knownQuestions();
    const statistics = itemStatistics(learnersOf(logs), (id) => questions.get(id));
    outside.print(textOf(statistics, { flags, files: logs.length, faults }));
    const joined = logs.length - statistics.learners;
    if (joined > 0) notes.push(`files that share attempts count as one learner: ${joined} fewer learners than files`);
    for (const note of [...faults.map(sayUserFault), ...notes]) outside.warn(`${note}\n`);
    return faults.length > 0 ? 1 : 0;
  },
};

function textOf(
  statistics: ItemStatistics,
  { flags, files, faults }: { flags: ReadonlySet<string>; files: number; faults: readonly UserFault[] },
): string {
  // JSON has no infinity, which a difference without exception is.
  const plain = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  if (flags.has('--json')) return `${JSON.stringify({ files, ...statistics, errors: faults }, plain)}\n`;
  if (flags.has('--choices')) return choicesCsv(statistics);
  return flags.has('--csv') ? questionsCsv(statistics) : printStatistics(statistics, files);
}

/** What belongs into the question files. */
function printDifficulties(fitted: ReturnType<typeof pooledDifficulties>): string {
  if (fitted.length === 0) {
    return `No question of this library was answered by ${FEWEST_LEARNERS} learners in these files; fewer say nothing sure.\n`;
  }
  return fitted.map(({ id, difficulty, n }) => `${id}  difficulty: ${difficulty}  # ${n} learners\n`).join('');
}

type Logs = { logs: StoredAttempt[][]; faults: UserFault[]; notes: string[] };

/** Every file that is a log; each of the others has a sentence, and does not spoil the rest. */
function readLogs(paths: readonly string[], outside: Outside): Logs {
  const found: Logs = { logs: [], faults: [], notes: [] };
  const named = new Set<string>();
  for (const path of paths) {
    const file = path === '-' ? 'stdin' : path;
    const whole = resolve(outside.folder, path);
    if (named.has(whole)) throw new UserError(`${path} is named twice; name each file once`);
    named.add(whole);
    try {
      const { log, fault } = readLogFile(outside.read(path).replace(/^\uFEFF/, ''));
      if (fault !== undefined) found.faults.push({ file, line: 0, column: 0, path: '', message: FAULTS[fault] });
      else {
        found.logs.push(log.attempts);
        if (log.unreadable > 0)
          found.notes.push(`${file}  ${log.unreadable} of its entries are no attempts and were left out`);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      found.faults.push(...error.faults);
    }
  }
  return found;
}
