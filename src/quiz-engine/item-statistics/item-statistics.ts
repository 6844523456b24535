import type { Attempt } from '../attempt.ts';
import type { KnownQuestion } from './answer-options.ts';
import { type AnswerTable, answerTable } from './distractors.ts';
import { type AnsweredItem, firstAnswers } from './first-answers.ts';
import { type Flag, flagsOf } from './flags.ts';
import { chanceCorrected, effectiveWeights, type ItemFigures, itemFigures } from './item-figures.ts';
import { type LanguageDifference, languageDifference } from './mantel-haenszel.ts';
import { momentsOf } from './moments.ts';
import { type ItemWithRest, roomFor, totalsOf, withRest } from './scores.ts';
import { type TestFigures, testFigures } from './test-figures.ts';

/** One question in one version. */
export type QuestionStatistics = ItemFigures & {
  id: string;
  version: string;
  /** Facility without what blind guessing gives; undefined where the number of choices is not known. */
  chanceCorrected: number | undefined;
  /** What it adds to the variance of the total, in per cent; 0 and a flag where the covariance is negative. */
  effectiveWeight: number | undefined;
  answers: AnswerTable;
  difference: LanguageDifference;
  flags: Flag[];
  /** The question now has this wording, had it once, or is not at hand. */
  wording: 'current' | 'earlier' | 'unknown';
};

export type ItemStatistics = {
  learners: number;
  /** Attempts at questions, and those that were not the first of a learner at that question. */
  attempts: number;
  later: number;
  questions: QuestionStatistics[];
  /** Undefined without two learners who both answered two questions. */
  test: TestFigures | undefined;
};

/**
 * Item statistics of the logs of any number of learners, one log each and no names, after the definitions of Crocker and
 * Algina (1986) and of Moodle's quiz statistics. Only first attempts count, and versions of a question are never mixed.
 * `find` gives what is known of a question; nothing is lost without it but the chance correction and choices nobody took.
 */
export function itemStatistics(
  logs: readonly (readonly Attempt[])[],
  find: (id: string) => KnownQuestion | undefined = () => undefined,
): ItemStatistics {
  const { learners, items, attempts, later } = firstAnswers(logs);
  const scores = { learners, items };
  const totals = totalsOf(scores);
  const room = roomFor(learners);
  const judged = items.map((item) => {
    const found = find(item.id);
    return { item, found, ...judge(item, withRest(item, totals, room), found) };
  });
  const weights = effectiveWeights(judged.map(({ figures }) => figures.totalCovariance));
  const questions = judged.map(({ item, found, figures, guess, ...rest }, index): QuestionStatistics => {
    return {
      id: item.id,
      version: item.version,
      ...figures,
      chanceCorrected: guess === undefined ? undefined : chanceCorrected(figures.facility, guess),
      effectiveWeight: weights[index],
      ...rest,
      wording: found === undefined ? 'unknown' : found.version === item.version ? 'current' : 'earlier',
    };
  });
  return { learners, attempts, later, questions, test: testFigures(scores) };
}

/** What is known of another version of the question is not known of this one. */
function judge(item: AnsweredItem, rest: ItemWithRest, found: KnownQuestion | undefined) {
  const known = found?.version === item.version ? found : undefined;
  const all = momentsOf(rest.total);
  const figures = itemFigures(item, rest, all);
  const answers = answerTable(item, rest, { all, known });
  const difference = languageDifference(rest, item.korean);
  return { figures, answers, difference, flags: flagsOf({ figures, answers, difference }), guess: known?.guess };
}
