import type { Language } from '../../i18n/text.ts';
import type { QuestionKey, QuestionSet } from './quiz-model.ts';

const sets = new Map<string, Promise<QuestionSet | undefined>>();

/**
 * Key and reasons of one question, from the data file of its set; every question of a page shares one request.
 * Undefined when it cannot be had now: the next call asks again.
 */
export async function loadQuestionKey(lang: Language, set: string, id: string): Promise<QuestionKey | undefined> {
  const url = `/data/${lang}/questions/${set}.json`;
  const request = sets.get(url) ?? load(url);
  sets.set(url, request);
  const loaded = await request;
  if (loaded === undefined) sets.delete(url);
  return loaded?.questions[id];
}

async function load(url: string): Promise<QuestionSet | undefined> {
  try {
    const response = await fetch(url);
    if (!response.ok) return undefined;
    const set = (await response.json()) as QuestionSet;
    return set.format === 1 ? set : undefined;
  } catch {
    return undefined;
  }
}
