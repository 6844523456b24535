import { applySet } from '../simulator/scenario/set.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { simulate } from '../simulator/simulate.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { loadScenario, loadSet } from './load-scenario.ts';
import { carriesDecisions, printJson, printStory } from './print-run.ts';

export const simulateCommand: Command = {
  name: 'simulate',
  usage: '<file> [--set <json or file>] [--explain] [--json]',
  does: 'runs a scenario and prints the timeline as a story',
  run(args, outside) {
    const { positional, flags, values } = readArguments(args, { flags: ['--json', '--explain'], values: ['--set'] });
    const [file, ...more] = positional;
    if (file === undefined || more.length > 0)
      throw new UserError('simulate takes one scenario file, or - for standard input');
    const { scenario, id } = loadScenario(file, outside);
    const { set, refuse } = loadSet(values.get('--set'), outside);
    const applied = applySet(scenario, set, scenario.challenge ? 'change' : 'world');
    if (applied.faults) throw refuse(applied.faults);
    const isJson = flags.has('--json');
    const wants = flags.has('--explain') || (isJson && carriesDecisions(scenario.world));
    const run = simulate(applied.scenario, { id, decisions: () => wants });
    outside.print(isJson ? printJson(run) : printStory(run));
    return 0;
  },
};
