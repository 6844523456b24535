import type { Language } from '../../i18n/text.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import { type ItemStatistics, itemStatistics } from '../../quiz-engine/item-statistics/item-statistics.ts';
import { learnersOf } from '../../quiz-engine/item-statistics/learners.ts';
import { loadQuestions, type SiteQuestion } from './load-questions.ts';

export type Report = {
  statistics: ItemStatistics;
  /** Files that were joined to a learner who was already there. */
  joined: number;
  /** The site's questions, by id. */
  questions: ReadonlyMap<string, SiteQuestion>;
};

/** The report of any number of logs, beside the site's questions where they can be had. */
export async function reportOf(logs: StoredAttempt[][], lang: Language): Promise<Report> {
  const learners = learnersOf(logs);
  const ids = new Set(learners.flatMap((log) => log.flatMap((one) => (one.kind === 'question' ? [one.id] : []))));
  const questions = await loadQuestions(lang, ids);
  return {
    statistics: itemStatistics(learners, (id) => questions.get(id)?.known),
    joined: logs.length - learners.length,
    questions,
  };
}
