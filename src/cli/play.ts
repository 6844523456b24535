import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playMessages } from '../i18n/play-messages.ts';
import { LANGUAGES, type Language } from '../i18n/text.ts';
import { countStars, starsOf } from '../quiz-engine/stars.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import type { Command, Outside } from './command.ts';
import { loadScenario } from './load-scenario.ts';
import { beginGame, type Game } from './play/game.ts';
import { briefOf } from './play/show-game.ts';
import { playLine } from './play/turn.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const playCommand: Command = {
  name: 'play',
  usage: '<scenario> [--draw n] [--lang en|ko] [--json]',
  does: 'plays a scenario of the lab in the terminal: brief, set, run, hint, quit; --draw: with other values, where it has draws; exit 1 when the last run misses a goal',
  async run(args, outside) {
    const { positional, flags, values } = readArguments(args, { flags: ['--json'], values: ['--lang', '--draw'] });
    const [name, ...more] = positional;
    if (name === undefined || more.length > 0)
      throw new UserError('play takes one scenario: its id, such as rolling-update/half-the-fleet, or a file');
    if (name === '-') throw new UserError('play reads its commands from standard input; name the scenario or its file');
    const lang = languageOf(values.get('--lang'));
    const draw = wholeNumber(values, '--draw', [0, 4294967295]);
    const { id, scenario, file, drawn } = loadScenario(fileOf(name), outside, draw);
    if (scenario.challenge === undefined) {
      const message = 'is missing, so there is nothing to play; write goals, or use simulate';
      throw new UserError([{ file, line: 1, column: 1, path: 'challenge', message }]);
    }
    const game = await play(beginGame(id, scenario, drawn), lang, {
      ...outside,
      print: flags.has('--json') ? outside.warn : outside.print,
    });
    if (flags.has('--json')) outside.print(`${JSON.stringify(summaryOf(game, lang))}\n`);
    return game.attempts.at(-1)?.met ? 0 : 1;
  },
};

/** Reads lines until the player leaves or the input ends. */
async function play(begun: Game, lang: Language, outside: Outside): Promise<Game> {
  const telling = { words: playMessages[lang], lang };
  const say = (lines: readonly string[]) => outside.print(lines.map((line) => `${line}\n`).join(''));
  const lines = outside.lines();
  let game = begun;
  say([...briefOf(game, telling), '', telling.words.short]);
  for (;;) {
    outside.print(telling.words.prompt);
    const { value, done } = await lines.next();
    if (done) {
      say(['', telling.words.ended]);
      break;
    }
    const turn = playLine(game, value, telling);
    game = turn.game;
    say(turn.says);
    if (turn.isOver) break;
  }
  // Open input would keep the process waiting for more of it.
  void lines.return?.();
  return game;
}

/** A scenario of the site by its id; anything else is a file. */
function fileOf(name: string): string {
  const own = join(ROOT, 'scenarios', `${name}.yaml`);
  return /^[a-z0-9-]+\/[a-z0-9-]+$/.test(name) && existsSync(own) ? own : name;
}

function summaryOf({ id, drawn, attempts, par, hints, sawSolution }: Game, lang: Language): object {
  const stars = starsOf(attempts, id, { par, draw: drawn?.draw ?? 0 });
  const runs = attempts.map(({ set, met, goals, usd, seconds }) => ({ set, met, goals, usd, seconds }));
  const drawing = drawn ? { draw: drawn.draw, drawn: drawn.values } : {};
  return { scenario: id, ...drawing, lang, runs, hints, sawSolution, par, best: stars.best, stars: countStars(stars) };
}

function languageOf(value: string | undefined): Language {
  if (value === undefined) return 'en';
  const lang = LANGUAGES.find((one) => one === value);
  if (lang === undefined) throw new UserError(`--lang ${value} is no language of Drydock; write en or ko`);
  return lang;
}
