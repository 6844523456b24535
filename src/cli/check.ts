import { UserError } from '../simulator/scenario/user-error.ts';
import type { Command } from './command.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: '[paths…] [--json]',
  does: 'checks every lesson, question, scenario, claim, source and diagram',
  run() {
    throw new UserError('check is not wired yet');
  },
};
