import type { PlayWords } from '../../i18n/play-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { visible } from '../../quiz-engine/item-rules/wording.ts';
import { countStars, starsOf } from '../../quiz-engine/stars.ts';
import { writeCommands } from '../../simulator/aws-cli/write-commands.ts';
import { sayEntryInKorean } from '../../simulator/korean/korean-entries.ts';
import type { Grade, Json, Test } from '../../simulator/run.ts';
import { sayValues } from '../../simulator/scenario/draw-scenario.ts';
import { type Measures, measuresOf } from '../../simulator/scenario/par.ts';
import { readPointer } from '../../simulator/scenario/pointer.ts';
import type { Change } from '../../simulator/scenario/scenario-schema.ts';
import { sayClock } from '../print-run.ts';
import { changesOf, type Game, valueNow } from './game.ts';

export type Telling = { words: PlayWords; lang: Language };

/** The task: what it is about, what has to be reached, and what may be changed. */
export function briefOf(game: Game, { words, lang }: Telling): string[] {
  const { title, level, challenge } = game.scenario;
  return [
    words.head(title?.[lang] ?? game.id, game.id, level === undefined ? '' : words.level(level)),
    ...(game.drawn ? [words.drawing(game.drawn.draw, sayValues(game.drawn.values))] : []),
    '',
    visible(challenge?.brief?.[lang] ?? ''),
    '',
    words.goals,
    ...(challenge?.goals ?? []).map(({ say, metric, is }) => `  - ${visible(say[lang])}  [${sayTest(metric, is)}]`),
    '',
    words.mayChange,
    ...changesOf(game).flatMap((change, index) => lineOfChange(game, change, index, { words, lang })),
    ...(game.par ? ['', words.par(sayMeasures(words, game.par))] : []),
  ];
}

function lineOfChange(game: Game, change: Change, index: number, { words, lang }: Telling): string[] {
  const { path, label, min, max, choices } = change;
  const now = valueNow(game, path);
  const was = readPointer(game.scenario.world, path);
  const more = [
    ...(path in game.answer ? [words.was(sayJson(was))] : []),
    ...(min === undefined || max === undefined ? [] : [words.between(min, max)]),
  ];
  const head = `  ${index + 1}  ${visible(label[lang])} = ${sayJson(now)}${more.length > 0 ? `  (${more.join('; ')})` : ''}`;
  const values = (choices ?? []).map(({ value, label: name }) => {
    const json = sayJson(value);
    return name[lang] === json ? `       ${json}` : `       ${json}  ${visible(name[lang])}`;
  });
  return [head, `     ${path}`, ...values];
}

export function sayJson(value: Json | undefined): string {
  return value === undefined ? '–' : JSON.stringify(value);
}

export function answerOf(game: Game, words: PlayWords): string[] {
  if (Object.keys(game.answer).length === 0) return [words.nothingSet];
  return [JSON.stringify(game.answer, null, 2)];
}

export function commandsOf(game: Game, words: PlayWords): string[] {
  if (Object.keys(game.answer).length === 0) return [words.nothingSet];
  const { commands, left } = writeCommands(game.scenario.world, game.answer);
  return [
    ...(commands.length === 0 ? [words.noCommand] : commands),
    ...(left.length > 0 ? [words.noAws(left.join(', '))] : []),
  ];
}

/** The timeline of the last run as a story, in the language of the player. */
export function storyOf({ entries }: Grade, { lang }: Telling): string[] {
  return entries.map(
    (entry) => `${sayClock(entry.at).padStart(8)}  ${lang === 'en' ? entry.message : sayEntryInKorean(entry)}`,
  );
}

/** Each goal with what was observed, why a known mistake fails, and for a solved scenario measures and stars. */
export function verdictOf(game: Game, { words, lang }: Telling): string[] {
  const { last, scenario } = game;
  if (last === undefined) return [words.runFirst];
  const { grade, set } = last;
  const goals = grade.goals.map((result) => {
    const goal = scenario.challenge?.goals.find(({ id }) => id === result.id);
    const metric = goal?.metric ?? '';
    const seen =
      result.observed === null ? words.never : words.observed(sayValue(metric, result.observed), sayClock(result.at));
    const wanted = goal ? `  [${sayTest(metric, goal.is)}]` : '';
    return `  ${result.met ? '✓' : '✗'} ${result.met ? words.met : words.notMet}  ${visible(goal?.say[lang] ?? result.id)}: ${seen}${wanted}`;
  });
  const met = grade.goals.filter((goal) => goal.met).length;
  const end = { settled: words.endSettled, horizon: words.endHorizon, 'event-limit': words.endLimit }[grade.stopped];
  const mistake = scenario.challenge?.mistakes?.find((each) => JSON.stringify(each.set) === JSON.stringify(set));
  return [
    end(sayClock(grade.seconds)),
    ...goals,
    words.sum(met, grade.goals.length),
    ...(met < grade.goals.length && mistake ? [`${words.why} ${visible(mistake.why[lang])}`] : []),
    ...(met === grade.goals.length ? solvedLines(game, words) : []),
  ];
}

function solvedLines(game: Game, words: PlayWords): string[] {
  const { last, par, scenario, attempts, id, drawn } = game;
  if (last === undefined) return [];
  const stars = starsOf(attempts, id, { par, draw: drawn?.draw ?? 0 });
  const list = [
    stars.goals ? words.starGoals : '',
    stars.par ? words.starPar : '',
    stars.unaided ? words.starUnaided : '',
  ].filter((name) => name !== '');
  return [
    ...(stars.goals ? [words.solved] : []),
    words.yours(sayMeasures(words, measuresOf(last.grade, last.set, scenario.world))),
    ...(par ? [words.par(sayMeasures(words, par))] : []),
    words.stars(countStars(stars), list.join(', ')),
  ];
}

function sayMeasures(words: PlayWords, { changes, usd, seconds }: Measures): string {
  return [
    words.changes(changes),
    ...(usd === undefined ? [] : [words.usd(usd)]),
    ...(seconds === undefined ? [] : [words.seconds(sayClock(seconds))]),
  ].join(', ');
}

/** A metric whose value is a second of the run is told as a clock. */
function sayValue(metric: string, value: number): string {
  return metric.endsWith('At') ? sayClock(value) : String(value);
}

function sayTest(metric: string, test: Test): string {
  const value = (bound: number) => sayValue(metric, bound);
  if ('atLeast' in test) return `≥ ${value(test.atLeast)}`;
  if ('atMost' in test) return `≤ ${value(test.atMost)}`;
  if ('equals' in test) return `= ${value(test.equals)}`;
  return `${value(test.between[0])} … ${value(test.between[1])}`;
}
