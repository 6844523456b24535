import type { PlayWords } from '../../i18n/play-messages.ts';
import { visible } from '../../quiz-engine/item-rules/wording.ts';
import type { CommandFault } from '../../simulator/aws-cli/allowed-values.ts';
import { readCommands } from '../../simulator/aws-cli/read-commands.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import { nearest } from '../../simulator/scenario/fault.ts';
import { changesOf, type Game, pathMeant, ran, undone, valueTyped, withAnswer, withValues } from './game.ts';
import { answerOf, briefOf, commandsOf, sayJson, storyOf, type Telling, verdictOf } from './show-game.ts';

/** What came of one line: the game after it, and what is said. */
export type Turn = { game: Game; says: string[]; isOver?: true };

const WORDS = [
  'brief',
  'set',
  'unset',
  'undo',
  'reset',
  'answer',
  'aws',
  'run',
  'story',
  'hint',
  'solution',
  'help',
  'quit',
];
const SHORT = new Map([
  ['b', 'brief'],
  ['s', 'set'],
  ['r', 'run'],
  ['h', 'hint'],
  ['q', 'quit'],
  ['exit', 'quit'],
  ['?', 'help'],
]);

/** Plays one line that was typed. Never throws: what cannot be done is said, and the game stays as it was. */
export function playLine(game: Game, line: string, telling: Telling): Turn {
  const { words } = telling;
  const text = line.trim();
  const [first = '', ...rest] = text.split(/\s+/);
  const word = SHORT.get(first.toLowerCase()) ?? first.toLowerCase();
  if (text === '') return { game, says: [words.short] };
  if (text.startsWith('{') || (word === 'aws' && rest.length > 0)) return pasted(game, text, words);
  switch (word) {
    case 'brief':
      return { game, says: briefOf(game, telling) };
    case 'set':
      return setTo(game, text.slice(first.length).trim(), telling);
    case 'unset':
      return unset(game, rest.join(' '), words);
    case 'undo': {
      const before = undone(game);
      return before ? { game: before, says: answerOf(before, words) } : { game, says: [words.nothingToUndo] };
    }
    case 'reset':
      return { game: withAnswer(game, {}), says: [words.nothingSet] };
    case 'answer':
      return { game, says: answerOf(game, words) };
    case 'aws':
      return { game, says: commandsOf(game, words) };
    case 'help':
      return { game, says: [words.help] };
    case 'quit':
      return { game, says: [], isOver: true };
    default:
      return toldTurn(game, word, telling);
  }
}

/** Lines that run, or show something of the scenario that has a price. */
function toldTurn(game: Game, word: string, telling: Telling): Turn {
  const { words } = telling;
  switch (word) {
    case 'run': {
      const result = ran(game);
      if (result.game) return { game: result.game, says: verdictOf(result.game, telling) };
      const faults = result.faults.map(({ path, message }) => `  ${path.map(String).join('.')}: ${message}`);
      return { game, says: [words.refused, ...faults] };
    }
    case 'story':
      return { game, says: game.last ? storyOf(game.last.grade, telling) : [words.runFirst] };
    case 'hint':
      return hinted(game, telling);
    case 'solution':
      return solution(game, words);
    default: {
      const near = nearest(word, WORDS);
      return { game, says: [words.unknownWord(word, near === undefined ? words.seeHelp : words.didYouMean(near))] };
    }
  }
}

function setTo(game: Game, text: string, { words }: Telling): Turn {
  if (text.startsWith('{')) return pasted(game, text, words);
  const [, what = '', value = ''] = /^([^\s=]+)\s*(?:=\s*|\s+|$)(.*)$/s.exec(text) ?? [];
  const meant = pathMeant(game, what);
  if (!('path' in meant))
    return { game, says: [meant.problem === 'none' ? words.unknownPath(what) : words.manyPaths(what)] };
  if (value === '') return { game, says: [words.noValue] };
  const next = withValues(game, { [meant.path]: valueTyped(value) });
  return { game: next, says: [words.set(meant.path, sayJson(valueTyped(value)))] };
}

function unset(game: Game, what: string, words: PlayWords): Turn {
  const meant = pathMeant(game, what);
  if (!('path' in meant))
    return { game, says: [meant.problem === 'none' ? words.unknownPath(what) : words.manyPaths(what)] };
  const { [meant.path]: _, ...answer } = game.answer;
  const next = withAnswer(game, answer);
  return { game: next, says: answerOf(next, words) };
}

/** JSON of an answer, or AWS CLI commands. */
function pasted(game: Game, text: string, words: PlayWords): Turn {
  const paths = changesOf(game).map(({ path }) => path);
  const read = readCommands(text, { world: game.scenario.world, paths });
  if (read.fault) return { game, says: [sayFault(words, text, read.fault)] };
  const next = withValues(game, read.values as AnswerSet);
  return { game: next, says: answerOf(next, words) };
}

function sayFault(words: PlayWords, text: string, fault: CommandFault): string {
  const before = text.slice(0, fault.offset);
  const what =
    'found' in fault ? fault.found : 'path' in fault ? fault.path : 'option' in fault ? fault.option : fault.kind;
  return words.awsFault(before.split('\n').length, fault.offset - before.lastIndexOf('\n'), what);
}

function hinted(game: Game, { words, lang }: Telling): Turn {
  const hints = game.scenario.challenge?.hints ?? [];
  const hint = hints[game.hints];
  if (hint === undefined) return { game, says: [words.noHint] };
  const at = game.hints + 1;
  return { game: { ...game, hints: at }, says: [`${words.hint(at, hints.length)}: ${visible(hint[lang])}`] };
}

function solution(game: Game, words: PlayWords): Turn {
  const [first] = game.scenario.challenge?.solutions ?? [];
  if (first === undefined) return { game, says: [words.noSolution] };
  return {
    game: { ...game, sawSolution: true },
    says: [words.solution(first.name), JSON.stringify(first.set, null, 2)],
  };
}
