import { gradeAnswer } from '../simulator/scenario/grade.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import type { Command } from './command.ts';
import { loadScenario, loadSet } from './load-scenario.ts';
import { carriesDecisions, printJson, printStory, printVerdict } from './print-run.ts';

export const gradeCommand: Command = {
  name: 'grade',
  usage: '<file> [--set <json or file>] [--draw n] [--explain] [--json]',
  does: 'runs a scenario, judges its goals and explains; exit 1 when some are not met',
  run(args, outside) {
    const { positional, flags, values } = readArguments(args, {
      flags: ['--json', '--explain'],
      values: ['--set', '--draw'],
    });
    const [file, ...more] = positional;
    if (file === undefined || more.length > 0)
      throw new UserError('grade takes one scenario file, or - for standard input');
    const loaded = loadScenario(file, outside, wholeNumber(values, '--draw', [0, 4294967295]));
    if (loaded.scenario.challenge === undefined) {
      const message = 'is missing, so there is nothing to grade; write goals, or use simulate';
      throw new UserError([{ file: loaded.file, line: 1, column: 1, path: 'challenge', message }]);
    }
    const isJson = flags.has('--json');
    const wants = flags.has('--explain') || (isJson && carriesDecisions(loaded.scenario.world));
    const { set, refuse } = loadSet(values.get('--set'), outside);
    const result = gradeAnswer(loaded.scenario, set, { id: loaded.id, decisions: () => wants });
    if (result.faults) throw refuse(result.faults);
    const { grade } = result;
    outside.print(isJson ? printJson(grade, loaded.drawn) : printStory(grade, loaded.drawn) + printVerdict(grade));
    return grade.goals.every(({ met }) => met) ? 0 : 1;
  },
};
