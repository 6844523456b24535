import type { TerminalWords } from '../../i18n/terminal-messages.ts';
import type { Certainty } from '../../quiz-engine/attempt.ts';
import { type ExamResult, scoreExam } from '../../quiz-engine/exam/score.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { pointsOf } from '../../quiz-engine/standing/certainty-marking.ts';
import type { Given, Talk } from './ask.ts';
import type { ExamChoice } from './choose-questions.ts';

/** What `--json` prints. */
export type Summary = {
  quiz: string;
  lang: string;
  seed: number;
  asked: number;
  right: number;
  /** The first answer to each counts; `solved` says whether a later try was right. */
  questions: {
    id: string;
    response: Response | null;
    correct: boolean;
    hints: number;
    tries: number;
    solved: boolean;
    certainty?: Certainty;
  }[];
  exam?: ExamResult & { code: string; pass: number };
};

/** A question of an exam: its domain, and whether it counts. */
export type Line = { id: string; domain: string; scored: boolean };

export function summaryOf(
  about: Pick<Summary, 'quiz' | 'lang' | 'seed'>,
  given: readonly Given[],
  exam: { choice: ExamChoice; lines: readonly Line[]; parts: (id: string) => readonly string[] } | undefined,
): Summary {
  const questions = given.map(({ id, response, verdict, hints, tries, solved, certainty }) => ({
    id,
    response: response ?? null,
    correct: verdict?.correct ?? false,
    hints,
    tries,
    solved,
    ...(certainty ? { certainty } : {}),
  }));
  const summary = {
    ...about,
    asked: questions.length,
    right: questions.filter(({ correct }) => correct).length,
    questions,
  };
  if (exam === undefined) return summary;
  const isRight = (id: string) => questions.some((one) => one.id === id && one.correct);
  // Unanswered is wrong, as at AWS; a case counts as a whole.
  const scored = exam.lines
    .filter((line) => line.scored)
    .map(({ id, domain }) => ({ domain, correct: exam.parts(id).every(isRight) }));
  const result = scoreExam(
    scored,
    exam.choice.domains.map(({ id }) => id),
  );
  return { ...summary, exam: { code: exam.choice.code, pass: exam.choice.pass, ...result } };
}

export function showSummary(
  summary: Summary,
  choice: ExamChoice | undefined,
  unscored: number,
  talk: Talk,
  words: TerminalWords,
): void {
  const { questions, exam } = summary;
  const answered = questions.filter(({ response }) => response !== null);
  talk.show();
  if (answered.length === 0) talk.show(words.nothing);
  else talk.show(words.sum(answered.filter(({ correct }) => correct).length, answered.length));
  const later = answered.filter(({ correct, solved }) => solved && !correct).length;
  if (later > 0) talk.show(words.laterSum(later));
  if (questions.length > answered.length) talk.show(words.skippedSum(questions.length - answered.length));
  showCertainty(summary, talk, words);
  if (exam && choice) {
    if (unscored > 0) talk.show(words.unscored(unscored));
    talk.show(words.estimate(exam.score, exam.low, exam.high, exam.pass));
    talk.show(words.domains);
    for (const { domain, right, of, low, high } of exam.domains) {
      const title = choice.domains.find(({ id }) => id === domain)?.title ?? domain;
      talk.show(words.domain(title, right, of, percent(low), percent(high)));
    }
  }
  const again = questions.filter(({ correct }) => !correct).map(({ id }) => id);
  if (again.length > 0) talk.show(words.again([...new Set(again)].join(', ')));
}

function showCertainty({ questions }: Summary, talk: Talk, words: TerminalWords): void {
  const told = questions.flatMap(({ certainty, correct }) => (certainty ? [{ certainty, correct }] : []));
  if (told.length === 0) return;
  const points = told.reduce((sum, { certainty, correct }) => sum + pointsOf('mild', certainty, correct), 0);
  talk.show(words.points(String(points), String(told.length * pointsOf('mild', 'sure', true))));
  const sureWrong = told.filter(({ certainty, correct }) => certainty === 'sure' && !correct).length;
  if (sureWrong > 0) talk.show(words.sureWrongSum(sureWrong));
}

function percent(share: number): number {
  return Math.round(share * 100);
}
