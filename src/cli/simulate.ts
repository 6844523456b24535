import { type EntryEvents, eventsOf } from '../simulator/ecs/events/events-of.ts';
import { regionOf } from '../simulator/ecs/events/names.ts';
import { startSecondOf } from '../simulator/ecs/scaling/scheduled-actions.ts';
import { applySet } from '../simulator/scenario/set.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { simulate } from '../simulator/simulate.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import type { Command } from './command.ts';
import { loadScenario, loadSet } from './load-scenario.ts';
import { carriesDecisions, printJson, printStory } from './print-run.ts';

const FLAGS = ['--json', '--explain', '--events'];

export const simulateCommand: Command = {
  name: 'simulate',
  usage: '<file> [--set <json or file>] [--draw n] [--explain] [--json] [--events]',
  does: 'runs a scenario and prints the timeline as a story; --draw: with other values, where it has draws; --events: what AWS would send for each entry, one JSON a line',
  run(args, outside) {
    const { positional, flags, values } = readArguments(args, { flags: FLAGS, values: ['--set', '--draw'] });
    const [file, ...more] = positional;
    if (file === undefined || more.length > 0)
      throw new UserError('simulate takes one scenario file, or - for standard input');
    if (flags.has('--events') && flags.size > 1)
      throw new UserError('--events prints JSON lines and goes with no other flag');
    const { scenario, id, drawn } = loadScenario(file, outside, wholeNumber(values, '--draw', [0, 4294967295]));
    const { set, refuse } = loadSet(values.get('--set'), outside);
    const applied = applySet(scenario, set, scenario.challenge ? 'change' : 'world');
    if (applied.faults) throw refuse(applied.faults);
    const isJson = flags.has('--json');
    const wants = flags.has('--explain') || (isJson && carriesDecisions(scenario.world));
    const run = simulate(applied.scenario, { id, decisions: () => wants });
    if (flags.has('--events')) {
      const { world } = applied.scenario;
      const events = eventsOf(run, { epochSeconds: startSecondOf(world.startsAt), region: regionOf(world) });
      outside.print(events.map(printLine).join(''));
      return 0;
    }
    outside.print(isJson ? printJson(run, drawn) : printStory(run, drawn));
    return 0;
  },
};

function printLine(events: EntryEvents): string {
  return `${JSON.stringify(events)}\n`;
}
