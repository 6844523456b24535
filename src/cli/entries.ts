import { ENTRY_TYPES } from '../simulator/entry-types.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

export const entriesCommand: Command = {
  name: 'entries',
  usage: '[--json]',
  does: 'lists every type of timeline entry with its fields',
  run(args, outside) {
    const { positional, flags } = readArguments(args, { flags: ['--json'], values: [] });
    if (positional.length > 0) throw new UserError('entries takes no arguments');
    const rows = Object.entries(ENTRY_TYPES).map(([type, { says, fields }]) => ({
      type,
      says,
      fields: ['at', 'type', 'message', ...fields],
    }));
    if (flags.has('--json')) outside.print(`${JSON.stringify({ entries: rows })}\n`);
    else for (const { type, says, fields } of rows) outside.print(`${type}\n    ${says}\n    ${fields.join(', ')}\n`);
    return 0;
  },
};
