import type { Language } from '../../i18n/text.ts';
import type { QuestionKey, QuestionSet } from '../../quiz-engine/asked/asked-question.ts';
import { type Asking, askWith } from '../../quiz-engine/asked/drawing.ts';

const sets = new Map<string, Promise<QuestionSet | undefined>>();

/**
 * Key and reasons of one question as they were written (a drawn one is filled by `askWith`), from the data file of its
 * set; every question of a page shares one request. Undefined when it cannot be had now: the next call asks again.
 */
export async function loadQuestionKey(lang: Language, set: string, id: string): Promise<QuestionKey | undefined> {
  return (await loadSet(lang, set))?.questions[id];
}

/** A question with its key as it is asked with a seed, for rooms that are not lessons. Undefined as above. */
export async function loadQuestion(lang: Language, set: string, id: string, seed: number): Promise<Asking | undefined> {
  const loaded = await loadSet(lang, set);
  const asked = loaded?.asked[id];
  const key = loaded?.questions[id];
  return asked && key && askWith(asked, key, seed);
}

async function loadSet(lang: Language, set: string): Promise<QuestionSet | undefined> {
  const url = `/data/${lang}/questions/${set}.json`;
  const request = sets.get(url) ?? load(url);
  sets.set(url, request);
  const loaded = await request;
  if (loaded === undefined) sets.delete(url);
  return loaded;
}

async function load(url: string): Promise<QuestionSet | undefined> {
  try {
    const response = await fetch(url);
    if (!response.ok) return undefined;
    const set = (await response.json()) as QuestionSet;
    return set.format === 2 ? set : undefined;
  } catch {
    return undefined;
  }
}
