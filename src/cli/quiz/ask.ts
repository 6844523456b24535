import { type TerminalWords, terminalMessages } from '../../i18n/terminal-messages.ts';
import type { Certainty } from '../../quiz-engine/attempt.ts';
import type { Response, Verdict } from '../../quiz-engine/grade.ts';
import { visible } from '../../quiz-engine/item-rules/wording.ts';
import type { Turn } from './choose-questions.ts';
import { type Asking, type Posed, pose } from './pose.ts';

/** What came of asking one question, or one part of a case. */
export type Given = {
  id: string;
  posed: Posed;
  /** The first answer, which counts; absent where it was skipped. */
  response?: Response;
  verdict?: Verdict;
  certainty?: Certainty;
  hints: number;
  /** Answers that were given; more than one only in practice. */
  tries: number;
  /** The last of them was right. */
  solved: boolean;
};

/** How a session talks: `show` prints a line, `next` reads one, undefined when the input has ended. */
export type Talk = { show(line?: string): void; next(prompt: string): Promise<string | undefined> };

export type Manner = Asking & { isExam: boolean; asksCertainty: boolean };

/** The answers to one question, all parts of a case; `isOver` when the person quits or the input ends. */
export async function askTurn(
  { question, round }: Turn,
  manner: Manner,
  talk: Talk,
): Promise<{ given: Given[]; isOver: boolean }> {
  const asking = { ...manner, round };
  const words = terminalMessages[manner.lang];
  if (question.kind !== 'case') return askPosed(pose(question, asking), manner, talk);
  talk.show(visible(question.stem[manner.lang]));
  const all: Given[] = [];
  for (const [index, part] of question.parts.entries()) {
    talk.show();
    talk.show(`— ${words.part(index + 1, question.parts.length)} —`);
    const { given, isOver } = await askPosed(pose(part, asking), manner, talk);
    all.push(...given);
    if (isOver) return { given: all, isOver };
  }
  return { given: all, isOver: false };
}

async function askPosed(posed: Posed, manner: Manner, talk: Talk): Promise<{ given: Given[]; isOver: boolean }> {
  talk.show(posed.stem);
  talk.show();
  for (const line of posed.lines) talk.show(`  ${line}`);
  if (posed.lines.length > 0) talk.show();
  const given: Given = { id: posed.id, posed, hints: 0, tries: 0, solved: false };
  const isOver = manner.isExam ? await answerOnce(given, manner, talk) : await practise(given, manner, talk);
  return { given: isOver && given.tries === 0 ? [] : [given], isOver };
}

/** An exam takes one answer and says nothing; true when the person quits. */
async function answerOnce(given: Given, manner: Manner, talk: Talk): Promise<boolean> {
  const typed = await readAnswer(given, manner, talk);
  if (typed.key === undefined) await take(given, typed.response, manner, talk);
  return typed.key === 'quit';
}

/** Practice takes answers until one is right, the reasons are asked for, or it is skipped; true when the person quits. */
async function practise(given: Given, manner: Manner, talk: Talk): Promise<boolean> {
  const words = terminalMessages[manner.lang];
  let last: Response | undefined;
  for (;;) {
    const typed = await readAnswer(given, manner, talk);
    if (typed.key !== undefined) {
      // Who skips after a wrong try did not ask for the answer.
      if (typed.key === 'reasons' || (typed.key === 'skip' && given.tries === 0)) tell(given, last, talk, words);
      return typed.key === 'quit';
    }
    last = typed.response;
    const verdict = await take(given, last, manner, talk);
    if (verdict.correct) {
      tell(given, last, talk, words);
      return false;
    }
    for (const line of given.posed.nudge(last, verdict)) talk.show(line);
    if (given.tries === 1 && given.certainty === 'sure') talk.show(words.sureAndWrong);
  }
}

/** Grades an answer; the first one is what counts, with its certainty. */
async function take(given: Given, response: Response, manner: Manner, talk: Talk): Promise<Verdict> {
  const verdict = given.posed.grade(response);
  given.tries += 1;
  given.solved = verdict.correct;
  if (given.tries > 1) return verdict;
  given.response = response;
  given.verdict = verdict;
  const certainty = manner.asksCertainty ? await readCertainty(talk, terminalMessages[manner.lang]) : undefined;
  if (certainty) given.certainty = certainty;
  return verdict;
}

/** An answer, or a key that stands for none. */
type Typed = { response: Response; key?: undefined } | { response?: undefined; key: 'skip' | 'reasons' | 'quit' };

/** Reads lines until one answers or ends the question; a hint is told and the next line read. */
async function readAnswer(given: Given, { isExam, lang }: Manner, talk: Talk): Promise<Typed> {
  const { posed } = given;
  const words = terminalMessages[lang];
  const keys = isExam ? words.keysOfExam : given.tries > 0 ? words.keysAgain : words.keys;
  for (;;) {
    const line = await talk.next(`${posed.how} [${keys}]: `);
    if (line === undefined || isKey(line, 'quit')) return { key: 'quit' };
    if (isKey(line, 'skip')) return { key: 'skip' };
    if (isKey(line, 'reasons') && given.tries > 0) return { key: 'reasons' };
    if (isKey(line, 'hint') && !isExam) {
      const hint = posed.hints[given.hints];
      if (hint === undefined) talk.show(words.noHint);
      else talk.show(`${words.hint(++given.hints, posed.hints.length)}: ${hint}`);
      continue;
    }
    const read = posed.read(line);
    if (read.problem === undefined) return { response: read.response };
    talk.show(read.problem);
  }
}

/** A key by its first letter or its whole word. */
function isKey(line: string, key: string): boolean {
  const typed = line.trim().toLowerCase();
  return typed === key || typed === key.charAt(0);
}

const LEVELS: Record<string, Certainty> = { '1': 'unsure', '2': 'fairly', '3': 'sure' };

async function readCertainty(talk: Talk, words: TerminalWords): Promise<Certainty | undefined> {
  for (;;) {
    const line = await talk.next(`${words.howSure}: `);
    if (line === undefined) return undefined;
    const level = LEVELS[line.trim()];
    if (level) return level;
    talk.show(words.oneOfThree);
  }
}

/** The verdict, every reason with what was answered last, and where it is taught. */
export function tell(given: Given, last: Response | undefined, talk: Talk, words: TerminalWords): void {
  const { posed, verdict, tries, solved, certainty } = given;
  if (tries > 1 && solved) talk.show(words.rightAfter(tries));
  else talk.show(verdict === undefined ? words.skipped : verdict.correct ? words.right : words.wrong);
  if (tries === 1 && !solved && certainty === 'sure') talk.show(words.sureAndWrong);
  for (const line of posed.explain(last)) talk.show(`  ${line}`);
  talk.show(`  ${words.read}: ${posed.lesson}`);
}
