import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../disk/read-library.ts';
import { terminalMessages } from '../i18n/terminal-messages.ts';
import { LANGUAGES, type Language } from '../i18n/text.ts';
import type { Library } from '../library/library.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import type { Command, Outside } from './command.ts';
import { askTurn, type Given, type Manner, type Talk, tell } from './quiz/ask.ts';
import { type ExamChoice, examNames, find, paperOf, type Turn, turnsOf } from './quiz/choose-questions.ts';
import { type Line, showSummary, summaryOf } from './quiz/sum-up.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** As many questions as an exam of AWS has. */
const WHOLE_EXAM = 65;
const MOST = 1000;
/** Seeds that a person did not choose are short enough to type again. */
const SEEDS = 1_000_000;

export const quizCommand: Command = {
  name: 'quiz',
  usage: '<topic|exam> [--lang en|ko] [--seed n] [--count n] [--certainty] [--json]',
  does: 'asks in the terminal: a lesson, a topic, an objective or a question at once explained, an exam (SAA, DVA, SOA, containers) at the end',
  async run(args, outside) {
    const { positional, flags, values } = readArguments(args, {
      flags: ['--json', '--certainty'],
      values: ['--lang', '--seed', '--count'],
    });
    const now = new Date();
    const lang = languageOf(values.get('--lang'));
    const seed = wholeNumber(values, '--seed', [0, 4294967295]) ?? now.getTime() % SEEDS;
    const count = wholeNumber(values, '--count', [1, MOST]);
    const library = readAll(outside);
    const [name, ...more] = positional;
    if (name === undefined || more.length > 0)
      throw new UserError(`quiz takes one topic or exam; ${sayNames(library)}`);
    const found = find(library, name, lang, now.toISOString().slice(0, 10));
    const isJson = flags.has('--json');
    const talk = talkWith(outside, isJson);
    const scenarios = new Map(library.scenarios.map(({ value }) => [value.id, value.scenario]));
    const manner: Manner = {
      lang,
      seed,
      round: 0,
      find: (id) => scenarios.get(id),
      outside,
      isExam: 'domains' in found,
      asksCertainty: flags.has('--certainty'),
    };
    const plan =
      'domains' in found ? planExam(library, found, count, manner, talk) : planTopic(found, count, manner, talk);
    const given = await hold(plan.turns, manner, talk);
    talk.end();
    const summary = summaryOf({ quiz: name, lang, seed }, given, plan.exam);
    if (isJson) outside.print(`${JSON.stringify(summary)}\n`);
    else
      showSummary(
        summary,
        plan.exam?.choice,
        plan.exam?.lines.filter(({ scored }) => !scored).length ?? 0,
        talk,
        terminalMessages[lang],
      );
    return 0;
  },
};

type Plan = {
  turns: Turn[];
  exam?: { choice: ExamChoice; lines: Line[]; parts: (id: string) => readonly string[] };
};

function planTopic(
  { title, questions }: { title: string; questions: Turn['question'][] },
  count: number | undefined,
  { lang, seed }: Manner,
  talk: Talk,
): Plan {
  const turns = turnsOf(questions, count ?? questions.length, seed);
  talk.show(terminalMessages[lang].practice(title, turns.length, seed));
  return { turns };
}

function planExam(
  library: Library,
  choice: ExamChoice,
  count: number | undefined,
  { lang, seed }: Manner,
  talk: Talk,
): Plan {
  const words = terminalMessages[lang];
  const { turns, paper, minutes, questions } = paperOf(
    library,
    choice,
    Math.min(count ?? WHOLE_EXAM, WHOLE_EXAM),
    seed,
  );
  if (turns.length === 0) throw new UserError(`there is no question for ${choice.code} yet; name another exam`);
  talk.show(words.exam(choice.title, turns.length, minutes, seed));
  if (turns.length < (count ?? 0)) talk.show(words.shortBank(turns.length));
  const lines = paper.map(({ domain, scored }, index) => ({ id: questions[index] ?? '', domain, scored }));
  const parts = (id: string) => {
    const asked = turns.find(({ question }) => question.id === id)?.question;
    return asked?.kind === 'case' ? asked.parts.map((part) => part.id) : [id];
  };
  return { turns, exam: { choice, lines, parts } };
}

/** Asks one question after the other; an exam tells everything when it is over. */
async function hold(turns: readonly Turn[], manner: Manner, talk: Talk): Promise<Given[]> {
  const words = terminalMessages[manner.lang];
  const all: Given[] = [];
  for (const [index, turn] of turns.entries()) {
    talk.show();
    talk.show(`── ${words.place(index + 1, turns.length)} ──`);
    const { given, isOver } = await askTurn(turn, manner, talk);
    all.push(...given);
    if (isOver) break;
  }
  if (!manner.isExam) return all;
  talk.show();
  talk.show(words.handedIn);
  for (const given of all) {
    talk.show();
    talk.show(given.posed.stem);
    for (const line of given.posed.lines) talk.show(`  ${line}`);
    tell(given, given.response, talk, words);
  }
  return all;
}

/** With `--json` standard output is one document, so what is asked goes to standard error. */
function talkWith(outside: Outside, isJson: boolean): Talk & { end(): void } {
  const say = isJson ? outside.warn : outside.print;
  const lines = outside.lines();
  return {
    // Open input would keep the process waiting for more of it.
    end: () => void lines.return?.(),
    show: (line = '') => say(`${line}\n`),
    async next(prompt) {
      say(prompt);
      const { value, done } = await lines.next();
      if (!done) return value;
      say('\n');
      return undefined;
    },
  };
}

let read: ReturnType<typeof readLibrary> | undefined;

/** What can be read is asked; an author in the middle of a file may practise with the others. */
function readAll(outside: Outside): Library {
  read ??= readLibrary(ROOT);
  const { library, faults } = read;
  const files = [...new Set(faults.map(({ file }) => file))];
  if (files.length > 0) outside.warn(`${files.join(', ')}: cannot be read whole; run drydock check\n`);
  return library;
}

function sayNames(library: Library): string {
  const lessons = [...new Set(library.lessons.map(({ value }) => value.slug))];
  const exams = library.curriculum ? examNames(library.curriculum.value) : [];
  return `name a lesson (${lessons.join(', ')}), a topic or an objective of curriculum.yaml, or an exam (${exams.join(', ')})`;
}

function languageOf(value: string | undefined): Language {
  if (value === undefined) return 'en';
  const lang = LANGUAGES.find((one) => one === value);
  if (lang === undefined) throw new UserError(`--lang ${value} is no language of Drydock; write en or ko`);
  return lang;
}
