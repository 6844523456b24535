import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreed } from '../disk/agreed.ts';
import { checkFiles } from '../disk/check-files.ts';
import { near } from '../library/near.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const FILE = 'src/content/translations.yaml';

export const agreeCommand: Command = {
  name: 'agree',
  usage: '<lesson…>',
  does: 'notes that both languages of a lesson were compared and say the same, so that check finds what grows stale',
  run(args, outside) {
    const { positional } = readArguments(args, { flags: [], values: [] });
    const { library } = checkFiles(ROOT, { today: new Date().toISOString().slice(0, 10) });
    const slugs = [...new Set(library.lessons.map(({ value }) => value.slug))];
    if (positional.length === 0) throw new UserError('agree wants the lessons whose two languages you have compared');
    const unknown = positional.find((slug) => !slugs.includes(slug));
    if (unknown !== undefined) throw new UserError(`there is no lesson "${unknown}"; ${near(unknown, slugs)}`);
    outside.write(join(ROOT, FILE), agreed(library, positional));
    outside.print(`${positional.join(', ')}: noted in ${FILE}.\n`);
    return 0;
  },
};
