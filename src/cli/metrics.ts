import { metricDefinitions } from '../simulator/scenario/metrics.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { STOREY_FORMS } from '../simulator/storey-forms.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const metricsCommand: Command = {
  name: 'metrics',
  usage: '[--json]',
  does: 'lists every metric with its unit and meaning',
  run(args, outside) {
    const { positional, flags } = readArguments(args, { flags: ['--json'], values: [] });
    if (positional.length > 0) throw new UserError('metrics takes no arguments');
    const rows = metricDefinitions(STOREY_FORMS).map(({ pattern, unit, meaning }) => ({
      metric: pattern,
      unit,
      meaning,
    }));
    if (flags.has('--json')) outside.print(`${JSON.stringify({ metrics: rows })}\n`);
    else for (const { metric, unit, meaning } of rows) outside.print(`${metric}\n    ${unit}: ${meaning}\n`);
    return 0;
  },
};
