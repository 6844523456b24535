import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import { askWith } from '../../quiz-engine/asked/drawing.ts';
import type { Behaviour } from '../../quiz-engine/attempt.ts';
import { type Keeping, recordAttempt } from '../progress-store.ts';
import { loadQuestionKey } from './load-question.ts';
import type { GivenAnswer } from './use-asking.ts';

export { drawOf } from '../../quiz-engine/asked/drawing.ts';
export { gradeAsked } from '../../quiz-engine/asked/grade-asked.ts';
/** What a question needs once it is answered, fetched then: keys, grading, the log, and what follows an answer. */
export { After } from './After.tsx';

/** The key that goes with an asking; undefined when it cannot be had now. */
export async function keyOfAsking(
  lang: Language,
  asked: AskedQuestion,
  seed: number,
): Promise<QuestionKey | undefined> {
  const written = await loadQuestionKey(lang, asked.set, asked.id);
  return written && askWith(asked, written, seed).key;
}

/** The same question with another seed; undefined when its drawings cannot be had now. */
export async function askAgain(lang: Language, asked: AskedQuestion, seed: number): Promise<AskedQuestion | undefined> {
  const written = await loadQuestionKey(lang, asked.set, asked.id);
  return written && askWith(asked, written, seed).asked;
}

export type About = {
  id: string;
  version: string;
  behaviour: Behaviour;
  lang: Language;
  seed: number;
  sitting: string | undefined;
};

/** Appends a checked answer to the learner's log. */
export function keepAnswer(answer: GivenAnswer, about: About): Promise<Keeping> {
  const { response, certainty, tookMs, hints, verdict } = answer;
  const { sitting, ...fields } = about;
  return recordAttempt({
    kind: 'question',
    ...fields,
    response,
    correct: verdict?.correct ?? false,
    atMs: Date.now(),
    tookMs,
    hints,
    ...(certainty === undefined ? {} : { certainty }),
    ...(sitting === undefined ? {} : { sitting }),
  });
}
