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
  /** Absent where it was skipped. */
  response?: Response;
  verdict?: Verdict;
  certainty?: Certainty;
  hints: number;
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
  const words = terminalMessages[manner.lang];
  talk.show(posed.stem);
  talk.show();
  for (const line of posed.lines) talk.show(`  ${line}`);
  if (posed.lines.length > 0) talk.show();
  const answer = await readAnswer(posed, manner, talk, words);
  if (answer === undefined) return { given: [], isOver: true };
  const given: Given = { id: posed.id, posed, hints: answer.hints };
  if (answer.response !== undefined) {
    given.response = answer.response;
    given.verdict = posed.grade(answer.response);
    const certainty = manner.asksCertainty ? await readCertainty(talk, words) : undefined;
    if (certainty) given.certainty = certainty;
  }
  if (!manner.isExam) tell(given, talk, words);
  return { given: [given], isOver: false };
}

type Answer = { response?: Response; hints: number };

/** Reads lines until one answers; undefined to quit. */
async function readAnswer(
  posed: Posed,
  { isExam }: Manner,
  talk: Talk,
  words: TerminalWords,
): Promise<Answer | undefined> {
  let hints = 0;
  for (;;) {
    const line = await talk.next(`${posed.how} [${isExam ? words.keysOfExam : words.keys}]: `);
    if (line === undefined || /^\s*(q|quit)\s*$/i.test(line)) return undefined;
    if (/^\s*(s|skip)\s*$/i.test(line)) return { hints };
    if (/^\s*(h|hint)\s*$/i.test(line) && !isExam) {
      const hint = posed.hints[hints];
      if (hint === undefined) talk.show(words.noHint);
      else talk.show(`${words.hint(++hints, posed.hints.length)}: ${hint}`);
      continue;
    }
    const read = posed.read(line);
    if (read.problem === undefined) return { response: read.response, hints };
    talk.show(read.problem);
  }
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

/** The verdict, the reason of every choice, and where it is taught. */
export function tell({ posed, response, verdict, certainty }: Given, talk: Talk, words: TerminalWords): void {
  talk.show(verdict === undefined ? words.skipped : verdict.correct ? words.right : words.wrong);
  if (verdict?.correct === false && certainty === 'sure') talk.show(words.sureAndWrong);
  for (const line of posed.explain(response)) talk.show(`  ${line}`);
  talk.show(`  ${words.read}: ${posed.lesson}`);
}
