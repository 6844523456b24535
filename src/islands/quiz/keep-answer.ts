import type { Language } from '../../i18n/text.ts';
import type { Behaviour } from '../../quiz-engine/attempt.ts';
import type { Keeping } from '../progress-store.ts';
import type { GivenAnswer } from './QuestionView.tsx';

export type About = {
  id: string;
  version: string;
  behaviour: Behaviour;
  lang: Language;
  seed: number;
  sitting: string | undefined;
};

/** Appends a checked answer to the learner's log. The store comes only when there is something to keep. */
export async function keepAnswer(answer: GivenAnswer, about: About): Promise<Keeping> {
  const { response, certainty, tookMs, hints, verdict } = answer;
  const { sitting, ...fields } = about;
  try {
    const { recordAttempt } = await import('../progress-store.ts');
    return await recordAttempt({
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
  } catch {
    // The store's script could not be fetched: the answer is still told.
    return { where: 'tab', reason: 'refused' };
  }
}
